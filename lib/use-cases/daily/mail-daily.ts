import { writeDailyLetter } from "@/lib/adapters/mail/daily-letter";
import { isStillMember, type MailWish, noteSent } from "@/lib/data/member-settings";
import { putInOutbox } from "@/lib/data/outbox";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { dailyKey } from "@/lib/domain/daily/when-due";
import { granted, type Result, refused } from "@/lib/domain/result";
import type { ForYouView } from "@/lib/domain/task/for-you";

/**
 * Mails the client what lies before them on `day`, once whoever asks and however often: the mail and the note that it was sent
 * are written together. An empty pile is noted too and sends nothing. Refuses `only-client` for anybody else's address: what
 * is private stands in it.
 * @param origin the public origin, which mailed links are built from alone
 */
export async function mailDaily(
  system: Actor,
  reader: Pick<MailWish, "userId" | "email" | "role" | "zone">,
  pile: ForYouView,
  day: string,
  origin: string,
  at: Date,
): Promise<Result<"sent" | "empty" | "already">> {
  if (reader.role !== "client") return refused({ code: "only-client", clientName: system.clientName });
  const { id: workspaceId, slug, zone: deskZone } = system.workspace;
  const about = { kind: "member", id: reader.userId } as const;
  const mailed = await writeAs(system, "mail-daily", about, async (tx) => {
    if (!(await isStillMember(tx, workspaceId, reader.userId))) return granted("already" as const);
    if (!(await noteSent(tx, workspaceId, reader.userId, dailyKey(day)))) return granted("already" as const);
    if (pile.cards.length === 0) return granted("empty" as const);
    const { email: to, zone } = reader;
    const address = { to, workspaceId, slug, origin, zone, deskZone, day, at };
    const about = pile.cards.map((card) => card.id);
    await putInOutbox(tx, writeDailyLetter(pile, address), { reader: reader.userId, about });
    return granted("sent" as const);
  });
  return mailed.ok ? granted(mailed.value.value) : mailed;
}
