import { createHash } from "node:crypto";
import type { Tx } from "@/lib/data/client";
import { findSourceKey, type Happening, listComing, listHappenings } from "@/lib/data/event-invitations";
import { listEventsByUid, type StoredEvent } from "@/lib/data/events";
import { findEventsWithHidden } from "@/lib/data/hidden-guests";
import type { RawTask } from "@/lib/data/task-rows";
import type { Actor } from "@/lib/domain/actor";
import type { CalendarAnswer } from "@/lib/domain/calendar/answer";
import type { Invited } from "@/lib/domain/calendar/answer-of";
import { answeredRows, timeToPropose } from "@/lib/domain/calendar/answered-rows";
import { isKeyOf } from "@/lib/domain/calendar/invitation-key";
import type { TaskFacts } from "@/lib/domain/task/task";

/** The moment that an entry replaces, as it was written. */
type WrittenTime = { kind: "date" | "zoned" | "utc" | "floating"; local: string; zone: string | null };

/** When an entry is, as it was written. */
type WrittenTimes = Partial<
  Record<"start" | "end" | "duration" | "rules" | "excludedRules" | "rdates" | "exdates", unknown>
>;

/** The entry that a task asks about, as far as the transaction may see it and who asks; null for a task that asks about none. */
export async function findInvitation(
  tx: Tx,
  actor: Pick<Actor, "workspace" | "clientName">,
  task: TaskFacts & { raw: RawTask },
): Promise<StoredEvent | null> {
  const { id: workspaceId } = actor.workspace;
  const uid = task.raw.fields.eventUid ?? "";
  if (task.kind !== "event-invite" || uid === "") return null;
  const key = await findSourceKey(tx, workspaceId, task.id);
  const series = await listEventsByUid(tx, workspaceId, [uid]);
  const event =
    series.find((one) => isKeyOf(key, one)) ?? series.find(({ recurrenceId }) => recurrenceId === "");
  if (!event) return null;
  // Nobody answers somebody whom they may not know.
  const left = await findEventsWithHidden(tx, workspaceId, [event.id]);
  return left.get(event.id)?.hidesOrganiser ? null : event;
}

/** Every entry of the series that an entry is, as far as the transaction may see them; null for a day alone, and for what happens once. */
export async function listSeriesOf(
  tx: Tx,
  workspaceId: string,
  { uid, recurrenceId, rule, source }: StoredEvent,
): Promise<StoredEvent[] | null> {
  if (recurrenceId !== "") return null;
  const series = await listEventsByUid(tx, workspaceId, [uid]);
  const dates = (source as { rdates?: unknown[] } | null)?.rdates ?? [];
  return rule !== "" || dates.length > 0 || series.length > 1 ? series : null;
}

/** A name for exactly what an entry asks, with every day of its series that is told apart: the same as long as all of it is. */
export async function nameAsked(tx: Tx, workspaceId: string, event: StoredEvent): Promise<string> {
  const rows = (await listSeriesOf(tx, workspaceId, event)) ?? [event];
  const asked = rows.map((row) => {
    const { recurrenceId, summary, status, location, link, rule, zone, allDay, organiserAddress, source } =
      row;
    const { start, end, duration, rules, excludedRules, rdates, exdates } = (source ?? {}) as WrittenTimes;
    const times = [rule, zone, allDay, start, end, duration, rules, excludedRules, rdates, exdates];
    return JSON.stringify([
      recurrenceId,
      summary,
      status.toUpperCase(),
      location,
      link,
      organiserAddress,
      times,
    ]);
  });
  return createHash("sha256").update(asked.sort().join("\n")).digest("base64url").slice(0, 22);
}

/**
 * Which time of a series another one is proposed for, with the entry that says how that time is: the next; where all of it is over, the
 * last. Null for what is no series, and without any time.
 */
export async function findTimeToPropose(
  tx: Tx,
  workspaceId: string,
  event: StoredEvent,
  at: Date,
): Promise<{ event: StoredEvent; time: Happening } | null> {
  const series = await listSeriesOf(tx, workspaceId, event);
  if (series === null) return null;
  const rows = new Map(answeredRows(series).map((row) => [row.id, row]));
  const coming = await listComing(tx, workspaceId, [...rows.keys()], at, mostGoingOn);
  const next = timeToPropose(coming, at);
  if (next !== null) return { event: rows.get(next.eventId) ?? event, time: next };
  const [last] = await listHappenings(tx, workspaceId, event.id, at, 1);
  return last ? { event, time: last } : null;
}

/** So many times of one series are not over at once. */
const mostGoingOn = 10;

/** What was asked, by whom, and of whom, of its next time; see {@link invitedTo}. Null without any time. */
export async function invitedOf(
  tx: Tx,
  actor: Pick<Actor, "workspace" | "clientName">,
  event: StoredEvent,
  addresses: readonly string[],
  at: Date,
): Promise<Invited | null> {
  const [next] = await listHappenings(tx, actor.workspace.id, event.id, at, 1);
  return next ? invitedTo(actor, event, next, addresses) : null;
}

/** What was asked, by whom, and of whom: the client as they were invited, at whichever of their addresses. */
export function invitedTo(
  actor: Pick<Actor, "clientName">,
  event: StoredEvent,
  time: Happening,
  addresses: readonly string[],
): Invited {
  return {
    uid: event.uid,
    recurrenceId: recurrenceOf(event),
    sequence: event.sequence,
    summary: event.summary,
    organiser: organiserOf(event),
    attendee: attendeeOf(event, addresses, actor.clientName),
    startsAt: time.startsAt.toISOString(),
    endsAt: time.endsAt.toISOString(),
    allDay: event.allDay,
    firstDay: time.startDate,
    endDay: time.endDate,
    zone: event.zone,
    place: event.location,
  };
}

/** The organiser as they stand on the entry; a name that is only their address is none. */
export function organiserOf({ organiser, organiserAddress }: StoredEvent): { name: string; address: string } {
  return { name: organiser.includes("@") ? "" : organiser, address: organiserAddress };
}

function attendeeOf(event: StoredEvent, addresses: readonly string[], clientName: string) {
  const guests = event.attendees as { name?: string | null; email?: string | null }[];
  const own = guests.find((guest) => addresses.includes(guest.email?.toLowerCase() ?? ""));
  const name = own?.name && !own.name.includes("@") ? own.name : clientName;
  return { name, address: own?.email ?? addresses[0] ?? "" };
}

/** RECURRENCE-ID in the form in which it was last written (RFC 5545 §3.8.4.4), whatever the day goes by here. */
function recurrenceOf({ source, recurrenceId }: StoredEvent): CalendarAnswer["recurrenceId"] {
  if (recurrenceId === "") return null;
  const written = (source as { recurrenceId?: WrittenTime | null } | null)?.recurrenceId ?? null;
  const isDay = (written?.kind ?? (recurrenceId.length === 10 ? "date" : "floating")) === "date";
  const local = written?.local ?? recurrenceId;
  return { local, zone: written?.kind === "utc" ? "UTC" : (written?.zone ?? null), isDay };
}
