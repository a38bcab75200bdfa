import { writeWhisperLetter } from "@/lib/adapters/mail/whisper-letter";
import { isStillMember, type MailWish, noteSent } from "@/lib/data/member-settings";
import { putInOutbox } from "@/lib/data/outbox";
import { writeAs } from "@/lib/data/transaction";
import { stillHappens } from "@/lib/data/whisper-cards";
import type { Actor } from "@/lib/domain/actor";
import { firstName } from "@/lib/domain/person/first-name";
import type { EventCards } from "@/lib/domain/person/whisper";
import { whisperKey } from "@/lib/domain/person/whisper-mail";
import { granted, type Result } from "@/lib/domain/result";

/**
 * Mails one reader the cards of a meeting, once for each time it has, whoever asks and however often: the mail and the note
 * that it was sent are written together. One that was called off or moved meanwhile is not sent.
 * @param view the cards, read with the eyes of whom they go to
 * @param origin the public origin, which mailed links are built from alone
 */
export async function mailWhisperCards(
  system: Actor,
  reader: Pick<MailWish, "userId" | "email" | "role" | "zone" | "clientName">,
  view: EventCards,
  origin: string,
  at: Date,
): Promise<Result<"sent" | "already" | "called-off">> {
  const { id: workspaceId, slug } = system.workspace;
  const { id: eventId, startsAt } = view.event;
  const mailed = await writeAs(system, "mail-whisper-cards", { kind: "event", id: eventId }, async (tx) => {
    if (!(await isStillMember(tx, workspaceId, reader.userId))) return granted("already" as const);
    if (!(await stillHappens(tx, workspaceId, eventId, new Date(startsAt))))
      return granted("called-off" as const);
    if (!(await noteSent(tx, workspaceId, reader.userId, whisperKey(eventId, startsAt))))
      return granted("already" as const);
    const eyes = {
      zone: reader.zone,
      locale: "en-GB",
      isClient: reader.role === "client",
      clientShort: firstName(reader.clientName),
    };
    const address = { to: reader.email, workspaceId, slug, origin, reader: eyes, now: at.getTime() };
    const about = [eventId, ...view.cards.flatMap(({ id, tasks }) => [id, ...tasks.map((task) => task.id)])];
    await putInOutbox(tx, writeWhisperLetter(view, address), { reader: reader.userId, about });
    return granted("sent" as const);
  });
  return mailed.ok ? granted(mailed.value.value) : mailed;
}
