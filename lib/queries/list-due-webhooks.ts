import { type DueWebhook, listDueWebhooks as list } from "@/lib/data/webhooks";

export type { DueWebhook } from "@/lib/data/webhooks";

/** The webhooks with something to tell at a moment; `secret` is the jobs' own. */
export function listDueWebhooks(secret: string, at: Date, most: number): Promise<DueWebhook[]> {
  return list(secret, at, most);
}
