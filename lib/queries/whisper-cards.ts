import type { Tx } from "@/lib/data/client";
import { listLastContacts } from "@/lib/data/contacts";
import { findDeskDays } from "@/lib/data/day-tasks";
import { findGuestIds } from "@/lib/data/guest-people";
import { tellGuests } from "@/lib/data/guests-seen";
import {
  findWordsOf,
  listOwnEmails,
  listRawCards,
  type RawCard,
  type RawMeeting,
} from "@/lib/data/whisper-cards";
import type { Actor } from "@/lib/domain/actor";
import { answerFor } from "@/lib/domain/calendar/note-reply";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import type { LastContact } from "@/lib/domain/person/contact";
import { inverseOf, readRelationKind, relationWords } from "@/lib/domain/person/relation";
import {
  avoidLines,
  contactKinds,
  type EventCards,
  shortLine,
  type WhisperCard,
  type WhisperContact,
  whisperLimits,
} from "@/lib/domain/person/whisper";
import { ageOn, type LeapDayRule, nextOccurrence } from "@/lib/domain/person/yearly-date";

/** The cards of these people, as far as the transaction may see them, in the order of their names. */
export async function cardsIn(tx: Tx, actor: Actor, personIds: string[], at: Date): Promise<WhisperCard[]> {
  const workspaceId = actor.workspace.id;
  const raw = await listRawCards(tx, workspaceId, personIds);
  if (raw.length === 0) return [];
  const ids = raw.map((person) => person.id);
  const contacts = await listLastContacts(tx, workspaceId, ids, whisperLimits.contacts, at);
  const words = await findWordsOf(
    tx,
    workspaceId,
    contacts.flatMap(({ taskId }) => taskId ?? []),
  );
  const { zone, leapDayRule } = await findDeskDays(tx, workspaceId);
  return raw.map((person) => ({
    ...toCard(person, dayAt(at.getTime(), zone), leapDayRule),
    contacts: contacts.flatMap((one) => (one.personId === person.id ? toContact(one, words) : [])),
  }));
}

/** A meeting with its cards, as its page and its mail show it. */
export function toEventCards(meeting: RawMeeting, cards: WhisperCard[], others: string[]): EventCards {
  const { eventId: id, summary, allDay, startDate, place, isPrivate, isUnconfirmed } = meeting;
  const times = { startsAt: meeting.startsAt.toISOString(), endsAt: meeting.endsAt.toISOString() };
  return {
    event: {
      id,
      title: summary || "Untitled event",
      ...times,
      allDay,
      startDate,
      place,
      isPrivate,
      isUnconfirmed,
    },
    cards,
    others,
  };
}

/**
 * Who of each meeting's guests is known, and who is not. Whoever declined does not come; whoever sits at this desk needs no
 * card; whoever is private to the client is neither named nor counted for anybody else.
 */
export async function guestsOf(
  tx: Tx,
  workspaceId: string,
  meetings: Pick<RawMeeting, "attendees" | "startsAt" | "startDate">[],
): Promise<{ personIds: string[]; others: string[] }[]> {
  const own = new Set(await listOwnEmails(tx, workspaceId));
  const coming = meetings.map(({ attendees, ...time }) =>
    attendees
      .filter((guest) => !isNo(answerFor(guest, time)) && !own.has(small(guest.email)))
      .map(({ name, email, personId }) => ({
        name: name ?? "",
        email: email ?? "",
        personId: personId ?? null,
      })),
  );
  const guests = coming.flat();
  const ids = await findGuestIds(tx, workspaceId, guests);
  const known = new Map(guests.map((guest, n) => [guest, ids[n] ?? []]));
  const strangers = guests.filter((guest) => known.get(guest)?.length === 0);
  const seen = new Set((await tellGuests(tx, workspaceId, strangers)).seen);
  return coming.map((theirs) => ({
    personIds: [...new Set(theirs.flatMap((guest) => known.get(guest) ?? []))],
    others: theirs
      .filter((guest) => seen.has(guest))
      .map(({ name, email }) => name || email)
      .filter(Boolean),
  }));
}

function isNo(status: string | null): boolean {
  return status?.toLowerCase() === "declined";
}

function small(text: string | null | undefined): string {
  return text?.trim().toLowerCase() ?? "";
}

function toCard(raw: RawCard, today: string, leap: LeapDayRule): Omit<WhisperCard, "contacts"> {
  const { isDead, diedOn, careful, since, facts, ...same } = raw;
  const of = (kind: string) =>
    facts.filter((fact) => fact.kind === kind).map((fact) => shortLine(fact.value));
  const days = raw.days.map(({ kind, label, ...date }) => {
    const next = nextOccurrence(date, today, leap);
    return { kind, label, next, age: ageOn(date, next, leap) };
  });
  return {
    ...same,
    died: isDead ? { on: diedOn } : null,
    howMet: shortLine(raw.howMet),
    since: since?.toISOString() ?? null,
    promises: raw.promises.map((promise) => ({ ...promise, text: shortLine(promise.text) })),
    relations: raw.relations.map(({ kind, isOfOther, name, note }) => {
      const theirs = readRelationKind(kind);
      const label = relationWords[isOfOther ? inverseOf(theirs) : theirs];
      return { label, name, note: shortLine(note, 80) };
    }),
    topics: of("topic").slice(0, whisperLimits.facts),
    likes: of("like").slice(0, whisperLimits.facts),
    avoid: avoidLines(careful, of("avoid")),
    days: isDead ? [] : days.sort((a, b) => (a.next < b.next ? -1 : 1)).slice(0, whisperLimits.days),
    tasks: raw.tasks.map((task) => ({
      ...task,
      dueAt: task.dueAt ? new Date(task.dueAt).toISOString() : null,
    })),
  };
}

function toContact(
  { at, source, how, title, by, isByAgent, note, taskId }: LastContact,
  words: Map<string, string>,
): WhisperContact {
  return {
    at,
    what: (source === "meeting" ? contactKinds.meeting : contactKinds[how]) ?? "In touch",
    by: source === "meeting" ? "" : by,
    isByAgent,
    note: shortLine(note || (source === "meeting" ? title : "")),
    words: shortLine((taskId && words.get(taskId)) || ""),
  };
}
