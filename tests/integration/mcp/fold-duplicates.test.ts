import { afterAll, beforeAll, expect, test } from "vitest";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { closeAppDatabase } from "@/lib/data/client";
import { newDraftAgent, newToken } from "../../support/fence/token-world";
import { closeWorld, type Desk, newDesk, newTask, openWorld, type World } from "../../support/fence/world";
import { type AgentHouse, type AgentLine, connectAgent, openAgentHouse } from "../../support/mcp/agent-line";
import { ownDatabase } from "../../support/own-database";

let world: World;
let house: AgentHouse;
let desk: Desk;
let quill: AgentLine;
beforeAll(async () => {
  world = await openWorld(ownDatabase());
  house = await openAgentHouse();
  desk = await newDesk(world);
  quill = await connectAgent(house, (await newToken(world, desk, await newDraftAgent(world, desk))).token);
});
afterAll(async () => {
  await quill.close();
  await house.close();
  await closeWorld(world);
  await closeAppDatabase();
  await closeAuthDatabase();
});

async function foldedInto(id: string): Promise<string | null> {
  const { rows } = await world.sudo.query("SELECT merged_into_id FROM tasks WHERE id = $1", [id]);
  return rows[0]?.merged_into_id;
}

test("Quill, who only prepares, folds a duplicate into the task it repeats, and takes it out again", async () => {
  const strict = await newTask(world, desk, { title: "Dinner with Noor" });
  const loose = await newTask(world, desk, { title: "Dinner with Noor", tag: "delegable" });
  expect((await quill.call("read_task", { id: loose })).likely).toEqual([
    expect.objectContaining({ id: strict }),
  ]);

  const folded = await quill.call("merge_task", { id: loose, version: 1, into: strict });
  expect(folded.refused).toBeUndefined();
  expect(await foldedInto(loose)).toBe(strict);
  const out = await quill.call("unmerge_task", { id: loose, version: 2 });
  expect(out.refused).toBeUndefined();
  expect(await foldedInto(loose)).toBeNull();
});

test("It folds nothing that must be Mira into what is looser, and is told which way it goes", async () => {
  const strict = await newTask(world, desk, { title: "Answer Tomas" });
  const loose = await newTask(world, desk, { title: "Answer Tomas", tag: "delegable" });

  const said = await quill.call("merge_task", { id: strict, version: 1, into: loose });
  expect(said).toMatchObject({
    refused: "cannot-merge",
    allowed: [
      { says: expect.stringMatching(/^Fold the looser task into the stricter one/), tool: "merge_task" },
    ],
  });
  expect(await foldedInto(strict)).toBeNull();
});

test("What no tool does stands apart in its rules, left to a person", async () => {
  const { text } = (await quill.read("firsthand://rules")) as unknown as { text: string };
  const may = text.split("You may:\n")[1]?.split("\n\n")[0];
  expect(may).toContain("fold a duplicate");
  expect(may).not.toContain("take back a task right after adding it");
});
