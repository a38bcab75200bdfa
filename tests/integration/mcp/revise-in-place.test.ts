import { afterAll, beforeAll, expect, test } from "vitest";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { closeAppDatabase } from "@/lib/data/client";
import { newDraft } from "../../support/fence/draft-world";
import { newToken } from "../../support/fence/token-world";
import { closeWorld, type Desk, newDesk, openWorld, type World } from "../../support/fence/world";
import { type AgentHouse, type AgentLine, connectAgent, openAgentHouse } from "../../support/mcp/agent-line";
import { ownDatabase } from "../../support/own-database";

let world: World;
let house: AgentHouse;
let desk: Desk;
let pen: AgentLine;
beforeAll(async () => {
  world = await openWorld(ownDatabase());
  house = await openAgentHouse();
  desk = await newDesk(world);
  pen = await connectAgent(house, (await newToken(world, desk, desk.agent)).token);
});
afterAll(async () => {
  await pen.close();
  await house.close();
  await closeWorld(world);
  await closeAppDatabase();
  await closeAuthDatabase();
});

const written = [
  "Dear Noor,",
  "ring me on \u202d+49 170 1234567\u202c, or write to שלום\u200f.",
  "If 5 <a 6 and <b is short, the Donau\u00addampfer <br> sails. It said [U+202D].",
].join("\n\n");

async function textOf(id: string, no: number): Promise<string> {
  const { rows } = await world.sudo.query("SELECT body FROM draft_versions WHERE draft_id = $1 AND no = $2", [
    id,
    no,
  ]);
  return rows[0]?.body;
}

test("What Pen adds to Mira’s draft is all that changes in it, down to the letters that nobody sees", async () => {
  const { id } = await newDraft(world, desk, { text: written });
  const { text, latest } = (await pen.call("read_draft", { id })) as {
    text: { text: string };
    latest: number;
  };
  expect(text.text).toContain("[U+202D]+49 170 1234567[U+202C]");

  await pen.call("revise_draft", { id, basedOn: latest, text: `${text.text}\n\nYours` });

  expect(await textOf(id, 2)).toBe(`${written}\n\nYours`);
});

test("Where Mira wrote meanwhile, both texts come as they are, and go back so", async () => {
  const { id } = await newDraft(world, desk, { text: written });
  const { text } = (await pen.call("read_draft", { id })) as { text: { text: string } };
  await world.sudo.query(
    `WITH d AS (UPDATE drafts SET latest = 2 WHERE id = $1 RETURNING *)
     INSERT INTO draft_versions (workspace_id, draft_id, task_id, no, body, based_on, written_by, written_role, written_at)
     SELECT workspace_id, id, task_id, 2, $2, 1, made_by, made_role, now() FROM d`,
    [id, `\u2067My\u2069 dear, ${written}`],
  );

  const late = await pen.call("revise_draft", { id, basedOn: 1, text: `${text.text}\n\nYours` });
  expect(late.refused).toBe("words-moved");
  const { text: together } = late.together as { text: string };
  await pen.call("revise_draft", { id, basedOn: 2, text: together });

  expect(await textOf(id, 3)).toBe(`\u2067My\u2069 dear, ${written}\n\nYours`);
});

test("A number that Pen has from a stranger’s mail turns no letters around", async () => {
  const { id } = await newDraft(world, desk, { text: "Dear Noor" });
  await pen.call("revise_draft", { id, basedOn: 1, text: "Dear Noor, he wrote [U+202E]evil" });

  expect(await textOf(id, 2)).toBe("Dear Noor, he wrote [U+202E]evil");
});
