import { listMailWishes as list, type MailWish } from "@/lib/data/member-settings";

export type { MailWish };

/** Everybody who wants something mailed, for a job that proves itself. Throws when the secret is not the registered one. */
export function listMailWishes(secret: string): Promise<MailWish[]> {
  return list(secret);
}
