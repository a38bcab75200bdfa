import { describe, expect, test } from "vitest";
import { findWishes } from "@/lib/data/calendar-wishes";
import { readAs, writeAs } from "@/lib/data/transaction";
import { granted } from "@/lib/domain/result";
import { readEventCards } from "@/lib/queries/read-event-cards";
import { readTask } from "@/lib/queries/read-task";
import { wishCalendar } from "@/lib/use-cases/calendar/wish-calendar";
import { recordCheck } from "@/lib/use-cases/check/record-check";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { declineTask } from "@/lib/use-cases/task/decline-task";
import { editTask } from "@/lib/use-cases/task/edit-task";
import { cast } from "../../support/cast";
import { newAnsweringAccount } from "../../support/invitations/scene";
import { coming } from "../../support/meet";
import { must } from "../../support/must";
import { alter, ask, checkOf, checksOf, confirmed, enter, hours, takeOff } from "./scene";

const at = new Date("2026-12-01T09:00:00Z");
const noon = new Date("2026-12-02T12:00:00Z");
const priya = coming("priya@raman.example", "Priya Raman");
const known = async (actor: Parameters<typeof addPerson>[0], more: object = {}) =>
  must(
    await addPerson(
      actor,
      { name: "Priya Raman", emails: [{ value: "priya@raman.example", label: "" }], ...more },
      at,
    ),
  );

describe("A meeting makes its double-check", () => {
  test("a day before it begins, once, and Ana is asked to confirm who comes, when and where", async () => {
    const { client, assistant, system } = await cast(at);
    const person = await known(client, { circles: ["friends"] });
    const id = await enter(client, { startsAt: noon, attendees: [priya], zone: "America/Toronto" }, at);
    expect(await ask(system, hours(noon, -24.1))).toBe(0);
    expect(await ask(system, hours(noon, -24))).toBe(1);
    expect(await ask(system, hours(noon, -23))).toBe(0);

    const check = await checkOf(assistant);
    expect(check).toMatchObject({
      tag: "delegable",
      state: "assistant",
      personId: person.id,
      isPrivate: false,
    });
    expect(check.title).toBe("Double-check · Lunch at the harbour");
    expect(check.dueAt).toEqual(hours(noon, -4));
    expect(check.fields).toEqual({
      eventId: id,
      eventUid: id,
      startsAt: "2026-12-02T12:00:00.000Z",
      endsAt: "2026-12-02T13:00:00.000Z",
      zone: "America/Toronto",
      place: "Quay 4",
    });
    expect(await readTask(assistant, check.id)).toMatchObject({
      whoComes: "Priya Raman",
      preview: "Quay 4 · with Priya Raman",
    });
  });

  test("and is due when Mira wishes it by now, but where somebody has said another time", async () => {
    const { client, assistant, system } = await cast(at);
    for (const hour of [0, 1]) await enter(client, { startsAt: hours(noon, hour), attendees: [priya] }, at);
    await ask(system, hours(noon, -20));
    const [one, other] = await checksOf(client);
    const said = { id: other?.id ?? "", version: 1, dueAt: hours(noon, -10), dueAllDay: false };
    must(await editTask(assistant, said));

    const { wishes } = must(await readAs(client, (tx) => findWishes(tx, client.workspace.id)));
    must(await wishCalendar(client, { ...wishes, escalateHours: 12 }));

    const due = (await checksOf(client)).map(({ id, dueAt }) => [id, dueAt]);
    const starts = new Date(one?.fields.startsAt ?? "");
    expect(due).toContainEqual([one?.id, hours(starts, -12)]);
    expect(due).toContainEqual([other?.id, said.dueAt]);
  });

  test("once, however many processes ask at the same moment", async () => {
    const { client, system } = await cast(at);
    await enter(client, { startsAt: noon, attendees: [priya] }, at);
    const made = await Promise.all([1, 2, 3, 4].map(() => ask(system, hours(noon, -20))));
    expect(made.sort()).toEqual([0, 0, 0, 1]);
    await checkOf(client);
  });

  test("as early as the guest’s circle asks, and as strict: what must be Mira lies before her", async () => {
    const { client, system } = await cast(at);
    must(
      await writeAs(client, "edit-circle", { kind: "circle", id: null }, async (tx) => {
        await tx.circle.updateMany({
          where: { workspaceId: client.workspace.id, key: "inner" },
          data: { checkHours: 72, defaultTag: "must-be-you" },
        });
        return granted(null);
      }),
    );
    await known(client, { circles: ["inner"] });
    await enter(client, { startsAt: hours(noon, 48), attendees: [priya] }, at);
    expect(await ask(system, hours(noon, -24))).toBe(1);
    expect(await checkOf(client)).toMatchObject({
      tag: "must-be-you",
      tagRule: "circle-tag",
      state: "client",
    });
  });

  test("for each time of a series, when that time comes", async () => {
    const { client, system } = await cast(at);
    await enter(client, { startsAt: noon, rule: "FREQ=DAILY;COUNT=3", attendees: [priya] }, at);
    expect(await ask(system, hours(noon, -10))).toBe(1);
    expect(await ask(system, hours(noon, 1))).toBe(1);
    expect((await checksOf(client)).map(({ fields }) => fields.startsAt)).toEqual([
      "2026-12-02T12:00:00.000Z",
      "2026-12-03T12:00:00.000Z",
    ]);
  });

  test("not for Mira alone, not for an invitation that waits for its answer, and never where the entry says so", async () => {
    const { client, system } = await cast(at);
    await enter(client, { startsAt: noon }, at);
    await enter(client, { startsAt: noon, attendees: [priya], answer: "needs-action" }, at);
    await enter(client, { startsAt: noon, attendees: [priya], wantsCheck: false }, at);
    await enter(client, { startsAt: noon, attendees: [{ ...priya, status: "declined" }] }, at);
    const { address } = await newAnsweringAccount(client);
    await enter(client, { startsAt: noon, attendees: [coming(address, "Mira")] }, at);
    expect(await ask(system, hours(noon, -10))).toBe(0);
    await enter(client, { startsAt: noon, wantsCheck: true }, at);
    await enter(client, { startsAt: noon, answer: "accepted" }, at);
    expect(await ask(system, hours(noon, -10))).toBe(2);
  });
});

describe("What Ana may not see", () => {
  test("makes a check that Mira alone sees: a private meeting, and one with a private person alone", async () => {
    const { client, assistant, system } = await cast(at);
    await known(client, { isPrivate: true });
    await enter(
      client,
      { startsAt: noon, attendees: [coming("x@elsewhere.example", "Xu")], isPrivate: true },
      at,
    );
    await enter(client, { startsAt: noon, attendees: [coming(null, "priya raman")] }, at);
    expect(await ask(system, hours(noon, -10))).toBe(2);
    expect(await checksOf(assistant)).toEqual([]);
    expect((await checksOf(client)).every((check) => check.isPrivate)).toBe(true);
  });

  test("is not named beside whoever else comes", async () => {
    const { client, assistant, system } = await cast(at);
    await known(client, { isPrivate: true });
    await enter(client, { startsAt: noon, attendees: [priya, coming("tom@lind.example", "Tom Lind")] }, at);
    await ask(system, hours(noon, -10));
    const check = await checkOf(assistant);
    const seen = await readTask(assistant, check.id);
    expect(seen?.whoComes).toBe("Tom Lind");
    expect(JSON.stringify([check, seen])).not.toMatch(/priya/i);
    expect((await readTask(client, check.id))?.whoComes).toBe("Priya Raman and Tom Lind");
  });
});

describe("An open check whose meeting", () => {
  test("moves asks about the new time, and is not doubled when that time comes", async () => {
    const { client, assistant, system } = await cast(at);
    const id = await enter(client, { startsAt: noon, attendees: [priya] }, at);
    await ask(system, hours(noon, -20));
    const later = hours(noon, 72);
    await alter(client, id, { startsAt: later, place: "Quay 9" }, hours(noon, -19));
    const check = await checkOf(assistant);
    expect(check.fields).toMatchObject({ startsAt: later.toISOString(), place: "Quay 9" });
    expect((await readTask(assistant, check.id))?.whoComes).toBe("Priya Raman");
    expect(check.dueAt).toEqual(hours(later, -4));
    expect(check.note).toContain("was moved");
    expect(await ask(system, hours(later, -20))).toBe(0);
    await checkOf(assistant);
  });

  test("is called off says so, and stays open: nothing is closed but by a person", async () => {
    const { client, assistant, system } = await cast(at);
    const id = await enter(client, { startsAt: noon, attendees: [priya] }, at);
    await ask(system, hours(noon, -20));
    await takeOff(client, id, hours(noon, -19));
    const check = await checkOf(assistant);
    expect(check.state).toBe("assistant");
    expect(check.note).toBe("This is not in the calendar any more: there is nothing to confirm.");
    await ask(system, hours(noon, -18));
    expect((await checkOf(assistant)).version).toBe(check.version);
  });

  test("loses one time of a series is not taken for the next time", async () => {
    const { client, system } = await cast(at);
    const id = await enter(client, { startsAt: noon, rule: "FREQ=DAILY", attendees: [priya] }, at);
    await ask(system, hours(noon, -20));
    await alter(client, id, { startsAt: noon, rule: "FREQ=DAILY", exdates: [noon] }, hours(noon, -19));
    expect((await checkOf(client)).fields.startsAt).toBe(noon.toISOString());
    expect((await checkOf(client)).note).toContain("nothing to confirm");
  });

  test("was said to need none is left in peace", async () => {
    const { client, assistant, system } = await cast(at);
    await enter(client, { startsAt: noon, attendees: [priya] }, at);
    await ask(system, hours(noon, -20));
    const { id, version } = await checkOf(client);
    must(await declineTask(assistant, { id, version, note: "Priya lives next door." }, hours(noon, -19)));
    expect(await ask(system, hours(noon, -18))).toBe(0);
  });
});

test("Whoever gets the cards of a meeting reads that it is not yet confirmed, until it is", async () => {
  const { client, assistant, system } = await cast(at);
  await known(client);
  const id = await enter(client, { startsAt: noon, attendees: [priya] }, at);
  await ask(system, hours(noon, -20));
  expect((await readEventCards(client, id, at))?.event.isUnconfirmed).toBe(true);
  const check = await checkOf(client);
  must(await recordCheck(assistant, { id: check.id, version: check.version, ...confirmed }, at));
  expect((await readEventCards(client, id, at))?.event.isUnconfirmed).toBe(false);
});
