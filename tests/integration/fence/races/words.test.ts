import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "../../../support/connect";
import { refusals } from "../../../support/fence/removals";
import { dice, interleave, type Outcome, pick } from "../../../support/fence/schedule";
import { approved, due, lent, released, type Words, written } from "../../../support/fence/words";
import { closeWorld, during, newDesk, newTask, openWorld, type World } from "../../../support/fence/world";
import { ownDatabase } from "../../../support/own-database";
import { whatIsWrongWithWords } from "./word-invariants";
import { allDoings, type WordStage, writeWordScripts } from "./word-scripts";

const seeds = [1, 2, 3, Date.now() % 1_000_000];

/** How a script may end: refused by name. Anything else, a deadlock above all, is a mistake. */
const expected = [
  "FH001 fence: nobody has proved who is writing",
  "FH004 fence: nobody but the client may let this go",
  "FH004 fence: nothing leaves that was not let go",
  "FH004 fence: these words are leaving",
  "FH004 fence: this is not what was shown",
  "FH004 fence: words do not leave that way",
  "FH004 fence: words that are leaving stay as they are",
  "FH005 fence: there is nothing here to approve",
  "FH006 fence: a closed task is re-opened before it is changed",
  "23505 sendings_one_at_a_time",
  "40001 could not serialize access due to concurrent update",
];

/** How far words are when the race begins. */
const starts = {
  submitted: written,
  "let go by the client": approved,
  lent,
  "let go by the assistant": released,
};
type Start = keyof typeof starts;

const notShown = "FH004 fence: this is not what was shown";
const nothingHere = "FH005 fence: there is nothing here to approve";
const leaves = "FH004 fence: these words are leaving";
const staysAsItWas = "FH004 fence: words that are leaving stay as they are";
const notThatWay = "FH004 fence: words do not leave that way";

/** Two at once, and how the later one is refused; null where both may go through, each in its turn. */
const pairs: [start: Start, one: string, other: string, refusal: string | null][] = [
  ["submitted", "client approves", "assistant writes a version", notShown],
  ["submitted", "client approves, and says so last", "assistant changes the subject", notShown],
  ["submitted", "client approves", "assistant takes the file out", notShown],
  ["submitted", "client approves", "client changes the signature", notShown],
  ["submitted", "client approves", "client approves", nothingHere],
  ["submitted", "client approves", "client completes", nothingHere],
  ["let go by the client", "client undoes", "job claims", leaves],
  ["let go by the client", "client completes", "job claims", leaves],
  ["let go by the client", "assistant writes a version", "job claims", staysAsItWas],
  ["let go by the client", "client edits", "job claims", staysAsItWas],
  ["let go by the client", "client changes the signature", "job claims", null],
  ["let go by the client", "job claims", "job claims, and hands over", notThatWay],
  ["lent", "client removes Ana", "assistant lets go", "FH001 fence: nobody has proved who is writing"],
  [
    "lent",
    "client withdraws the leave",
    "assistant lets go",
    "FH004 fence: nobody but the client may let this go",
  ],
  ["let go by the assistant", "client removes Ana", "job claims, whatever it is", notThatWay],
  ["let go by the assistant", "client withdraws the leave", "job claims", null],
];

let world: World;
let connections: { on: World["app"]; pid: number }[];
beforeAll(async () => {
  world = await openWorld(ownDatabase());
  const third = await connect(ownDatabase().appUrl);
  connections = await Promise.all(
    [world.app, world.other, third].map(async (on) => ({
      on,
      pid: (await on.query("SELECT pg_backend_pid() AS pid")).rows[0].pid,
    })),
  );
});
afterAll(async () => {
  await connections[2]?.on.end();
  await closeWorld(world);
});

/** A desk of its own, with words that are as far as the race wants them; what waits has waited long enough. */
async function setStage(start: Start): Promise<WordStage> {
  const desk = await newDesk(world);
  const strict = await newTask(world, desk, { tag: "must-be-you" });
  const loose = await newTask(world, desk, { tag: "delegable" });
  const scene = { ...world, desk, strict, loose, stranger: desk };
  const words: Words = await starts[start](scene);
  await due(world, words);
  const { rows } = await during(world.app, desk.client, desk, (on) =>
    on.query("SELECT encode(fence.draft_seal($1, $2), 'hex') AS seal", [desk.id, words.draft]),
  );
  return { desk, words, seal: rows[0].seal, jobSecret: world.jobSecret };
}

describe.each(pairs)("Words are %s: %s, %s", (start, one, other, refusal) => {
  test("Whoever comes first has it, and it holds either way", { timeout: 60_000 }, async () => {
    const roll = dice(7);
    const endings = new Set<string | null>();
    for (let n = 0; n < 16; n++) {
      const stage = await setStage(start);

      const outcomes = await interleave(
        writeWordScripts(stage, [one, other]),
        connections,
        world.owner,
        roll,
      );

      for (const outcome of outcomes) endings.add(outcome.refusal);
      expect(await whatIsWrongWithWords(world, stage), sayHow(outcomes)).toEqual([]);
    }
    expect([...endings].filter((ending) => ending !== null)).toEqual(refusal === null ? [] : [refusal]);
  });
});

test.each(seeds)(
  "Two or three of them do anything at once, fifty times, seed %i",
  { timeout: 120_000 },
  async (seed) => {
    const roll = dice(seed);
    for (let n = 0; n < 50; n++) {
      const start = pick(Object.keys(starts) as Start[], roll);
      const stage = await setStage(start);
      const names = Array.from({ length: 2 + Math.floor(roll() * 2) }, () => pick(allDoings, roll));
      const isolation = names.map(() => (roll() < 0.1 ? " ISOLATION LEVEL REPEATABLE READ" : ""));

      const outcomes = await interleave(
        writeWordScripts(stage, names, isolation),
        connections,
        world.owner,
        roll,
      );

      const what = `seed ${seed}, schedule ${n}, ${start}: ${sayHow(outcomes)}`;
      expect(
        outcomes.filter(({ refusal }) => refusal !== null && !expected.includes(refusal)),
        what,
      ).toEqual([]);
      expect(await whatIsWrongWithWords(world, stage), what).toEqual([]);
    }
  },
);

/** Guards that stand behind each other: only when all of them are gone does a race go wrong. */
const behindEachOther: [start: Start, one: string, other: string, guards: string[]][] = [
  ["let go by the client", "job claims", "job claims, whatever it is", ["words do not leave that way"]],
  [
    "submitted",
    "client approves",
    "assistant writes a version",
    [
      "this is not what was shown",
      "only the client approves, and exactly this",
      "nothing leaves that was not let go",
    ],
  ],
  [
    "let go by the client",
    "assistant writes a version",
    "job claims",
    [
      "words that are leaving stay as they are",
      "these words are leaving",
      "an approval is voided once, and before the words leave",
    ],
  ],
];
test.each(behindEachOther)(
  "Words are %s: %s, %s, and were these guards gone it would show: %j",
  { timeout: 60_000 },
  async (start, one, other, guards) => {
    const gone = (await refusals(world.sudo)).filter(({ what }) =>
      guards.some((sentence) => what.includes(`"fence: ${sentence}"`)),
    );
    const roll = dice(7);
    let seen = 0;
    for (const { remove } of gone) await world.sudo.query(remove);
    for (let n = 0; n < 16 && seen === 0; n++) {
      const stage = await setStage(start);
      await interleave(writeWordScripts(stage, [one, other]), connections, world.owner, roll);
      seen += (await whatIsWrongWithWords(world, stage)).length;
    }
    for (const { restore } of gone) await world.sudo.query(restore);

    expect(gone).toHaveLength(guards.length);
    expect(seen).toBeGreaterThan(0);
  },
);

function sayHow(outcomes: Outcome[]): string {
  return outcomes.map(({ name, refusal }) => `${name} (${refusal ?? "ok"})`).join("; ");
}
