import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { closeAppDatabase } from "@/lib/data/client";
import { closeWorld, openWorld, type World } from "../../support/fence/world";
import { ownDatabase } from "../../support/own-database";
import { openProgramHouse, type ProgramHouse } from "../../support/programs/program-house";
import type { ScriptedProgram } from "../../support/programs/scripted-program";
import { SignInScene } from "../../support/programs/sign-in-scene";

let world: World;
let house: ProgramHouse;
let scene: SignInScene;
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
  scene = await SignInScene.open(world, house);
  program = scene.program;
});

describe("A code opens nothing but once, at once, and for whom it was made", () => {
  const wrongs: Record<string, (form: Record<string, string>) => Record<string, string>> = {
    "without what it was asked for with": ({ code_verifier: _, ...form }) => form,
    "with another verifier": (form) => ({ ...form, code_verifier: "v".repeat(43) }),
    "with the challenge in place of the verifier": (form) => ({
      ...form,
      code_verifier: program.asks.searchParams.get("code_challenge") ?? "",
    }),
    "from another address": (form) => ({ ...form, redirect_uri: "http://127.0.0.1:43118/back" }),
    "without its address": ({ redirect_uri: _, ...form }) => form,
    "as another program": (form) => ({ ...form, client_id: randomUUID() }),
    "for another server": (form) => ({ ...form, resource: "https://elsewhere.test/api/mcp" }),
    "with a secret that no program has": (form) => ({ ...form, client_secret: "guessed" }),
    "as a password": (form) => ({ ...form, grant_type: "password", username: "mira", password: "x" }),
    "as a program that needs nobody": (form) => ({ ...form, grant_type: "client_credentials" }),
  };
  test.each(Object.entries(wrongs))("%s", async (_, wrong) => {
    const back = await scene.allow();

    const answer = await program.ask(wrong(program.withCode(back)));

    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.access_token).toBeUndefined();
    const { rows } = await world.sudo.query("SELECT 1 FROM api_tokens WHERE workspace_id = $1", [
      scene.desk.id,
    ]);
    expect(rows).toEqual([]);
  });

  test("twice: whatever came of it is over", async () => {
    const back = await scene.allow();
    await program.finish(back);
    expect(await program.knock()).toBe(200);

    expect(await program.ask(program.withCode(back))).toMatchObject({ status: 400, error: "invalid_grant" });

    expect(await program.knock()).toBe(401);
    expect(await program.ask(program.withSecret())).toMatchObject({ status: 400, error: "invalid_grant" });
    expect(await scene.ends()).toEqual(["code-reused"]);
  });

  test("twice at the same moment: at most one token, and that is over", async () => {
    const back = await scene.allow();

    const answers = await Promise.all([1, 2, 3, 4].map(() => program.ask(program.withCode(back))));

    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    for (const { access_token } of answers)
      if (access_token) expect(await program.knock(access_token)).toBe(401);
    expect(await scene.ends()).toEqual(["code-reused"]);
  });

  test("after a minute", async () => {
    const back = await scene.allow();
    await world.sudo.query(
      "UPDATE oauth_codes SET made_at = made_at - interval '61 seconds' WHERE workspace_id = $1",
      [scene.desk.id],
    );

    expect(await program.ask(program.withCode(back))).toMatchObject({ status: 400, error: "invalid_grant" });
  });
});
