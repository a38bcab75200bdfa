import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { allowProgram } from "@/app/(entrance)/oauth/authorize/actions";
import { type FormState, untouchedForm } from "@/lib/actions/form-state";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { closeAppDatabase } from "@/lib/data/client";
import { usualScopes } from "@/lib/domain/program";
import { newDraftAgent } from "../../support/fence/token-world";
import {
  closeWorld,
  type Desk,
  newDesk,
  openWorld,
  type Someone,
  type World,
} from "../../support/fence/world";
import { ownDatabase } from "../../support/own-database";
import { HOUSE, openProgramHouse, type ProgramHouse } from "../../support/programs/program-house";
import { ScriptedProgram } from "../../support/programs/scripted-program";

// Next hands an action its request out of sight; here it is in sight.
const carried = vi.hoisted(() => ({ cookie: "" }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (carried.cookie ? { value: carried.cookie } : undefined) }),
  headers: async () => new Headers(),
}));
vi.mock("next/cache", () => ({ refresh: () => undefined }));

let world: World;
let house: ProgramHouse;
let desk: Desk;
let quill: Someone;
let program: ScriptedProgram;
beforeAll(async () => {
  world = await openWorld(ownDatabase());
  house = await openProgramHouse();
});
afterAll(async () => {
  await house.close();
  await closeWorld(world);
  await closeAppDatabase();
  await closeAuthDatabase();
});
beforeEach(async () => {
  desk = await newDesk(world);
  quill = await newDraftAgent(world, desk);
  program = new ScriptedProgram(house);
  expect(await program.begin()).toBe("REDIRECT");
});

type Choice = { who?: Someone; agent?: Someone; scopes?: readonly string[]; asked?: string; slug?: string };

/** Somebody presses Allow on the page that the program has opened: where they are led, or what the page says instead. */
async function press(choice: Choice = {}): Promise<URL | FormState> {
  const { who = desk.assistant, agent = quill, scopes = usualScopes, slug = desk.slug } = choice;
  carried.cookie = who.token;
  const form = new FormData();
  form.set("workspace", slug);
  form.set("asked", choice.asked ?? program.asks.search.slice(1));
  form.set("agent", agent.id);
  for (const scope of scopes) form.set(scope, "on");
  try {
    return await allowProgram(untouchedForm, form);
  } catch (error) {
    const { digest = "" } = error as { digest?: string };
    if (!digest.startsWith("NEXT_REDIRECT")) throw error;
    return new URL(digest.split(";").slice(2, -2).join(";"), HOUSE);
  }
}

async function why(): Promise<string[]> {
  const { rows } = await world.sudo.query(
    "SELECT coalesce(ended_why, 'signed in') AS why FROM oauth_grants WHERE workspace_id = $1",
    [desk.id],
  );
  return rows.map((row) => row.why);
}

describe("Nobody lets a program in as somebody else's", () => {
  const said = (answer: URL | FormState) =>
    answer instanceof URL ? answer.href : (answer.problem ?? Object.values(answer.fields)[0]);

  test("Mira does not as Ana's agent, nor Ana as Mira's", async () => {
    expect(said(await press({ who: desk.client }))).toMatch(/that you answer for/);
    expect(said(await press({ agent: desk.agent }))).toMatch(/that you answer for/);
    expect(await why()).toEqual([]);
  });

  test("an agent lets none in, not even through somebody's screen", async () => {
    expect(said(await press({ who: quill }))).not.toMatch(/^http/);
    expect(await why()).toEqual([]);
  });

  test("nobody at a stranger's desk, where there is no such desk", async () => {
    const stranger = await newDesk(world);
    await expect(press({ who: stranger.client })).rejects.toMatchObject({
      digest: expect.stringContaining("404"),
    });
  });

  test("nothing ticked, a paused agent, or a request that was changed on the way: nothing is given", async () => {
    expect(said(await press({ scopes: [] }))).toMatch(/at least one/);
    for (const [name, value] of [
      ["redirect_uri", "https://elsewhere.test/back"],
      ["redirect_uri", "http://127.0.0.1:43117/elsewhere"],
      ["client_id", randomUUID()],
      ["code_challenge_method", "plain"],
      ["code_challenge", ""],
      ["resource", "https://elsewhere.test/api/mcp"],
      ["response_type", "token"],
    ] as const) {
      const asked = new URLSearchParams(program.asks.search);
      asked.set(name, value);
      expect(said(await press({ asked: asked.toString() })), name).toMatch(/something else/);
    }
    await world.sudo.query("UPDATE agents SET paused_at = now(), paused_by = $1 WHERE user_id = $2", [
      desk.client.id,
      quill.id,
    ]);
    expect(said(await press())).toMatch(/paused/);
    expect(await why()).toEqual([]);
  });
});
