import { afterAll, beforeAll, expect, test } from "vitest";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { closeAppDatabase } from "@/lib/data/client";
import { readFeed } from "@/lib/queries/read-feed";
import { newCalendar } from "../../support/fence/calendar-world";
import { newCheck } from "../../support/fence/check-world";
import { newDecision, newDraft } from "../../support/fence/draft-world";
import { newContact, newPromise } from "../../support/fence/entries";
import { newOwnEvent } from "../../support/fence/event-world";
import { newFeedWithSecret } from "../../support/fence/feed-world";
import {
  closeWorld,
  type Desk,
  during,
  newDesk,
  newEvent,
  newFact,
  newPerson,
  newRelation,
  newTask,
  openWorld,
  type World,
} from "../../support/fence/world";
import { ownDatabase } from "../../support/own-database";
import { deskRows, taskRows } from "./doors";
import { knock } from "./knock";

const api = "/api/v1/w/[workspace]";
const absent = "00000000-0000-4000-8000-000000000000";

let world: World;
let desk: Desk;
let hidden: string[];
let open: string;
beforeAll(async () => {
  world = await openWorld(ownDatabase());
  desk = await newDesk(world);
  open = await furnish();
  hidden = await hiddenIds();
});
afterAll(async () => {
  await closeWorld(world);
  await closeAppDatabase();
  await closeAuthDatabase();
});

/** A desk full of what is Mira's own, all of it called Xylophone and changed since; gives an open meeting with somebody private at it. */
async function furnish(): Promise<string> {
  const player = await newPerson(world, desk, "Xylophone Player", true);
  const calendar = await newCalendar(world, desk, "Xylophone concerts", true);
  await newTask(world, desk, { title: "Xylophone lesson", isPrivate: true, state: "client" });
  await newTask(world, desk, { title: "Xylophone card", personId: player });
  const post = await newTask(world, desk, { title: "Xylophone post", isPrivate: true });
  await newEvent(world, desk, "Xylophone evening", true);
  await newOwnEvent(world, desk, "Xylophone matinee", true);
  await newCheck(world, desk, { isPrivate: true });
  await newFact(world, desk, "Xylophone music", true);
  await newRelation(world, desk, "Xylophone maker", true);
  await newContact(world, desk, "Xylophone duet", true);
  await newPromise(world, desk, "Xylophone strings", true);
  await newDraft(world, desk, { isPrivate: true, state: "submitted" });
  await newDecision(world, desk, { isPrivate: true });
  const lunch = await newOwnEvent(world, desk, "Lunch");
  const guests = [
    { name: "Xylophone Player", email: "x@xylophone.test", personId: player },
    { name: "Joon Park", email: "joon@test.invalid", personId: null },
  ];
  await world.sudo.query("UPDATE persons SET emails = $2 WHERE id = $1", [
    player,
    JSON.stringify([{ label: "", value: "x@xylophone.test" }]),
  ]);
  await world.sudo.query(
    "UPDATE events SET attendees = $2, organiser = 'Xylo', organiser_address = 'x@xylophone.test' WHERE id = $1",
    [lunch, JSON.stringify(guests)],
  );
  // By Mira's own hand, so that the history has heard of everything.
  await during(world.app, desk.client, desk, async (db) => {
    await db.query("UPDATE events SET location = 'Xylophone hall' WHERE is_private");
    await db.query("UPDATE events SET calendar_id = $1 WHERE summary = 'Xylophone evening'", [calendar]);
    await db.query("UPDATE calendars SET name = 'Xylophone nights'");
    await db.query("UPDATE event_checks SET voided_at = now(), void_why = 'undone'");
    await db.query("UPDATE tasks SET note = 'Xylophone words' WHERE title LIKE 'Xylophone%'");
    await db.query("UPDATE persons SET note = 'Xylophone notes' WHERE is_private");
    const fields = { publishAt: new Date(Date.now() + 5 * 86_400_000).toISOString() };
    await db.query("UPDATE tasks SET kind = 'scheduled-post', fields = $2 WHERE id = $1", [post, fields]);
    return null;
  });
  return lunch;
}

/** The ids, and ids of series, of whatever nobody but Mira sees. */
async function hiddenIds(): Promise<string[]> {
  const { rows } = await world.sudo.query<{ id: string }>(
    `WITH p AS (SELECT id FROM persons WHERE workspace_id = $1 AND is_private),
       t AS (SELECT id FROM tasks WHERE workspace_id = $1 AND (is_private OR person_id IN (SELECT id FROM p))),
       e AS (SELECT id, uid FROM events WHERE workspace_id = $1 AND is_private)
     SELECT id::text FROM p UNION SELECT id::text FROM t UNION SELECT id::text FROM e UNION SELECT uid FROM e
     UNION SELECT id::text FROM calendars WHERE workspace_id = $1 AND is_private
     UNION SELECT k.id::text FROM event_checks k WHERE k.event_id IN (SELECT id FROM e)
     UNION SELECT d.id::text FROM drafts d WHERE d.task_id IN (SELECT id FROM t)
     UNION SELECT id::text FROM person_facts WHERE workspace_id = $1 AND is_private
     UNION SELECT k.id::text FROM kept_spans k WHERE k.task_id IN (SELECT id FROM t)`,
    [desk.id],
  );
  return rows.map(({ id }) => id);
}

/** What of Mira's own stands in a text; what was asked for may be said again. */
function given(text: string, askedFor = absent): string[] {
  const said = text.replaceAll(askedFor, "").replace(/"q":"\w+"/, "");
  return [...(/.{0,60}xylo.{0,60}/i.exec(said) ?? []), ...hidden.filter((id) => said.includes(id))];
}

const reads = [...taskRows, ...deskRows].filter(({ door }) => door.startsWith("GET"));
const onDesk = reads.filter(({ on, door }) => on === "desk" && !door.includes("[id]"));
const onThings = [...new Set(reads.filter(({ door }) => door.includes("[id]")).map(({ door }) => door))];

test("Mira herself is shown what is hers: the desk is full of it", async () => {
  const all = await knock(`GET ${api}/history`, desk.slug, absent, desk.client, {});
  expect(hidden.length).toBeGreaterThan(15);
  expect(all.text).toMatch(/Xylophone/);
});

test.each(["assistant", "agent"] as const)(
  "Whatever the %s reads says none of it",
  {
    timeout: 120_000,
  },
  async (who) => {
    const found: string[] = [];
    const look = async (door: string, id: string, ask: { query?: string; body?: object }) => {
      const answer = await knock(door, desk.slug, id, desk[who], ask);
      for (const part of given(answer.text + JSON.stringify(answer.headers), id))
        found.push(`${door}: ${part}`);
    };
    for (const { door, query } of onDesk)
      await look(door, absent, { query: typeof query === "string" ? query : undefined });
    for (const q of ["xyl", "player", "hall", "lunch"])
      for (const door of ["search", "people", "tasks"])
        await look(`GET ${api}/${door}`, absent, { query: `q=${q}` });
    for (const door of onThings) for (const id of [...hidden, open]) await look(door, id, {});
    const day = 86_400_000;
    for (const n of [1, 5, 7, 8]) {
      const startsAt = new Date(Date.now() + n * day - day / 2).toISOString();
      const endsAt = new Date(Date.now() + n * day + day / 2).toISOString();
      const body = { startsAt, endsAt, place: "", link: "", ignore: null, otherZone: null };
      await look(`POST ${api}/calendar/times`, absent, { body });
    }
    expect(found).toEqual([]);
  },
);

test.each(["all", "assistant"])("A calendar read elsewhere (%s) says none of it", async (scope) => {
  const { secret } = await newFeedWithSecret(world, desk, {
    scope,
    who: scope === "all" ? desk.client : desk.assistant,
  });
  const feed = await readFeed(secret, new Date());
  expect(feed?.text).toContain("SUMMARY:Lunch");
  expect(given((feed?.text ?? "").replaceAll("Xylophone calendar", ""))).toEqual([]);
});
