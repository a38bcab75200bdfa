import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { closeAppDatabase } from "@/lib/data/client";
import { holdAnswer } from "../../support/fence/hold-answer";
import { closeWorld, type Desk, newPerson, openWorld, type World } from "../../support/fence/world";
import { ownDatabase } from "../../support/own-database";
import { actionRows, deskRows, openDoors, type Row, type Thing, taskRows } from "./doors";
import { findDoors } from "./find-doors";
import {
  fromOurPages,
  knock,
  type Look,
  lookAt,
  nameOf,
  photograph,
  sessionOf,
  type Visitor,
  visitors,
} from "./knock";
import { secondThings } from "./people-doors";
import { absent, askOf, isOpenToAll, makeThing, members, twoDesks } from "./things";

const rows = [...taskRows, ...deskRows];
const written = [
  "must-be-you",
  "only-client-loosens",
  "only-client",
  "only-client-approves",
  "protected",
  "cannot-merge",
];

let world: World;
let cells = 0;
beforeAll(async () => {
  world = await openWorld(ownDatabase());
});
afterAll(async () => {
  await closeWorld(world);
  await closeAppDatabase();
  await closeAuthDatabase();
});

/** What somebody tries a line on: a thing of the desk, and those that must look absent: none, a stranger's, a private one. */
async function makeThings(row: Row, desk: Desk, stranger: Desk, who: Visitor) {
  const own = await makeThing(world, row, desk, who);
  if (row.on === "desk") return { own, elsewhere: [] };
  const there = row.isMadeBefore ? row : { ...row, before: undefined };
  const theirs = await makeThing(world, there, stranger, "stranger");
  const isKept = (who === "assistant" || who === "agent") && !isOpenToAll(row);
  const hidden = isKept ? [await makeThing(world, there, desk, who, true)] : [];
  const ids = [absent, theirs.id, ...hidden.map((thing) => thing.id)];
  return { own, elsewhere: ids.map((id) => ({ ...own, id })) };
}

/** How the two desks looked after the last cell. */
let last: Look;

/** One cell: who tries, on which thing; what they are answered, and that a "no" changed nothing and was remembered. */
async function cell(row: Row, desk: Desk, stranger: Desk, who: Visitor, thing: Thing, expected: string) {
  const what = `${row.door} ${row.when ?? ""}: ${who}`;
  const session = sessionOf(who, desk, stranger);
  const before = last;
  const answer = await knock(row.door, desk.slug, thing.id, session, askOf(row, thing));
  const after = await lookAt(world, [desk, stranger]);
  last = after;
  cells += 1;

  expect(nameOf(answer), what).toBe(expected);
  holdAnswer(row.door, answer, what);
  // What somebody asked for may be in the answer; what they do not know may not.
  const news = answer.text.replace(/"q":"\w+"/, "");
  expect(news, what).not.toMatch(/quince/i);
  if (who !== "client") expect(news, what).not.toMatch(/xylophone/i);
  if (expected === "200") {
    if (after.seq !== before.seq) expect([after.by_user, after.refusal], what).toEqual([session?.id, null]);
    return answer;
  }
  expect(after.picture, `${what}: refused, and yet something changed`).toBe(before.picture);
  const code = expected.split(" ")[1] ?? "";
  const isRemembered = written.includes(code) && row.door.startsWith("POST");
  expect(after.seq !== before.seq, `${what}: remembered`).toBe(isRemembered);
  if (isRemembered) expect([after.refusal, after.by_user], what).toEqual([code, session?.id]);
  return answer;
}

test("Every door there is has a line in the table, and every line a door", () => {
  const listed = [...rows, ...actionRows].map((row) => row.door).concat(Object.keys(openDoors));

  const doors = findDoors();
  expect(
    doors.filter((door) => !listed.includes(door)),
    "write a line for each of these into tests/integration/fence/doors.ts: who may, who may not, and on what",
  ).toEqual([]);
  expect(
    listed.filter((door) => !doors.includes(door)),
    "these doors are no more",
  ).toEqual([]);
});

describe("Doors, and who is let through them", () => {
  test.each(
    rows.map((row) => [`${row.door} on a ${row.on}${row.when ? `, ${row.when}` : ""}`, row] as const),
  )("%s", async (_, row) => {
    const { desk, stranger } = await twoDesks(world);
    const tries = [];
    for (const who of visitors) tries.push({ who, ...(await makeThings(row, desk, stranger, who)) });
    last = await lookAt(world, [desk, stranger]);
    for (const { who, own, elsewhere } of tries) {
      const member = members.indexOf(who);
      const outside = who === "signed-out" ? "401 signed-out" : "404 not-found";
      await cell(row, desk, stranger, who, own, row.answers[member] ?? outside);
      const missing = member < 0 ? outside : isReadable(row) ? "404 not-found" : "400 invalid";
      const answers = [];
      for (const thing of elsewhere) answers.push(await cell(row, desk, stranger, who, thing, missing));
      const bytes = answers.map((answer) => JSON.stringify(answer).replace(/"id\\":\\"[^"]*\\"/g, ""));
      expect(new Set(bytes).size, "a stranger's thing is absent, to the byte").toBe(
        Math.min(1, bytes.length),
      );
    }
  });
});

test("A second person or task that is a stranger's or Mira's own is absent for Ana, to the byte", async () => {
  const { desk } = await twoDesks(world);
  const id = await newPerson(world, desk, "Noor Haddad");
  const doors = new Map<string, Set<string>>();
  for (const row of secondThings) {
    const thing = { id, version: 1, ...(await row.before?.(world, desk, id)) };
    const answer = await knock(row.door, desk.slug, id, desk.assistant, askOf(row, thing));
    doors.set(row.door, (doors.get(row.door) ?? new Set()).add(`${answer.status} ${answer.text}`));
  }

  expect([...doors.values()].map((answers) => answers.size)).toEqual([1, 1, 1, 1]);
});

test("What was written down openly is gone from Ana's history once Mira makes it private", async () => {
  const { desk } = await twoDesks(world);
  const api = "/api/v1/w/[workspace]";
  const post = async (door: string, id: string, body: object, who = desk.assistant) => {
    const answer = await knock(`POST ${api}/${door}`, desk.slug, id, who, { body });
    expect(answer.status, door).toBe(200);
    return JSON.parse(answer.text) as { id: string };
  };
  const isTold = async () =>
    /marimba/i.test((await knock(`GET ${api}/history`, desk.slug, absent, desk.assistant, {})).text);
  const hide = { version: 1, isPrivate: true };
  const noor = await newPerson(world, desk, "Noor Haddad");
  const fact = await post("people/[id]/facts", noor, { kind: "like", value: "Marimba music" });
  const call = { how: "call", at: "2026-11-20T10:00:00Z", note: "Marimba duet" };
  const contact = await post("people/[id]/contacts", noor, call);
  const promise = await post("people/[id]/promises", noor, { text: "Marimba strings" });
  const person = await post("people", absent, { name: "Marimba Player" });
  const relation = { kind: "friend", otherId: person.id, note: "Marimba friends" };
  await post("people/[id]/relations", noor, relation);
  expect(await isTold()).toBe(true);

  await post("facts/[id]/privacy", fact.id, hide, desk.client);
  await post("contacts/[id]/edit", contact.id, hide, desk.client);
  await post("promises/[id]/edit", promise.id, hide, desk.client);
  await post("people/[id]/privacy", person.id, hide, desk.client);

  expect(await isTold()).toBe(false);
});

/** Whether the line's body can be read at all: one that cannot is refused before anything is looked for. */
function isReadable(row: Row): boolean {
  return row.answers[0] !== "400 invalid";
}

describe("Requests that no page of ours has sent", () => {
  const posts = [...new Set(rows.map((row) => row.door).filter((door) => door.startsWith("POST")))];
  let desk: Desk;
  let stranger: Desk;
  beforeAll(async () => {
    ({ desk, stranger } = await twoDesks(world));
  });
  test.each(posts)("%s", async (door) => {
    const row = rows.find((one) => one.door === door) as Row;
    const thing = await makeThing(world, row, desk, "client");
    const ask = askOf(row, thing);
    const picture = await photograph(world, [desk, stranger]);

    const statuses = [
      await knock(door, desk.slug, thing.id, desk.client, ask, {}),
      await knock(door, desk.slug, thing.id, desk.client, ask, { Origin: "https://elsewhere.test" }),
      await knock(door, desk.slug, thing.id, desk.client, ask, {
        ...fromOurPages,
        "Sec-Fetch-Site": "cross-site",
      }),
      await knock(door, desk.slug, thing.id, desk.client, ask, {
        ...fromOurPages,
        "Sec-Fetch-Site": "same-site",
      }),
      await knock(door, desk.slug, thing.id, desk.client, ask, { ...fromOurPages, Origin: "null" }),
      await knock(
        door,
        desk.slug,
        thing.id,
        desk.client,
        { ...ask, files: undefined },
        { ...fromOurPages, "Content-Type": "text/plain" },
      ),
    ].map((answer) => answer.status);
    cells += statuses.length;

    expect(statuses).toEqual([403, 403, 403, 403, 403, 415]);
    expect(await photograph(world, [desk, stranger])).toBe(picture);
  });
});

test("The table has all the cells it is to have", () => {
  const onDesk = rows.filter((row) => row.on === "desk").length;
  const posts = new Set(rows.map((row) => row.door).filter((door) => door.startsWith("POST"))).size;
  // Six visitors; each tries the desk's own, an absent and a stranger's thing, and two of them a private one besides, if there are such.
  const open = rows.filter(isOpenToAll).length;
  expect(cells).toBe(onDesk * 6 + (rows.length - onDesk) * (6 * 3 + 2) - open * 2 + posts * 6);
  expect(cells).toBeGreaterThan(5000);
});
