import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { listEventRows, toEventRow } from "@/lib/data/event-rows";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { EventDetail } from "@/lib/domain/calendar/event";
import { granted } from "@/lib/domain/result";
import { readCalendar } from "@/lib/queries/read-calendar";
import { readChanges } from "@/lib/queries/read-changes";
import { readEvent } from "@/lib/queries/read-event";
import { readHistory } from "@/lib/queries/read-history";
import { readTask } from "@/lib/queries/read-task";
import { searchDesk } from "@/lib/queries/search-desk";
import { applyRowsIn } from "@/lib/use-cases/calendar/apply-rows";
import { createEvent } from "@/lib/use-cases/calendar/create-event";
import { editEvent } from "@/lib/use-cases/calendar/edit-event";
import { moveEvent } from "@/lib/use-cases/calendar/move-event";
import { removeEvent } from "@/lib/use-cases/calendar/remove-event";
import { setEventPrivacy } from "@/lib/use-cases/calendar/set-event-privacy";
import { undoEvent } from "@/lib/use-cases/calendar/undo-event";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { setPersonPrivacy } from "@/lib/use-cases/person/set-person-privacy";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { createTask } from "@/lib/use-cases/task/create-task";
import { declineTask } from "@/lib/use-cases/task/decline-task";
import { editTask } from "@/lib/use-cases/task/edit-task";
import { makeTask } from "@/prisma/seed/make/make-task";
import { booking, noWord, targetOf } from "../../support/book";
import { cast } from "../../support/cast";
import { meet } from "../../support/meet";
import { must } from "../../support/must";

const at = new Date("2026-12-01T10:00:00Z");
const see = (actor: Actor, id: string) => readEvent(actor, id, null, at);
async function there(actor: Actor, id: string): Promise<EventDetail> {
  const event = await see(actor, id);
  if (event === null) throw new Error("it is not there");
  return event;
}
const december = async (actor: Actor) =>
  must(await readCalendar(actor, "2026-12-01", "2026-12-31", at)).entries.map(
    ({ type, title, firstDay, time, endTime }) => `${type} ${title} ${firstDay} ${time}–${endTime}`,
  );

/** A task about Dinner, for either of them; its id. */
async function aboutDinner(client: Actor, kind: "meeting-check" | "event-invite", eventId: string) {
  const fields = { eventId, startsAt: "2026-12-04T11:00:00.000Z" };
  return (await makeTask(client, { kind, title: `${kind}: Dinner`, fields }, at)).id;
}

/** Which of the tasks somebody sees, and whether the history tells them of Dinner at all. */
async function seenOf(ids: string[], actor: Actor) {
  const found = await Promise.all(ids.map((id) => readTask(actor, id)));
  const filter = { who: null, refused: false, subject: null, rows: false } as const;
  const history = JSON.stringify(must(await readHistory(actor, filter, null)));
  return { tasks: found.flatMap((task) => task?.id ?? []), isInHistory: /Dinner/.test(history) };
}

describe("What Mira makes private", () => {
  test("is “Busy” for Ana, has no window, and nothing she tries tells it from what was never there", async () => {
    const { client, assistant } = await cast(at);
    const event = booking({
      summary: "Surgery",
      place: "Ward 7",
      rule: "FREQ=WEEKLY;COUNT=2",
      isPrivate: true,
    });
    const { id } = must(await createEvent(client, { event, ...noWord }, at));

    expect(await december(assistant)).toEqual([
      "busy Busy 2026-12-04 12:00–13:00",
      "busy Busy 2026-12-11 12:00–13:00",
    ]);
    expect(await see(assistant, id)).toBeNull();
    const to = { start: "2026-12-05T12:00", end: "2026-12-05T13:00", allDay: false };
    const target = targetOf(await there(client, id));
    const never = { ...target, id: "00000000-0000-4000-8000-000000000000" };
    for (const one of [target, never]) {
      const answers = [
        await moveEvent(assistant, { ...one, ...to, ...noWord }, at),
        await editEvent(assistant, { ...one, event: booking(), ...noWord }, at),
        await removeEvent(assistant, one, at),
        await setEventPrivacy(assistant, { ...one, isPrivate: false }, at),
      ];
      expect(answers).toEqual(answers.map(() => ({ ok: false, refusal: { code: "not-found" } })));
    }
    expect(
      JSON.stringify(
        must(await readHistory(assistant, { who: null, refused: false, subject: null, rows: false }, null)),
      ),
    ).not.toMatch(/Surgery|Ward 7/);
  });

  test("takes its open tasks with it; open again, Ana sees it, and the tasks are Mira’s to open", async () => {
    const { client, assistant } = await cast(at);
    const { id, version } = must(
      await createEvent(assistant, { event: booking({ summary: "Dinner" }), ...noWord }, at),
    );
    const fields = { eventId: id, startsAt: "2026-12-04T11:00:00.000Z" };
    await makeTask(client, { kind: "meeting-check", title: "Double-check: Dinner", fields }, at);
    expect((await there(assistant, id)).tasks).toMatchObject([{ kind: "meeting-check" }]);

    expect(await setEventPrivacy(assistant, { id, version, isPrivate: true }, at)).toMatchObject({
      refusal: { code: "only-client" },
    });
    const hidden = must(await setEventPrivacy(client, { id, version, isPrivate: true }, at));
    expect(await see(assistant, id)).toBeNull();
    must(await undoEvent(client, hidden.undo, at));
    expect((await there(assistant, id)).tasks).toEqual([]);
    expect((await there(client, id)).tasks).toHaveLength(1);
  });

  test("takes its closed tasks with it, and what the history says of them; open again, Ana sees them", async () => {
    const { client, assistant } = await cast(at);
    const { id, version } = must(
      await createEvent(assistant, { event: booking({ summary: "Dinner" }), ...noWord }, at),
    );
    const done = await aboutDinner(client, "event-invite", id);
    const declined = await aboutDinner(client, "meeting-check", id);
    must(await completeTask(client, { id: done, version: 1, note: "" }, at));
    must(await declineTask(client, { id: declined, version: 1, note: "" }, at));
    const everything = { tasks: [done, declined], isInHistory: true };
    expect(await seenOf([done, declined], assistant)).toEqual(everything);

    const { seq } = must(await readChanges(assistant, 0, at));
    const hidden = must(await setEventPrivacy(client, { id, version, isPrivate: true }, at));
    expect(must(await readChanges(assistant, seq, at)).gone.sort()).toEqual([done, declined].sort());
    expect(await seenOf([done, declined], assistant)).toEqual({ tasks: [], isInHistory: false });
    expect(await seenOf([done, declined], client)).toEqual(everything);
    must(await undoEvent(client, hidden.undo, at));
    expect(await seenOf([done, declined], assistant)).toEqual(everything);
  });

  test("is told by no task that names it: what Ana names is refused, whether it is private, open or nowhere", async () => {
    const { client, assistant } = await cast(at);
    const made = async (isPrivate: boolean) => {
      const event = { ...booking({ summary: "Dinner" }), isPrivate };
      return there(client, must(await createEvent(client, { event, ...noWord }, at)).id);
    };
    const entries = [await made(true), await made(false), { id: randomUUID(), uid: randomUUID() }];
    const own = await makeTask(assistant, { kind: "event-invite", title: "Own" }, at);
    for (const { id, uid } of entries)
      for (const fields of [{ eventId: id }, { eventUid: uid }]) {
        const task = { kind: "meeting-check", title: "Check", fields } as const;
        const no = { refusal: { code: "invalid" } };
        expect(await createTask(assistant, task, at)).toMatchObject(no);
        expect(await editTask(assistant, { id: own.id, version: own.version, fields })).toMatchObject(no);
      }
  });

  test("takes its open tasks with it from its form, too", async () => {
    const { client, assistant } = await cast(at);
    const { id } = must(
      await createEvent(assistant, { event: booking({ summary: "Dinner" }), ...noWord }, at),
    );
    const fields = { eventId: id, startsAt: "2026-12-04T11:00:00.000Z" };
    await makeTask(client, { kind: "meeting-check", title: "Double-check: Dinner", fields }, at);
    expect(must(await searchDesk(assistant, "Dinner")).tasks).toHaveLength(1);
    const event = { ...booking(await there(client, id)), isPrivate: true };
    must(await editEvent(client, { ...targetOf(await there(client, id)), event, ...noWord }, at));

    expect(must(await searchDesk(assistant, "Dinner")).tasks).toEqual([]);
    expect(must(await searchDesk(client, "Dinner")).tasks).toHaveLength(1);
  });

  test("is so as well when a job reads that it became private elsewhere, and so are the tasks about it", async () => {
    const { client, assistant, system } = await cast(at);
    const { id } = must(
      await createEvent(assistant, { event: booking({ summary: "Dinner" }), ...noWord }, at),
    );
    const fields = { eventId: id, startsAt: "2026-12-04T11:00:00.000Z" };
    const check = await makeTask(
      client,
      { kind: "meeting-check", title: "Double-check: Dinner", fields },
      at,
    );
    const about = { kind: "event", id } as const;
    must(
      await writeAs(system, "sync-calendar", about, async (tx) => {
        const [before] = await listEventRows(tx, system.workspace.id, [id]);
        if (!before) throw new Error("it is not there");
        await applyRowsIn(tx, system, [{ before, after: { ...toEventRow(before), isPrivate: true } }], at);
        return granted(null);
      }),
    );
    expect(await see(assistant, id)).toBeNull();
    expect(await see(client, id)).toMatchObject({ isPrivate: true });
    expect(await seenOf([check.id], assistant)).toEqual({ tasks: [], isInHistory: false });
    expect(await seenOf([check.id], client)).toEqual({ tasks: [check.id], isInHistory: true });
  });

  test("may also come from elsewhere; what a file brought is taken off the calendar, and comes back", async () => {
    const { client, assistant } = await cast(at);
    const id = await meet(client, [], new Date("2026-12-08T12:00:00Z"));
    const { version } = must(await setEventPrivacy(client, { id, version: 1, isPrivate: true }, at));
    expect(await december(assistant)).toEqual(["busy Busy 2026-12-08 13:00–14:00"]);

    const edit = { id, version, scope: "all", occurrence: null, event: booking(), ...noWord } as const;
    expect(await editEvent(client, edit, at)).toMatchObject({ refusal: { code: "not-ours" } });
    const removed = must(await removeEvent(client, { id, version, scope: "all", occurrence: null }, at));
    expect(await december(client)).toEqual([]);
    must(await undoEvent(client, removed.undo, at));
    expect(await december(client)).toEqual(["event Lunch at the harbour 2026-12-08 13:00–14:00"]);
  });
});

describe("A guest who is Mira’s own", () => {
  test("is not there for Ana, and stays when she saves the form without them", async () => {
    const { client, assistant } = await cast(at);
    const noor = must(await addPerson(client, { name: "Noor Haddad", dates: [] }, at));
    const guests = [
      { name: "Noor", email: "", personId: noor.id },
      { name: "Joon Park", email: "joon@test.invalid", personId: null },
    ];
    const { id } = must(await createEvent(client, { event: booking({ guests }), ...noWord }, at));
    must(await setPersonPrivacy(client, { id: noor.id, version: 1 }, true));

    const hers = await there(assistant, id);
    expect(hers.guests.map(({ name }) => name)).toEqual(["Joon Park"]);
    const event = { ...booking(hers), guests: [{ name: "Ida Lind", email: "", personId: null }] };
    must(await editEvent(assistant, { ...targetOf(hers), event, ...noWord }, at));
    expect((await there(client, id)).guests.map(({ name }) => name)).toEqual(["Ida Lind", "Noor"]);

    const named = booking({ guests: [{ name: "Noor", email: "", personId: noor.id }] });
    const absent = booking({ guests: [{ name: "Noor", email: "", personId: id }] });
    const [one, other] = [
      await createEvent(assistant, { event: named, ...noWord }, at),
      await createEvent(assistant, { event: absent, ...noWord }, at),
    ];
    expect(one).toMatchObject({ refusal: { code: "invalid" } });
    expect(one).toEqual(other);
  });
});
