import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { closeAppDatabase } from "@/lib/data/client";
import { scopes } from "@/lib/domain/token";
import { scopeOf } from "@/lib/schemas/operation";
import { holdAnswer, operationOf } from "../../support/fence/hold-answer";
import { newDraftAgent, newToken } from "../../support/fence/token-world";
import { closeWorld, type Desk, openWorld, type Someone, type World } from "../../support/fence/world";
import { ownDatabase } from "../../support/own-database";
import { deskRows, type Row, taskRows } from "./doors";
import { knock, nameOf, photograph } from "./knock";
import { absent, askOf, isOpenToAll, makeThing, twoDesks } from "./things";

const rows = [...taskRows, ...deskRows];

/** What only somebody who may finish things does: a draft-only agent is refused there, whatever is delegable. */
const finishing =
  /^POST .*(\/tasks\/(\[id\]\/\[verb\]|bulk) (complete|decline|reopen)|\/drafts\/\[id\]\/(release|went-out)|\/sendings\/\[id\]\/again|\/tasks\/\[id\]\/check|\/checks\/\[id\]\/undo)$/;

/** Who is behind a token: whose things it is tried on, and what a person in their place is answered. */
const programs = [
  { who: "Mira’s own token", as: "client", answer: 1 },
  { who: "Ana’s token", as: "assistant", answer: 1 },
  { who: "a token of an agent that may finish", as: "agent", answer: 2 },
  { who: "a token of an agent that only drafts", as: "agent", answer: 2 },
  { who: "Ana’s token for looking", as: "assistant", answer: 1 },
] as const;
type Program = (typeof programs)[number];

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

function tokensOf(desk: Desk, drafter: Someone): Promise<Someone>[] {
  return [
    newToken(world, desk, desk.client),
    newToken(world, desk, desk.assistant),
    newToken(world, desk, desk.agent, { madeBy: desk.client }),
    newToken(world, desk, drafter, { madeBy: desk.assistant }),
    newToken(world, desk, desk.assistant, { scopes: scopes.filter((one) => one.endsWith(":read")) }),
  ];
}

/** What a token is answered: never more than its holder, never what asks for the client in person. */
function expectedOf(row: Row, { who, answer }: Program): readonly string[] {
  const is = operationOf(row.door);
  const scope = scopeOf(is);
  if (scope === null || (is.inOwnHand && who.startsWith("Mira"))) return ["403 in-person"];
  if (who.endsWith("for looking") && scope.endsWith(":write")) return ["403 out-of-scope"];
  const own = row.byToken?.[answer === 2 ? "agent" : who.startsWith("Mira") ? "client" : "assistant"];
  const said = own ?? row.answers[answer];
  const isFinishing = finishing.test(row.door) && who.endsWith("only drafts");
  if (!isFinishing) return [said];
  // Of two reasons against it, either may be said first.
  return said === "200" ? ["403 draft-only"] : [said, "403 draft-only"];
}

describe("Doors, and what a token opens", () => {
  test.each(
    rows.map((row) => [`${row.door} on a ${row.on}${row.when ? `, ${row.when}` : ""}`, row] as const),
  )("%s", async (_, row) => {
    const { desk, stranger } = await twoDesks(world);
    const drafter = await newDraftAgent(world, desk);
    const tokens = await Promise.all(tokensOf(desk, drafter));
    const tries = [];
    for (const program of programs) {
      const people = program.who.endsWith("only drafts") ? { ...desk, agent: drafter } : desk;
      tries.push({ program, thing: await makeThing(world, row, people, program.as) });
    }
    const hidden = row.on === "desk" ? [] : [{ id: absent }];
    if (row.on !== "desk" && !isOpenToAll(row)) {
      const thing = await makeThing(world, row, desk, "client", true);
      const answer = await knock(row.door, desk.slug, thing.id, tokens[0] as Someone, askOf(row, thing));
      cells += 1;
      expect(answer.status, `Mira’s token on what is private: ${answer.text}`).toBeLessThan(500);
    }
    const wrong: string[] = [];
    let before = await photograph(world, [desk, stranger]);
    for (const [n, { program, thing }] of tries.entries()) {
      const ask = askOf(row, thing);
      const answer = await knock(row.door, desk.slug, thing.id, tokens[n] as Someone, ask);
      cells += 1;
      holdAnswer(row.door, answer, `${program.who}: ${row.door}`);
      const expected = expectedOf(row, program);
      if (!expected.includes(nameOf(answer)))
        wrong.push(
          `${program.who}: ${nameOf(answer)}, not ${expected.join(" or ")} (${answer.text.slice(0, 160)})`,
        );
      expect(answer.text.replace(/"q":"[^"]*"/, ""), program.who).not.toMatch(/quince/i);
      if (program.as !== "client")
        expect(answer.text.replace(/"q":"[^"]*"/, ""), program.who).not.toMatch(/xylophone/i);
      const after = await photograph(world, [desk, stranger]);
      if (nameOf(answer) !== "200") expect(after, `${program.who} changed something`).toBe(before);
      before = after;
      for (const { id } of hidden) {
        const elsewhere = await knock(row.door, stranger.slug, id, tokens[n] as Someone, ask);
        cells += 1;
        expect(nameOf(elsewhere), `${program.who} at a stranger’s desk`).toBe("404 not-found");
      }
    }
    expect(wrong).toEqual([]);
  });
});

test("The table has all the cells it is to have", () => {
  const onDesk = rows.filter((row) => row.on === "desk").length;
  const open = rows.filter(isOpenToAll).length;
  const others = rows.length - onDesk;
  // Each tries the desk's own and, at a stranger's desk, nothing; Mira's token what is private besides, where there is such.
  expect(cells).toBe(onDesk * programs.length + others * programs.length * 2 + (others - open));
  expect(cells).toBeGreaterThan(3000);
});
