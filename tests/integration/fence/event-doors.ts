import { keepAll } from "../../support/fence/event-world";
import type { Desk, World } from "../../support/fence/world";
import type { Answers, Row, Thing } from "./doors";

const desk = "/api/v1/w/[workspace]";
const all: Answers = ["200", "200", "200"];
const onlyClient: Answers = ["200", "403 only-client", "403 only-client"];
const notOurs: Answers = ["409 not-ours", "409 not-ours", "409 not-ours"];
const keptFromAll: Answers = ["403 protected", "403 protected", "403 protected"];
const theClientsWord: Answers = ["200", "403 protected", "403 protected"];
const waiting: Answers = ["403 protected", "200", "200"];

/** Tomorrow week in UTC, whenever the tests run. */
const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const event = { summary: "Lunch", start: `${day(9)}T12:00`, end: `${day(9)}T13:00`, zone: "UTC" };
const version = ({ version }: Thing) => ({ version });
const moved = (t: Thing) => ({
  ...version(t),
  start: `${day(9)}T15:00`,
  end: `${day(9)}T16:00`,
  allDay: false,
});
const edited = (t: Thing) => ({ ...version(t), event });

const set =
  (sql: string): Row["before"] =>
  async ({ sudo }: World, at: Desk, id: string) => {
    await sudo.query(`UPDATE events SET ${sql} WHERE workspace_id = $1 AND id = $2`, [at.id, id]);
    return {};
  };
const elsewhere = set("own = false, calendar_id = gen_random_uuid()");
const held = set("held = true");
const kept: Row["before"] = async (world, at) => {
  await keepAll(world, at);
  return {};
};

function over(name: string, body: (t: Thing) => object): Row[] {
  const row = { door: `POST ${desk}/events/[id]/${name}`, on: "event", before: kept } as const;
  return [
    { ...row, when: "over kept time", body, answers: keptFromAll },
    {
      ...row,
      when: "over kept time, knowing it",
      body: (t) => ({ ...body(t), overProtected: true }),
      answers: theClientsWord,
    },
    { ...row, when: "over kept time, to wait", body: (t) => ({ ...body(t), hold: true }), answers: waiting },
  ];
}

/** Entries of the calendar, by whom: either makes and changes them; time that is kept, and privacy, are the client's. */
export const eventRows: Row[] = [
  { door: `POST ${desk}/events`, on: "desk", body: () => ({ event }), answers: all },
  {
    door: `POST ${desk}/events`,
    on: "desk",
    when: "in private",
    body: () => ({ event: { ...event, isPrivate: true } }),
    answers: onlyClient,
  },
  { door: `GET ${desk}/events/[id]`, on: "event", answers: all },
  { door: `POST ${desk}/events/[id]/edit`, on: "event", body: edited, answers: all },
  {
    door: `POST ${desk}/events/[id]/edit`,
    on: "event",
    when: "in private",
    body: (t) => ({ ...version(t), event: { ...event, isPrivate: true } }),
    answers: onlyClient,
  },
  ...over("edit", edited),
  { door: `POST ${desk}/events/[id]/move`, on: "event", body: moved, answers: all },
  ...over("move", moved),
  { door: `POST ${desk}/events/[id]/remove`, on: "event", body: version, answers: all },
  ...(
    [
      ["edit", edited],
      ["move", moved],
      ["remove", version],
    ] as const
  ).map(
    ([name, body]): Row => ({
      door: `POST ${desk}/events/[id]/${name}`,
      on: "event",
      when: "kept in another calendar",
      before: elsewhere,
      body,
      answers: notOurs,
    }),
  ),
  {
    door: `POST ${desk}/events/[id]/move`,
    on: "event",
    when: "as it was",
    body: (t) => ({ ...moved(t), version: 9 }),
    answers: ["409 stale", "409 stale", "409 stale"],
  },
  {
    door: `POST ${desk}/events/[id]/privacy`,
    on: "event",
    body: (t) => ({ ...version(t), isPrivate: true }),
    answers: onlyClient,
  },
  ...[true, false].map(
    (allow): Row => ({
      door: `POST ${desk}/events/[id]/allow`,
      on: "event",
      when: allow ? "letting it stand" : "keeping the time",
      before: held,
      body: (t) => ({ ...version(t), allow }),
      answers: onlyClient,
    }),
  ),
  {
    door: `POST ${desk}/events/[id]/allow`,
    on: "event",
    when: "of one that does not wait",
    body: (t) => ({ ...version(t), allow: true }),
    answers: ["409 already-answered", "403 only-client", "403 only-client"],
  },
  { door: `POST ${desk}/events/undo`, on: "event change", body: (t) => ({ undo: t.id }), answers: all },
];
