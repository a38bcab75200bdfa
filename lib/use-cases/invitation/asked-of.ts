import type { ReadTime } from "@/lib/adapters/calendar/read-event-types";
import { inFormOf, timeIn } from "@/lib/adapters/calendar/write-time";
import type { Tx } from "@/lib/data/client";
import type { Happening } from "@/lib/data/event-invitations";
import type { StoredEvent } from "@/lib/data/events";
import { findTimeToPropose, invitedOf, invitedTo } from "@/lib/data/find-invitation";
import type { Actor } from "@/lib/domain/actor";
import type { AnswerKind, CalendarAnswer } from "@/lib/domain/calendar/answer";
import type { Invited } from "@/lib/domain/calendar/answer-of";
import { wallAt } from "@/lib/domain/calendar/zone-day";

/**
 * What an answer of a kind is to: the invitation as it stands; where another time of a series is proposed, the one time of it that comes
 * next, by its RECURRENCE-ID (RFC 5546 §3.2.7), as without one the whole series would become one meeting. Null without any time.
 */
export async function askedOf(
  tx: Tx,
  actor: Pick<Actor, "workspace" | "clientName">,
  event: StoredEvent,
  addresses: readonly string[],
  { answer, at }: { answer: AnswerKind; at: Date },
): Promise<Invited | null> {
  const next = answer === "counter" ? await findTimeToPropose(tx, actor.workspace.id, event, at) : null;
  if (next === null) return invitedOf(tx, actor, event, addresses, at);
  const invited = invitedTo(actor, next.event, next.time, addresses);
  const recurrenceId = invited.recurrenceId ?? placeOf(event, next.time, actor.workspace.zone);
  return { ...invited, recurrenceId };
}

/** Which time of its series it is, in the form in which the series is written (RFC 5545 §3.8.4.4). */
function placeOf({ source }: StoredEvent, time: Happening, zone: string): CalendarAnswer["recurrenceId"] {
  const start = (source as { start?: ReadTime } | null)?.start ?? null;
  if (time.startDate !== null) return { local: time.startDate, zone: null, isDay: true };
  if (start?.kind === "floating")
    return { local: wallAt(time.startsAt.getTime(), zone), zone: null, isDay: false };
  const utc = timeIn("UTC", time.startsAt);
  const { local, zone: written } = start === null ? utc : inFormOf(utc, start);
  return { local, zone: written, isDay: false };
}
