import { whichAsk } from "@/lib/domain/calendar/which-ask";
import type { EventReading, InvitationReading, OccurrenceReading } from "@/lib/domain/import/payload";
import type { CalendarOwner } from "@/lib/use-cases/import/event-from-entry";

/** Those entries of a series that ask the client for an answer, with what their tasks need. */
export function readInvitations(
  series: readonly EventReading[],
  { addresses, at }: CalendarOwner,
): Map<EventReading, InvitationReading> {
  const read = series.map((entry) => ({ ...entry, nextEnd: nextOf(entry, at)?.endsAt ?? null, entry }));
  const asks = whichAsk(read, new Set(addresses), at);
  return new Map(
    asks.flatMap(({ entry }) => {
      const invitation = invitationAt(entry, at);
      return invitation ? [[entry, invitation]] : [];
    }),
  );
}

/** What the task of an invitation needs: it is about the next time that it happens. Null once it is over. */
export function invitationAt(entry: EventReading, at: Date): InvitationReading | null {
  const next = nextOf(entry, at);
  if (!next) return null;
  const { startsAt, endsAt, startDate } = next;
  return { startsAt, endsAt, allDay: startDate !== null, organiserEmail: organiserEmailOf(entry) };
}

/** By which address the organiser is looked for among the people. */
export function organiserEmailOf({ organiserContact, organiserAddress }: EventReading): string | null {
  return organiserContact || organiserAddress || null;
}

function nextOf({ occurrences }: EventReading, at: Date): OccurrenceReading | undefined {
  return occurrences.find((time) => Date.parse(time.endsAt) > at.getTime());
}

/** The entries of a file in their order, those that ask the client for an answer with what their tasks need. */
export function withInvitations(entries: readonly EventReading[], owner: CalendarOwner): EventReading[] {
  const sent = entries.map((entry) => asSent(entry, owner));
  const bySeries = new Map<string, EventReading[]>();
  for (const entry of sent) {
    if (entry.problem !== null) continue;
    const series = bySeries.get(entry.uid);
    if (series) series.push(entry);
    else bySeries.set(entry.uid, [entry]);
  }
  const asks = new Map([...bySeries.values()].flatMap((series) => [...readInvitations(series, owner)]));
  return sent.map((entry) => ({ ...entry, invitation: asks.get(entry) ?? null }));
}

/** A request that does not name the client has come to them all the same: passed on, or to an address nobody told us. */
function asSent(entry: EventReading, { addresses }: CalendarOwner): EventReading {
  const isSent = entry.method === "REQUEST" && entry.answer === "" && entry.organiser !== "";
  const isOwn = [entry.organiserAddress, entry.organiserContact ?? ""].some((one) => addresses.includes(one));
  return isSent && !isOwn ? { ...entry, answer: "needs-action" } : entry;
}
