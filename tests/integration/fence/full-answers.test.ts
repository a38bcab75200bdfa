import { afterAll, beforeAll, expect, test } from "vitest";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { closeAppDatabase } from "@/lib/data/client";
import { type FileHouse, startFileHouse } from "../../support/dav/file-house";
import { hoursAhead, vcalendar, vevent } from "../../support/dav/phone-calendar";
import { newCalendar, newConflict } from "../../support/fence/calendar-world";
import { keepAll, newOwnEvent } from "../../support/fence/event-world";
import { holdAnswer } from "../../support/fence/hold-answer";
import {
  closeWorld,
  type Desk,
  newBook,
  newBookCard,
  newDesk,
  newPerson,
  openWorld,
  type World,
} from "../../support/fence/world";
import { ownDatabase } from "../../support/own-database";
import { setSettings } from "../../support/settings";
import { knock } from "./knock";

// The operator lets calendars be read from this machine.
setSettings({ ALLOW_PRIVATE_ADDRESSES: "127.0.0.1" });

const api = "/api/v1/w/[workspace]";
const absent = "00000000-0000-4000-8000-000000000000";

let world: World;
let desk: Desk;
let house: FileHouse;
beforeAll(async () => {
  world = await openWorld(ownDatabase());
  desk = await newDesk(world);
  const lunch = vevent("lunch@elsewhere.test", "Lunch", `DTSTART:${hoursAhead(48)}`, "DURATION:PT1H");
  const odd = vevent("odd@elsewhere.test", "Odd", "DTSTART:whenever");
  house = await startFileHouse(vcalendar(lunch, odd));
});
afterAll(async () => {
  await house.stop();
  await closeWorld(world);
  await closeAppDatabase();
  await closeAuthDatabase();
});

type Ask = { query?: string; body?: object; files?: "card" | "table" };

/** What Mira is answered, once it was held to what the document promises. */
// biome-ignore lint/suspicious/noExplicitAny: what is in it is for each test to say
async function ask(door: string, id = absent, asked: Ask = {}): Promise<any> {
  const [method = "", path = ""] = door.split(" ");
  const whole = `${method} ${api}${path}`;
  const answer = await knock(whole, desk.slug, id, desk.client, asked);
  expect(answer.status, `${door}: ${answer.text}`).toBe(200);
  holdAnswer(whole, answer);
  return JSON.parse(answer.text);
}

test("Mira reads a calendar that is kept elsewhere, and every answer is as promised", async () => {
  const found = await ask("POST /calendars/look", absent, { body: { address: house.url } });
  const body = { kind: "feed", address: house.url, name: "Club" };
  const { id } = await ask("POST /calendars", absent, { body });
  let step = await ask("POST /calendars/[id]/sync", id, { body: { begin: true } });
  while (!step.finished) step = await ask("POST /calendars/[id]/sync", id, { body: {} });

  expect(found.feed.events).toBeGreaterThan(0);
  expect(await ask("GET /calendars/[id]", id)).toMatchObject({ state: "in-step", name: "Club" });
});

test("Mira is told all that waits for her in a calendar and in an address book, as promised", async () => {
  const calendar = await newCalendar(world, desk, "Work");
  await newConflict(world, desk, calendar, "/lunch.ics");
  const book = await newBook(world, desk, "Friends");
  for (const state of ["conflict", "gone", "unreadable"])
    await newBookCard(world, desk, book, `/${state}.vcf`, state);

  expect((await ask("GET /calendars/[id]", calendar)).conflictList).toHaveLength(1);
  const { conflictList, goneList, unreadList } = await ask("GET /address-books/[id]", book);
  expect([conflictList, goneList, unreadList].map((list) => list.length)).toEqual([1, 1, 1]);
});

test("Mira hears everything that stands in the way of a time, as promised", async () => {
  const event = await newOwnEvent(world, desk, "Lunch");
  await keepAll(world, desk);
  const { startsAt, endsAt } = await ask("GET /events/[id]", event);
  const after = new Date(Date.parse(endsAt) + 3_600_000).toISOString();

  const over = await ask("POST /calendar/times", absent, { body: { startsAt, endsAt } });
  const beside = await ask("POST /calendar/times", absent, {
    body: { startsAt: endsAt, endsAt: after, place: "Harbour" },
  });

  const kinds = [over, beside].map(({ conflicts }) => conflicts.map((one: { kind: string }) => one.kind));
  expect(kinds[0]).toEqual(expect.arrayContaining(["clash", "kept"]));
  expect(kinds[1]).toEqual(expect.arrayContaining(["kept", "travel"]));
  const days = `from=${startsAt.slice(0, 10)}&to=${new Date(Date.parse(after) + 86_400_000).toISOString().slice(0, 10)}`;
  const types = (await ask("GET /calendar", absent, { query: days })).entries.map(
    (one: { type: string }) => one.type,
  );
  expect(types).toEqual(expect.arrayContaining(["event", "kept"]));
});

test("Mira imports a table and takes it back, and every answer is as promised", async () => {
  const { id } = await ask("POST /imports", absent, { files: "table" });
  const columns = [
    { kind: "name", label: "" },
    { kind: "email", label: "work" },
  ];
  await ask("POST /imports/[id]/columns", id, { body: { table: 0, columns } });
  const dry = await ask("GET /imports/[id]", id);
  const made = await ask("POST /imports/[id]/confirm", id, { body: {} });
  const done = await ask("GET /imports/[id]", id);
  const undone = await ask("POST /imports/[id]/undo", id, { body: {} });

  expect(dry.rows).toMatchObject([{ what: "person", outcome: "make" }]);
  expect([made.finished, done.rows[0].personId, undone.finished]).toEqual([true, expect.any(String), true]);
  expect(await ask("GET /imports")).toMatchObject([{ id, state: "undone" }]);
});

test("Mira makes one of two people, and two again, and every answer is as promised", async () => {
  const [keptId, mergedId] = [
    await newPerson(world, desk, "Tomas Lind"),
    await newPerson(world, desk, "Tomas Lind"),
  ];
  const { pairs } = await ask("GET /people/duplicates");
  const both = { keptId, keptVersion: 1, mergedId, mergedVersion: 1 };
  const { id } = await ask("POST /people/merge", absent, { body: both });
  const twins = await ask("GET /people/[id]/look-alikes", keptId);
  await ask("POST /merges/[id]/undo", id, { body: {} });
  await ask("POST /people/apart", absent, {
    body: { oneId: keptId, otherId: mergedId, isDistinct: true },
  });

  expect(pairs.map((one: { one: { name: string } }) => one.one.name)).toContain("Tomas Lind");
  expect(twins.merges).toMatchObject([{ id, name: "Tomas Lind" }]);
  expect((await ask("GET /people/duplicates")).apart).toHaveLength(1);
});
