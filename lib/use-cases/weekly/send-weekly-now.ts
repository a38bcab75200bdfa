import { writeWeeklyLetter } from "@/lib/adapters/mail/weekly-letter";
import { findAddress } from "@/lib/data/member-settings";
import { putInOutbox } from "@/lib/data/outbox";
import { countAttempt } from "@/lib/data/rate-limits";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { isEmpty, toldOfBy, type WeeklyList } from "@/lib/domain/weekly/view";

/** So many an hour; the weekly one itself is not counted. */
const allowed = { attempts: 5, seconds: 60 * 60 };

/**
 * Mails the actor their own list at once, to their own address; the weekly one comes all the same. Gives null when the list
 * is empty and nothing was sent. Refuses `too-many`.
 */
export async function sendWeeklyNow(
  actor: Actor,
  list: WeeklyList,
  origin: string,
): Promise<Result<{ email: string } | null>> {
  if (isEmpty(list)) return granted(null);
  const { id: workspaceId, slug } = actor.workspace;
  const userId = actor.userId as string;
  const wait = await countAttempt("weekly-now", `${workspaceId}:${userId}`, allowed);
  if (wait !== null) return refused({ code: "too-many", retryAfterSeconds: wait });
  const sent = await writeAs(actor, "send-weekly-now", { kind: "member", id: userId }, async (tx) => {
    const to = await findAddress(tx, userId);
    if (to === null) return refused({ code: "signed-out" });
    const letter = writeWeeklyLetter(list, { workspaceId, slug, to, origin });
    await putInOutbox(tx, letter, { reader: userId, about: toldOfBy(list) });
    return granted({ email: to });
  });
  return sent.ok ? granted(sent.value.value) : sent;
}
