import { type DueSending, listDueSendings as list } from "@/lib/data/sendings";

export type { DueSending } from "@/lib/data/sendings";

/** The sendings whose turn it is, the longest waiting first; `secret` is the jobs' own. */
export function listDueSendings(secret: string, most: number): Promise<DueSending[]> {
  return list(secret, most);
}
