import type { KeptRow } from "@/lib/data/event-rows";
import type { EventFacts } from "@/lib/data/events";
import type { EventGuest, EventInput } from "@/lib/domain/calendar/event";
import type { GuestReplies } from "@/lib/domain/calendar/note-reply";
import type { Schedule } from "@/lib/domain/calendar/own-schedule";
import type { SeriesRow } from "@/lib/domain/calendar/series";

/** A guest as the row keeps them: with what they answered, where a calendar told it. */
export type KeptGuest = EventGuest & GuestReplies & { status: string | null };

/** What an entry says beside its times, as the row keeps it. */
export type EventWords = Pick<EventFacts, "summary" | "description" | "location" | "link" | "transparent"> & {
  guests: KeptGuest[];
  travelMinutes: number | null;
  wantsCheck: boolean | null;
};

/** A row that has a plan of its times, as the rules about series see it. */
export function toSeriesRow(row: KeptRow): SeriesRow<EventWords> {
  return { id: row.id, schedule: scheduleIn(row), words: wordsIn(row) };
}

/** What later times of an entry are worked out from. */
export function scheduleIn({ source, uid }: Pick<KeptRow, "source" | "uid">): Schedule {
  return { ...(source as Schedule), uid };
}

/** Whether there is such a plan; what was made without one stands at one time, and stays there. */
export function hasPlan({ source }: Pick<KeptRow, "source">): boolean {
  return typeof source === "object" && source !== null && "start" in source;
}

function wordsIn(row: KeptRow): EventWords {
  const { summary, description, location, link, transparent, travelMinutes, wantsCheck } = row;
  const guests = guestsIn(row);
  return { summary, description, location, link, transparent, guests, travelMinutes, wantsCheck };
}

/** The guests of a row, each in one form. */
function guestsIn({ attendees }: Pick<EventFacts, "attendees">): KeptGuest[] {
  const kept = Array.isArray(attendees) ? (attendees as Partial<KeptGuest>[]) : [];
  return kept.map(({ name, email, personId, status, ...guest }) => ({
    name: name ?? "",
    email: email ?? "",
    personId: personId ?? null,
    status: status ?? null,
    ...repliesOf(guest),
  }));
}

function repliesOf({ repliedWith, days, daysRepliedWith }: GuestReplies): GuestReplies {
  return {
    ...(repliedWith ? { repliedWith } : {}),
    ...(days ? { days } : {}),
    ...(daysRepliedWith ? { daysRepliedWith } : {}),
  };
}

/** What is typed, as the row keeps it; guests keep what they answered. `unseen` are those whom the writer may not see: they stay. */
export function wordsOf(
  typed: EventInput,
  was: readonly KeptGuest[],
  unseen: readonly KeptGuest[],
): EventWords {
  const typedGuests = typed.guests.map(({ name, email, personId }) => {
    const known = was.find((one) => (email ? one.email === email : one.name === name));
    return { name, email, personId, status: known?.status ?? null, ...(known ? repliesOf(known) : {}) };
  });
  return {
    summary: typed.summary,
    description: typed.note,
    location: typed.place,
    link: typed.link,
    transparent: typed.isFree,
    guests: [...typedGuests, ...unseen],
    travelMinutes: typed.travelMinutes,
    wantsCheck: typed.wantsCheck,
  };
}

/** The columns of a row that say what it is and when. */
export function columnsOf(words: EventWords, schedule: Schedule) {
  const { guests, ...rest } = words;
  const isDay = schedule.start.kind === "date";
  const rule = schedule.rules.join("\n").slice(0, 2000);
  const zone = isDay ? null : schedule.start.zone;
  return { ...rest, attendees: guests as unknown[], allDay: isDay, zone, rule, source: schedule as unknown };
}
