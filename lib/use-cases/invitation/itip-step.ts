import type { ItipMail } from "@/lib/adapters/calendar/itip/read-itip";
import type { ReadEvent } from "@/lib/adapters/calendar/read-event-types";
import type { Tx } from "@/lib/data/client";
import type { DeskDays } from "@/lib/data/day-tasks";
import { listHappenings } from "@/lib/data/event-invitations";
import type { StoredEvent } from "@/lib/data/events";
import type { Actor } from "@/lib/domain/actor";
import type { ReceivedOutcome } from "@/lib/domain/calendar/answer";
import { sayWhich } from "@/lib/domain/calendar/say-answer";
import type { ToldOf } from "@/lib/domain/calendar/say-change";
import { sayItip, type Told, whatItWas } from "@/lib/domain/calendar/say-itip";
import type { ItipFacts, Take } from "@/lib/domain/calendar/take-itip";
import type { EventReading } from "@/lib/domain/import/payload";

/** What everything that takes in a message about an event works with. `clients` are the client's own addresses. */
export type ItipStep = {
  tx: Tx;
  actor: Actor;
  desk: DeskDays;
  clients: ReadonlySet<string>;
  mail: ItipMail | null;
  at: Date;
};

/** One entry of a message: as it was written, and in the desk's own words. */
export type Arrived = { event: ReadEvent; entry: EventReading; facts: ItipFacts };

/** What is told of an entry that is here, with its next happening; null where it has none. */
export async function toldOf({ tx, actor, at }: ItipStep, event: StoredEvent): Promise<ToldOf | null> {
  const [next] = await listHappenings(tx, actor.workspace.id, event.id, at, 1);
  if (!next) return null;
  return {
    summary: event.summary,
    startsAt: next.startsAt.toISOString(),
    endsAt: next.endsAt.toISOString(),
    allDay: event.allDay,
    place: event.location,
    link: event.link,
    rule: event.rule,
  };
}

/** Which time of a series a message is about, "Thu 3 Dec, 10:00"; "" for all of it, and for what happens once. */
export function whichOf({ event: { recurrenceId } }: Arrived, { zone: here }: DeskDays): string {
  if (recurrenceId === null) return "";
  const { kind, local, zone } = recurrenceId;
  return sayWhich({ local, zone: kind === "utc" ? "UTC" : zone, isDay: kind === "date" }, here);
}

/** Who sent a message, by name or else by address: its organiser, or whoever answers. */
export function whoSent({ event, facts }: Arrived): string {
  const isFromGuest = facts.method === "REPLY" || facts.method === "COUNTER";
  const who = isFromGuest ? event.attendees[0] : event.organizer;
  return who?.name || who?.email || "Somebody";
}

/** That a mail came from somebody else than who speaks in it; "" where it did not, or where there was no mail. */
export function sayOtherSender({ event, facts }: Arrived, mail: ItipMail | null): string {
  const from = mail?.from?.address ?? "";
  if (from === "") return "";
  const isFromGuest = facts.method === "REPLY" || facts.method === "COUNTER";
  const speaks = isFromGuest ? facts.attendee : facts.organiser;
  const contact = isFromGuest ? "" : event.organizer?.contact?.toLowerCase();
  if (speaks === "" || [speaks, contact, event.sentBy?.toLowerCase()].includes(from)) return "";
  return ` It was sent by ${from}, not by ${isFromGuest ? "whoever answers" : "the organiser"}.`;
}

/** What came of one entry, in a sentence. */
export function outcomeOf(
  step: ItipStep,
  arrived: Arrived,
  take: Take,
  about: { eventId?: string | null; taskId?: string | null; summary?: string } & Partial<
    Pick<Told, "changed" | "asksAgain">
  > = {},
): ReceivedOutcome {
  const { entry, facts, event } = arrived;
  const told: Told = {
    summary: about.summary || entry.summary,
    method: facts.method,
    who: whoSent(arrived),
    answer: event.attendees[0]?.status ?? "",
    changed: about.changed ?? [],
    asksAgain: about.asksAgain ?? false,
  };
  return {
    what: whatItWas(take),
    summary: told.summary,
    says: sayItip(take, told) + sayOtherSender(arrived, step.mail),
    eventId: about.eventId ?? null,
    taskId: about.taskId ?? null,
  };
}
