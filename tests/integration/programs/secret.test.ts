import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { closeAppDatabase } from "@/lib/data/client";
import { closeWorld, openWorld, type World } from "../../support/fence/world";
import { ownDatabase } from "../../support/own-database";
import { openProgramHouse, type ProgramHouse } from "../../support/programs/program-house";
import { ScriptedProgram } from "../../support/programs/scripted-program";
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

describe("A secret renews once", () => {
  test("one that comes again ends the sign-in: two have it", async () => {
    await scene.signIn();
    const first = program.stored?.refresh_token ?? "";
    await program.begin();
    expect(await program.knock()).toBe(200);

    expect(await program.ask(program.withSecret(first))).toMatchObject({
      status: 400,
      error: "invalid_grant",
    });

    expect(await program.knock()).toBe(401);
    expect(await program.ask(program.withSecret())).toMatchObject({ status: 400, error: "invalid_grant" });
    expect(await scene.ends()).toEqual(["refresh-reused"]);
  });

  test("another program gets nothing for it, and more than was allowed is not to be had", async () => {
    await scene.signIn(["tasks:read", "people:read"]);
    const other = new ScriptedProgram(house);
    await other.begin();
    const client_id = other.information?.client_id ?? "";
    expect(await program.ask({ ...program.withSecret(), client_id })).toMatchObject({
      error: "invalid_grant",
    });
    const more = { ...program.withSecret(), scope: "tasks:read tasks:write" };
    expect(await program.ask(more)).toMatchObject({ status: 400, error: "invalid_scope" });

    const less = await program.ask({ ...program.withSecret(), scope: "people:read" });

    expect(less).toMatchObject({ status: 200, scope: "people:read" });
  });

  test("after ninety days it is over, however often it was renewed", async () => {
    await scene.signIn();
    await world.sudo.query(
      "UPDATE oauth_grants SET made_at = made_at - interval '91 days', expires_at = expires_at - interval '91 days' WHERE workspace_id = $1",
      [scene.desk.id],
    );

    expect(await program.ask(program.withSecret())).toMatchObject({ status: 400, error: "invalid_grant" });
    expect(await scene.ends()).toEqual(["left"]);
  });

  test("while the agent is paused nothing opens, and nothing is used up", async () => {
    await scene.signIn();
    const pause = (at: string) =>
      world.sudo.query(`UPDATE agents SET paused_at = ${at}, paused_by = $1 WHERE user_id = $2`, [
        at === "NULL" ? null : scene.desk.client.id,
        scene.quill.id,
      ]);
    await pause("now()");
    expect(await program.knock()).toBe(403);
    expect(await program.ask(program.withSecret())).toMatchObject({
      status: 503,
      error: "temporarily_unavailable",
    });

    await pause("NULL");

    expect(await program.knock()).toBe(200);
    expect(await program.ask(program.withSecret())).toMatchObject({ status: 200 });
  });

  test.each(["the agent", "Ana"])("%s leaves the desk, and the program with them", async (who) => {
    await scene.signIn();
    const id = who === "Ana" ? scene.desk.assistant.id : scene.quill.id;
    await world.sudo.query(
      "UPDATE memberships SET ended_at = now() WHERE workspace_id = $1 AND user_id = $2",
      [scene.desk.id, id],
    );

    expect(await program.knock()).toBe(401);
    expect(await program.ask(program.withSecret())).toMatchObject({ status: 400, error: "invalid_grant" });
    expect(await scene.ends()).toEqual(["left"]);
  });
});
