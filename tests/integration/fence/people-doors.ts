import { randomUUID } from "node:crypto";
import { type Desk, newDesk, newPerson, newTask, type World } from "../../support/fence/world";
import type { Answers, Row, Thing } from "./doors";

const desk = "/api/v1/w/[workspace]";
const all: Answers = ["200", "200", "200"];
const onlyClient: Answers = ["200", "403 only-client", "403 only-client"];
const absent: Answers = ["404 not-found", "404 not-found", "404 not-found"];
const mineToSee: Answers = ["200", "404 not-found", "404 not-found"];

type Before = NonNullable<Row["before"]>;

/** Somebody, or (`task`) something, beside the person whom a door is tried on: there for nobody, or for the client alone. */
const seconds = {
  person: [
    ["nobody at all", async () => ({ other: randomUUID() }), absent],
    ["a stranger's", async (world) => ({ other: await somebodyElsewhere(world) }), absent],
    ["private", async (world, own) => ({ other: await newPerson(world, own, "Dr Secret", true) }), mineToSee],
  ],
  task: [
    ["none at all", async () => ({ other: randomUUID() }), absent],
    ["a stranger's", async (world) => ({ other: await newTask(world, await newDesk(world)) }), absent],
    ["private", async (world, own) => ({ other: await newTask(world, own, { isPrivate: true }) }), mineToSee],
  ],
} satisfies Record<string, [when: string, before: Before, answers: Answers][]>;

/** Doors that name a second thing beside the person, each with everything that the second must look absent as. */
const naming: {
  door: string;
  what: keyof typeof seconds;
  body: (thing: Thing) => object;
  /** What Mira's token, which sees what is private, makes of it: nothing becomes private by a token. */
  byToken?: string;
}[] = [
  {
    door: `POST ${desk}/people/[id]/relations`,
    what: "person",
    body: (t) => ({ kind: "friend", otherId: t.other }),
  },
  {
    door: `POST ${desk}/people/merge`,
    what: "person",
    body: (t) => ({ keptId: t.other, keptVersion: 1, mergedId: t.id, mergedVersion: t.version }),
    byToken: "403 only-client",
  },
  {
    door: `POST ${desk}/people/apart`,
    what: "person",
    body: (t) => ({ oneId: t.id, otherId: t.other, isDistinct: true }),
  },
  {
    door: `POST ${desk}/people/[id]/promises`,
    what: "task",
    body: (t) => ({ text: "Send the photos", taskId: t.other }),
    byToken: "403 only-client",
  },
];

/** The same, to be compared: for whoever is not the client, all of these answers are one, to the byte. */
export const secondThings: Row[] = naming.flatMap(({ door, what, body, byToken }) =>
  seconds[what].map(
    ([when, before, answers]): Row => ({
      door,
      on: "person",
      when: `with another that is ${when}`,
      before,
      body,
      answers,
      byToken: when === "private" ? { client: byToken ?? "200" } : undefined,
    }),
  ),
);

/** More about people: second things, exports, days of the weekly list, and whom the client brought from a file. */
export const peopleRows: Row[] = [
  ...secondThings,
  {
    door: `POST ${desk}/people/[id]/relations`,
    on: "person",
    when: "in private",
    body: () => ({ kind: "child", otherName: randomUUID(), isPrivate: true }),
    answers: onlyClient,
  },
  ...["csv", "vcard3", "vcard4"].map(
    (format): Row => ({
      door: `GET ${desk}/people/export`,
      on: "desk",
      when: `as ${format}`,
      query: `format=${format}`,
      answers: all,
    }),
  ),
  {
    door: `GET ${desk}/people/export`,
    on: "person",
    when: "of one person",
    query: (t) => `format=json&person=${t.id}`,
    answers: all,
  },
  {
    door: `POST ${desk}/people/[id]/remove`,
    on: "person",
    when: "of a circle that is greeted in person, from a file of the client's",
    before: imported,
    body: (t) => ({ version: t.version }),
    answers: onlyClient,
  },
  {
    door: `POST ${desk}/imports/[id]/columns`,
    on: "import",
    files: "table",
    body: () => ({ table: 0, columns: [{ kind: "name" }, { kind: "email" }] }),
    answers: all,
  },
  ...(["mine", "draft"] as const).map((verb) => dayRow(verb, all)),
  dayRow("skip", ["200", "403 must-be-you", "403 must-be-you"]),
];

/** An answer to the line of a birthday that must be the client. */
function dayRow(verb: "mine" | "draft" | "skip", answers: Answers): Row {
  return {
    door: `POST ${desk}/weekly/[id]/answer`,
    on: "person",
    when: `${verb}, of a birthday that must be the client`,
    before: birthday,
    body: (t) => ({ key: t.other, verb, note: "", version: 1 }),
    answers,
  };
}

/** A birthday of tomorrow's with its task; the other thing is its line's key. */
async function birthday(world: World, own: Desk, personId: string): Promise<Partial<Thing>> {
  const [id, day] = [randomUUID(), new Date(Date.now() + 86_400_000)];
  await world.sudo.query(
    "INSERT INTO person_dates (workspace_id, id, person_id, kind, month, day) VALUES ($1, $2, $3, 'birthday', $4, $5)",
    [own.id, id, personId, day.getUTCMonth() + 1, day.getUTCDate()],
  );
  const key = `day:${id}:${day.getUTCFullYear()}`;
  await newTask(world, own, { tag: "must-be-you", personId, sourceKey: key });
  return { other: key };
}

/** Somebody near whom the client has just brought from a file. */
async function imported({ sudo }: World, own: Desk, id: string): Promise<Partial<Thing>> {
  await sudo.query(
    `WITH i AS (INSERT INTO imports (workspace_id, id, kind, file_name, created_by, state) VALUES ($1, $2, 'vcard', 'm.vcf', $3, 'done'))
     UPDATE persons SET import_id = $2, circle = 'inner', circles = '{inner}' WHERE id = $2`,
    [own.id, id, own.client.id],
  );
  return {};
}

async function somebodyElsewhere(world: World): Promise<string> {
  return newPerson(world, await newDesk(world), "Somebody Elsewhere");
}
