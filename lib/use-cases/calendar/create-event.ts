import { randomUUID } from "node:crypto";
import type { EventRow } from "@/lib/data/event-rows";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { carrySeries } from "@/lib/domain/calendar/carry-series";
import { whyNotHideEvent } from "@/lib/domain/calendar/event";
import { scheduleOf } from "@/lib/domain/calendar/own-schedule";
import { granted, type Result, refused } from "@/lib/domain/result";
import type { CreateEventInput } from "@/lib/schemas/event";
import { columnsOf, wordsOf } from "@/lib/use-cases/calendar/event-words";
import type { EventWritten } from "@/lib/use-cases/calendar/remember-rows";
import { whyNotGuestsIn } from "@/lib/use-cases/calendar/why-not-guests";
import { writeSeriesIn } from "@/lib/use-cases/calendar/write-series";

/** What a door answers after a change of an entry. */
export type EventChanged = EventWritten & { seq: number };

/**
 * Puts an entry on the calendar. Over kept time the client says that they know; whoever is not the client has it wait for them (`hold`).
 * Refuses `invalid` for what cannot be, `protected`, and `only-client` for a private one of an assistant's.
 */
export async function createEvent(
  actor: Actor,
  { event, ...word }: CreateEventInput,
  at: Date,
): Promise<Result<EventChanged>> {
  const id = randomUUID();
  const written = await writeAs(actor, "create-event", { kind: "event", id: null }, async (tx) => {
    const no = event.isPrivate ? whyNotHideEvent(actor) : null;
    if (no !== null) return refused(no);
    const guests = await whyNotGuestsIn(tx, actor, event.guests);
    if (guests !== null) return refused(guests);
    const uid = `${id}@firsthand`;
    const schedule = scheduleOf(event, uid);
    if (!schedule.ok) return schedule;
    const words = wordsOf(event, [], []);
    const draft = { id, schedule: { ...schedule.value, rules: [] }, words };
    const { start } = schedule.value;
    // A series begins with a time that its rule picks: the first one from what was typed on.
    const plan = carrySeries(
      draft,
      [],
      { row: draft, slot: start, start },
      { schedule: schedule.value, words },
    );
    if (!plan.ok) return plan;
    const row: EventRow = {
      ...blank,
      ...columnsOf(words, schedule.value),
      id,
      uid,
      isPrivate: event.isPrivate,
      stamp: at,
    };
    const rows = plan.value.rows.map((one) => ({ ...one, id: null }));
    const how = { isPrivate: event.isPrivate, word, at };
    return writeSeriesIn(tx, actor, { row, rows: [] }, { rows, removed: [] }, how);
  });
  return flattenEvent(written);
}

/** A written entry, as the doors answer it. */
export function flattenEvent(written: Result<{ value: EventWritten; seq: number }>): Result<EventChanged> {
  return written.ok ? granted({ ...written.value.value, seq: written.value.seq }) : written;
}

const blank = {
  recurrenceId: "",
  sequence: -1,
  status: "CONFIRMED",
  organiser: "",
  organiserAddress: "",
  answer: "",
  own: true,
  held: false,
  overProtected: false,
  removedAt: null,
} as const;
