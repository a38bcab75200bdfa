import type { Result } from "@/lib/domain/result";
import { env } from "@/lib/env";
import type { MadeFeed } from "@/lib/use-cases/calendar/make-feed";

/** A new feed with its address, which is shown this once. */
export function withAddress(made: Result<MadeFeed>): Result<{ id: string; address: string; seq: number }> {
  if (!made.ok) return made;
  const { id, secret, seq } = made.value;
  return {
    ok: true,
    value: { id, address: new URL(`/api/feeds/${secret}.ics`, env.FIRSTHAND_URL).href, seq },
  };
}
