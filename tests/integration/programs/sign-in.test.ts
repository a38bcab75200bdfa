import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findActor } from "@/lib/auth/actor";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { closeAppDatabase } from "@/lib/data/client";
import { usualScopes } from "@/lib/domain/program";
import { readHistory } from "@/lib/queries/read-history";
import { readPrograms } from "@/lib/queries/read-programs";
import { endProgram } from "@/lib/use-cases/program/end-program";
import { closeWorld, openWorld, type World } from "../../support/fence/world";
import { must } from "../../support/must";
import { ownDatabase } from "../../support/own-database";
import { HOUSE, openProgramHouse, type ProgramHouse } from "../../support/programs/program-house";
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

describe("Ana lets a program in with the official client library", () => {
  test("it finds out how, introduces itself, is let in, works, renews its token, and works on", async () => {
    expect(program.asks.origin + program.asks.pathname).toBe(`${HOUSE}/oauth/authorize`);
    const back = await scene.allow();
    expect(back.origin + back.pathname).toBe("http://127.0.0.1:43117/back");
    expect(back.searchParams.get("state")).toBe("a state of its own");
    expect(back.searchParams.get("iss")).toBe(HOUSE);

    await program.finish(back);
    expect(program.stored).toMatchObject({ token_type: "Bearer", scope: usualScopes.join(" ") });
    expect(program.stored?.access_token).toMatch(/^fh\.[\w-]{43}$/);
    const client = await program.connect();
    expect((await client.listTools()).tools.length).toBeGreaterThan(5);
    await client.close();

    const first = program.stored;
    expect(await program.begin()).toBe("AUTHORIZED");
    expect(program.stored?.access_token).not.toBe(first?.access_token);
    expect([await program.knock(first?.access_token), await program.knock()]).toEqual([401, 200]);
  });

  test("after an hour its token is over, and the library renews it by itself", async () => {
    await scene.signIn();
    const first = program.stored?.access_token;
    await world.sudo.query(
      "UPDATE api_tokens SET made_at = made_at - interval '1 hour', expires_at = expires_at - interval '1 hour' WHERE workspace_id = $1",
      [scene.desk.id],
    );
    expect(await program.knock()).toBe(401);

    const client = await program.connect();

    expect((await client.listTools()).tools.length).toBeGreaterThan(5);
    expect(program.stored?.access_token).not.toBe(first);
    await client.close();
  });

  test("it is for what Ana ticked and nothing else, and works as the agent, in the log as well", async () => {
    await scene.signIn(["tasks:read", "history:read"]);

    expect(program.stored?.scope).toBe("tasks:read");
    const { rows } = await world.sudo.query(
      "SELECT user_id, made_by, scopes, expires_at - now() < interval '61 minutes' AS short FROM api_tokens WHERE workspace_id = $1",
      [scene.desk.id],
    );
    expect(rows).toEqual([
      { user_id: scene.quill.id, made_by: scene.desk.assistant.id, scopes: ["tasks:read"], short: true },
    ]);
    const log = await world.sudo.query(
      "SELECT verb, subject, door, by_user FROM log_entries WHERE workspace_id = $1 ORDER BY seq",
      [scene.desk.id],
    );
    expect(log.rows).toEqual([
      { verb: "let-program-in", subject: "program", door: "screen", by_user: scene.desk.assistant.id },
      { verb: "sign-program-in", subject: "program", door: "arrival", by_user: scene.desk.assistant.id },
      { verb: "sign-program-in", subject: "token", door: "arrival", by_user: scene.desk.assistant.id },
    ]);
    const written = JSON.stringify(
      (await world.sudo.query("SELECT * FROM log_entries WHERE workspace_id = $1", [scene.desk.id])).rows,
    );
    const sum = createHash("sha256")
      .update(program.stored?.access_token ?? "")
      .digest("hex");
    expect(written).not.toContain(sum);
  });

  test("the program takes its leave with either of its secrets, and nothing of it is left", async () => {
    for (const secret of ["access_token", "refresh_token"] as const) {
      scene = await SignInScene.open(world, house);
      program = await scene.signIn();
      const answer = await house.fetch(`${HOUSE}/oauth/revoke`, {
        method: "POST",
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({
          token: program.stored?.[secret] ?? "",
          client_id: program.information?.client_id ?? "",
        }).toString(),
      });
      expect(answer.status).toBe(200);
      expect(await program.knock()).toBe(401);
      expect(await program.ask(program.withSecret())).toMatchObject({ status: 400, error: "invalid_grant" });
      expect(await scene.ends()).toEqual(["program"]);
    }
  });

  test("Ana sees it among the programs, and sends it away; the history tells her of it", async () => {
    await scene.signIn();
    expect(await program.knock()).toBe(200);
    const ana = must(await findActor(scene.desk.assistant.token, scene.desk.slug, "screen"));
    const [line] = must(await readPrograms(ana, new Date())).programs;
    expect(line).toMatchObject({ name: program.name, agent: { name: "Quill" }, letInBy: "Ana Duarte" });
    expect(line?.lastUsedAt).not.toBeNull();

    must(await endProgram(ana, { id: line?.id ?? "", version: line?.version ?? 0 }, new Date()));

    expect(await program.knock()).toBe(401);
    expect(await program.ask(program.withSecret())).toMatchObject({ status: 400, error: "invalid_grant" });
    expect(must(await readPrograms(ana, new Date())).programs).toEqual([]);
    const all = { who: null, refused: false, subject: null, rows: false };
    const { lines } = must(await readHistory(ana, all, null));
    expect(lines.map(({ sentence }) => sentence)).toEqual([
      `Ana sent the program “${program.name}” away.`,
      `The program “${program.name}” signed in, as Ana had allowed.`,
      `Ana let the program “${program.name}” in, as an agent.`,
    ]);
  });
});
