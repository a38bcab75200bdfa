import { describe, expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { EventDetail, EventInput } from "@/lib/domain/calendar/event";
import type { CalendarEvent } from "@/lib/domain/calendar/view";
import { readCalendar } from "@/lib/queries/read-calendar";
import { readEvent } from "@/lib/queries/read-event";
import { createEvent } from "@/lib/use-cases/calendar/create-event";
import { editEvent } from "@/lib/use-cases/calendar/edit-event";
import { moveEvent } from "@/lib/use-cases/calendar/move-event";
import { removeEvent } from "@/lib/use-cases/calendar/remove-event";
import { undoEvent } from "@/lib/use-cases/calendar/undo-event";
import { booking, noWord, targetOf } from "../../support/book";
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
const typed = (detail: EventDetail): EventInput => booking(detail);
const weekly = (said: Partial<EventInput> = {}) =>
  booking({
    summary: "Standup",
    start: "2026-12-07T09:00",
    end: "2026-12-07T09:15",
    rule: "FREQ=WEEKLY;COUNT=5",
    ...said,
  });

describe("A series of theirs", () => {
  test("of which only a time that was changed is left, is answered with what can be opened", async () => {
    const { client } = await cast(at);
    const { id } = await make(client, weekly({ rule: "FREQ=WEEKLY;COUNT=2" }));
    const second = await at9(client, id, "2026-12-14T08:00:00Z");
    must(await removeEvent(client, targetOf(second, "one"), at));
    const first = await at9(client, id, "2026-12-07T08:00:00Z");
    const late = { ...typed(first), start: "2026-12-07T10:00", end: "2026-12-07T10:15" };
    const moved = must(await editEvent(client, { ...targetOf(first, "one"), event: late, ...noWord }, at));
    const left = await at9(client, moved.id, "2026-12-07T09:00:00Z");

    const event = { ...typed(left), summary: "Planning" };
    const renamed = must(await editEvent(client, { ...targetOf(left, "all"), event, ...noWord }, at));

    expect(await readEvent(client, renamed.id, null, at)).toMatchObject({
      summary: "Planning",
      version: renamed.version,
    });
    expect(await seen(client)).toEqual(["2026-12-07 10:00–10:15 Planning"]);
  });

  test("goes to another zone with the hour that is typed for a time of the other half-year", async () => {
    const { client } = await cast(at);
    const start = { start: "2026-07-06T15:00", end: "2026-07-06T16:00" };
    const { id } = await make(client, weekly({ ...start, rule: "FREQ=WEEKLY;COUNT=26" }));
    const gone = await at9(client, id, "2026-12-14T14:00:00Z");
    must(await removeEvent(client, targetOf(gone, "one"), at));
    const opened = await at9(client, id, "2026-12-07T14:00:00Z");
    const there = { zone: "Asia/Kolkata", start: "2026-12-07T19:30", end: "2026-12-07T20:30" };

    const event = { ...typed(opened), ...there };
    must(await editEvent(client, { ...targetOf(opened, "all"), event, ...noWord }, at));

    // On the wall of the desk, which is Berlin's: as early as in December, and an hour later while it has summer.
    expect(await seen(client)).toEqual([
      "2026-11-30 15:00–16:00 Standup",
      "2026-12-07 15:00–16:00 Standup",
      "2026-12-21 15:00–16:00 Standup",
      "2026-12-28 15:00–16:00 Standup",
    ]);
    expect((await seen(client, "2026-07-01", "2026-07-12"))[0]).toBe("2026-07-06 16:00–17:00 Standup");
  });

  test("is changed for one time, and that one stays different when all are moved", async () => {
    const { client, assistant } = await cast(at);
    const { id } = await make(assistant, weekly());
    const second = await at9(assistant, id, "2026-12-14T08:00:00Z");
    must(
      await editEvent(
        assistant,
        {
          ...targetOf(second, "one"),
          event: {
            ...typed(second),
            summary: "Planning",
            start: "2026-12-14T10:00",
            end: "2026-12-14T11:00",
          },
          ...noWord,
        },
        at,
      ),
    );
    expect(await seen(client)).toEqual([
      "2026-12-07 09:00–09:15 Standup",
      "2026-12-14 10:00–11:00 Planning",
      "2026-12-21 09:00–09:15 Standup",
      "2026-12-28 09:00–09:15 Standup",
      "2027-01-04 09:00–09:15 Standup",
    ]);

    const third = await at9(client, id, "2026-12-21T08:00:00Z");
    const to = { start: "2026-12-22T08:30", end: "2026-12-22T08:45", allDay: false };
    const moved = must(await moveEvent(client, { ...targetOf(third, "all"), ...to, ...noWord }, at));
    expect(await seen(client)).toEqual([
      "2026-12-08 08:30–08:45 Standup",
      "2026-12-15 09:30–10:30 Planning",
      "2026-12-22 08:30–08:45 Standup",
      "2026-12-29 08:30–08:45 Standup",
      "2027-01-05 08:30–08:45 Standup",
    ]);
    expect((await at9(client, id, "2026-12-22T07:30:00Z")).repeatWords).toBe("every week, 5 times");

    must(await undoEvent(client, moved.undo, at));
    expect(await seen(client)).toContain("2026-12-14 10:00–11:00 Planning");
    expect(await seen(client)).toContain("2026-12-21 09:00–09:15 Standup");
  });

  test("from one time on becomes another series, with its exceptions, and counts on where the old one ends", async () => {
    const { client } = await cast(at);
    const { id } = await make(client, weekly());
    const fourth = await at9(client, id, "2026-12-28T08:00:00Z");
    must(await removeEvent(client, targetOf(fourth, "one"), at));
    const third = await at9(client, id, "2026-12-21T08:00:00Z");
    const changed = must(
      await editEvent(
        client,
        {
          ...targetOf(third, "following"),
          event: {
            ...typed(third),
            summary: "Late standup",
            start: "2026-12-21T16:00",
            end: "2026-12-21T16:15",
          },
          ...noWord,
        },
        at,
      ),
    );

    const after = [
      "2026-12-07 09:00–09:15 Standup",
      "2026-12-14 09:00–09:15 Standup",
      "2026-12-21 16:00–16:15 Late standup",
      "2027-01-04 16:00–16:15 Late standup",
    ];
    expect(await seen(client)).toEqual(after);
    expect(changed.id).not.toBe(id);
    must(await undoEvent(client, changed.undo, at));
    expect(await seen(client)).toEqual([
      "2026-12-07 09:00–09:15 Standup",
      "2026-12-14 09:00–09:15 Standup",
      "2026-12-21 09:00–09:15 Standup",
      "2027-01-04 09:00–09:15 Standup",
    ]);
  });

  test("is taken away for one time, from one on, or altogether, and comes back whole", async () => {
    const { client } = await cast(at);
    const { id } = await make(client, weekly());
    const all = await seen(client);
    const at2 = () => at9(client, id, "2026-12-14T08:00:00Z");

    const one = must(await removeEvent(client, targetOf(await at2(), "one"), at));
    expect(await seen(client)).toHaveLength(4);
    must(await undoEvent(client, one.undo, at));
    const following = must(await removeEvent(client, targetOf(await at2(), "following"), at));
    expect(await seen(client)).toEqual(all.slice(0, 1));
    must(await undoEvent(client, following.undo, at));
    const whole = must(await removeEvent(client, targetOf(await at2(), "all"), at));
    expect(await seen(client)).toEqual([]);
    must(await undoEvent(client, whole.undo, at));
    expect(await seen(client)).toEqual(all);
  });

  test("is not changed over what somebody else did meanwhile, and says what that was", async () => {
    const { client, assistant } = await cast(at);
    const { id } = await make(client, weekly());
    const mine = await at9(client, id, "2026-12-14T08:00:00Z");
    must(
      await editEvent(
        assistant,
        { ...targetOf(mine, "all"), event: { ...typed(mine), place: "Room 2" }, ...noWord },
        at,
      ),
    );

    const late = await editEvent(
      client,
      { ...targetOf(mine, "all"), event: { ...typed(mine), summary: "Stand-up" }, ...noWord },
      at,
    );
    expect(late).toMatchObject({ refusal: { code: "stale", version: 2, by: "Ana Duarte" } });
    const gone = await removeEvent(
      client,
      { id, version: 2, scope: "one", occurrence: "2026-12-15T08:00:00.000Z" },
      at,
    );
    expect(gone).toMatchObject({ refusal: { code: "stale" } });
  });

  test("that somebody touched since is not taken back under their hands", async () => {
    const { client, assistant } = await cast(at);
    const made = await make(assistant, weekly());
    const mine = await at9(client, made.id, "2026-12-14T08:00:00Z");
    must(
      await editEvent(
        client,
        { ...targetOf(mine, "all"), event: { ...typed(mine), place: "Room 2" }, ...noWord },
        at,
      ),
    );

    expect(await undoEvent(assistant, made.undo, at)).toMatchObject({ refusal: { code: "not-undoable" } });
    expect(await seen(client)).toHaveLength(5);
  });

  const zones =
    "Europe/Berlin America/Toronto America/Los_Angeles Asia/Kathmandu Australia/Lord_Howe Pacific/Auckland Africa/Casablanca America/Sao_Paulo Asia/Tehran Europe/London Pacific/Chatham America/St_Johns";
  test.each(zones.split(" "))(
    "every week in %s stays at its hour on that wall across both clock changes",
    async (zone) => {
      const { client } = await cast(at);
      const event = weekly({
        zone,
        start: "2027-01-04T09:00",
        end: "2027-01-04T09:30",
        rule: "FREQ=WEEKLY;COUNT=60",
      });
      const { id } = await make(client, event);
      const times = must(
        await readAs(client, (tx) =>
          tx.eventOccurrence.findMany({ where: { eventId: id }, orderBy: { startsAt: "asc" } }),
        ),
      );
      const walls = times.map(({ startsAt }) =>
        new Intl.DateTimeFormat("en-GB", {
          timeZone: zone,
          weekday: "short",
          hour: "2-digit",
          minute: "2-digit",
        }).format(startsAt),
      );

      expect(walls).toHaveLength(60);
      expect(new Set(walls)).toEqual(new Set(["Mon 09:00"]));
    },
  );
});
