import { readAs } from "@/lib/data/transaction";
import { findMeeting } from "@/lib/data/whisper-cards";
import type { Actor } from "@/lib/domain/actor";
import type { EventCards } from "@/lib/domain/person/whisper";
import { cardsIn, guestsOf, toEventCards } from "@/lib/queries/whisper-cards";

/** One that began this morning is still the one that is meant. */
const HALF_A_DAY = 12 * 3_600_000;

/**
 * The cards of everybody known who will be at an entry of the calendar: at its next time, or the last one when all are past.
 * Null for one that is absent, called off, private to the client, or a stranger's.
 */
export async function readEventCards(actor: Actor, eventId: string, at: Date): Promise<EventCards | null> {
  const workspaceId = actor.workspace.id;
  const read = await readAs(actor, async (tx): Promise<EventCards | null> => {
    const meeting = await findMeeting(tx, workspaceId, eventId, new Date(at.getTime() - HALF_A_DAY));
    if (!meeting) return null;
    const [guests] = await guestsOf(tx, workspaceId, [meeting]);
    const cards = await cardsIn(tx, actor, guests?.personIds ?? [], at);
    return toEventCards(meeting, cards, guests?.others ?? []);
  });
  return read.ok ? read.value : null;
}
