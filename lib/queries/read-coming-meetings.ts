import { readAs } from "@/lib/data/transaction";
import { listMeetings, listSentKeys } from "@/lib/data/whisper-cards";
import type { Actor } from "@/lib/domain/actor";
import type { EventCards } from "@/lib/domain/person/whisper";
import { whisperKey } from "@/lib/domain/person/whisper-mail";
import { cardsIn, guestsOf, toEventCards } from "@/lib/queries/whisper-cards";

/**
 * The meetings that begin within so many hours of `at`, to which the client did not say no, of which the reader has not been
 * mailed and in which somebody they know will be; each with everybody's cards, as this reader may see them. Empty for
 * nobody's member. However many meetings there are, everything is asked once: this is read every minute.
 */
export async function readComingMeetings(reader: Actor, hours: number, at: Date): Promise<EventCards[]> {
  const workspaceId = reader.workspace.id;
  const read = await readAs(reader, async (tx) => {
    const all = await listMeetings(tx, workspaceId, at, new Date(at.getTime() + hours * 3_600_000));
    const asked = all.filter(({ attendees, isDeclined }) => attendees.length > 0 && !isDeclined);
    if (asked.length === 0) return [];
    const sent = await listSentKeys(tx, workspaceId, reader.userId ?? "", asked.map(keyOf));
    const meetings = asked.filter((meeting) => !sent.has(keyOf(meeting)));
    if (meetings.length === 0) return [];
    const guests = await guestsOf(tx, workspaceId, meetings);
    const ids = new Set(guests.flatMap(({ personIds }) => personIds));
    const cards = await cardsIn(tx, reader, [...ids], at);
    return meetings.flatMap((meeting, at) => {
      const { personIds = [], others = [] } = guests[at] ?? {};
      const theirs = cards.filter((card) => personIds.includes(card.id));
      return theirs.length > 0 ? [toEventCards(meeting, theirs, others)] : [];
    });
  });
  return read.ok ? read.value : [];
}

function keyOf({ eventId, startsAt }: { eventId: string; startsAt: Date }): string {
  return whisperKey(eventId, startsAt.toISOString());
}
