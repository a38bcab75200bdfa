import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import type { EventDetail, EventInput } from "@/lib/domain/calendar/event";
import type { CalendarEvent } from "@/lib/domain/calendar/view";
import { readCalendar } from "@/lib/queries/read-calendar";
import { readEvent } from "@/lib/queries/read-event";
import { createEvent } from "@/lib/use-cases/calendar/create-event";
import { undoEvent } from "@/lib/use-cases/calendar/undo-event";
import { booking, noWord } from "../../support/book";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date("2026-12-01T10:00:00Z");

/** What somebody sees of December and January: "2026-12-07 09:00 Standup". */
async function seen(actor: Actor, from = "2026-11-30", to = "2027-01-31"): Promise<string[]> {
  const { entries } = must(await readCalendar(actor, from, to, at));
  return entries
    .filter((entry): entry is CalendarEvent => entry.type === "event")
    .map(
      ({ firstDay, time, endTime, title }) => `${firstDay} ${time ?? "all day"}–${endTime ?? ""} ${title}`,
    );
}
const make = async (actor: Actor, event: EventInput) =>
  must(await createEvent(actor, { event, ...noWord }, at));
async function at9(actor: Actor, id: string, occurrence: string): Promise<EventDetail> {
  const event = await readEvent(actor, id, occurrence, at);
  if (event === null) throw new Error("it is not there");
  return event;
}
const weekly = (said: Partial<EventInput> = {}) =>
  booking({
    summary: "Standup",
    start: "2026-12-07T09:00",
    end: "2026-12-07T09:15",
    rule: "FREQ=WEEKLY;COUNT=5",
    ...said,
  });

describe("An entry that Ana makes", () => {
  test("stands on both calendars with what she typed, and is taken back by her alone", async () => {
    const { client, assistant } = await cast(at);
    const made = await make(
      assistant,
      booking({ summary: "Lunch with Noor", place: "Quay 4", note: "Window table" }),
    );

    expect(await seen(client)).toEqual(["2026-12-04 12:00–13:00 Lunch with Noor"]);
    const event = await at9(client, made.id, "2026-12-04T11:00:00Z");
    expect(event).toMatchObject({
      summary: "Lunch with Noor",
      place: "Quay 4",
      note: "Window table",
      own: true,
      held: false,
      isRepeating: false,
      madeBy: "Ana Duarte",
      start: "2026-12-04T12:00",
      end: "2026-12-04T13:00",
      can: { change: true, hide: true, allow: false },
    });
    expect(event.uid).toMatch(/^[0-9a-f-]{36}@firsthand$/);

    expect(await undoEvent(client, made.undo, at)).toMatchObject({ refusal: { code: "not-found" } });
    must(await undoEvent(assistant, made.undo, at));
    expect(await seen(client)).toEqual([]);
    expect(await undoEvent(assistant, made.undo, at)).toMatchObject({ refusal: { code: "not-undoable" } });
  });

  test("for whole days ends with its last day, as typed", async () => {
    const { client } = await cast(at);
    const days = { allDay: true, start: "2026-12-28", end: "2026-12-30", summary: "Skiing" };
    const { id } = await make(client, booking(days));
    const event = await at9(client, id, "2026-12-27T23:00:00Z");

    expect([event.start, event.end, event.allDay]).toEqual(["2026-12-28", "2026-12-30", true]);
    expect(event.endsAt).toBe("2026-12-30T23:00:00.000Z");
  });

  test.each([
    [{ end: "2026-12-04T12:00" }, { end: "The end comes after the start." }],
    [{ start: "2026-12-04" }, { start: "Give a time, or choose all day." }],
    [{ zone: "Mars/Olympus" }, { zone: "Choose a time zone, such as Europe/Lisbon." }],
    [{ rule: "FREQ=HOURLY" }, { rule: "An entry repeats once a day at most." }],
    [{ rule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" }, { rule: "This never happens." }],
    [
      { guests: [{ name: "", email: "", personId: null }] },
      { guests: "Give every guest a name or an address." },
    ],
  ])("that cannot be, %j, says why at its field", async (said, fields) => {
    const { assistant } = await cast(at);

    expect(await createEvent(assistant, { event: booking(said), ...noWord }, at)).toEqual({
      ok: false,
      refusal: { code: "invalid", fields },
    });
  });

  test("on a day that its rule does not pick begins with the first that it does", async () => {
    const { client } = await cast(at);
    await make(client, weekly({ rule: "FREQ=WEEKLY;BYDAY=WE;COUNT=2" }));

    expect(await seen(client)).toEqual(["2026-12-09 09:00–09:15 Standup", "2026-12-16 09:00–09:15 Standup"]);
  });
});
