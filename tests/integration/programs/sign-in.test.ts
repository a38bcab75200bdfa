import { createHash, randomUUID } from "node:crypto";
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

async function allowed(choice: Choice = {}): Promise<URL> {
  const back = await press(choice);
  if (!(back instanceof URL)) throw new Error(JSON.stringify(back));
  return back;
}

/** Signs the program in, from the beginning to its first token. */
async function signedIn(choice: Choice = {}): Promise<ScriptedProgram> {
  await program.finish(await allowed(choice));
  return program;
}

async function why(): Promise<string[]> {
  const { rows } = await world.sudo.query(
    "SELECT coalesce(ended_why, 'signed in') AS why FROM oauth_grants WHERE workspace_id = $1",
    [desk.id],
  );
  return rows.map((row) => row.why);
}

describe("Ana lets a program in with the official client library", () => {
  test("it finds out how, introduces itself, is let in, works, renews its token, and works on", async () => {
    expect(program.asks.origin + program.asks.pathname).toBe(`${HOUSE}/oauth/authorize`);
    const back = await allowed();
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
    await signedIn();
    const first = program.stored?.access_token;
    await world.sudo.query(
      "UPDATE api_tokens SET made_at = made_at - interval '1 hour', expires_at = expires_at - interval '1 hour' WHERE workspace_id = $1",
      [desk.id],
    );
    expect(await program.knock()).toBe(401);

    const client = await program.connect();

    expect((await client.listTools()).tools.length).toBeGreaterThan(5);
    expect(program.stored?.access_token).not.toBe(first);
    await client.close();
  });

  test("it is for what Ana ticked and nothing else, and works as the agent, in the log as well", async () => {
    await signedIn({ scopes: ["tasks:read", "history:write"] });

    expect(program.stored?.scope).toBe("tasks:read");
    const { rows } = await world.sudo.query(
      "SELECT user_id, made_by, scopes, expires_at - now() < interval '61 minutes' AS short FROM api_tokens WHERE workspace_id = $1",
      [desk.id],
    );
    expect(rows).toEqual([
      { user_id: quill.id, made_by: desk.assistant.id, scopes: ["tasks:read"], short: true },
    ]);
    const log = await world.sudo.query(
      "SELECT verb, subject, door, by_user FROM log_entries WHERE workspace_id = $1 ORDER BY seq",
      [desk.id],
    );
    expect(log.rows).toEqual([
      { verb: "let-program-in", subject: "program", door: "screen", by_user: desk.assistant.id },
      { verb: "sign-program-in", subject: "program", door: "arrival", by_user: desk.assistant.id },
      { verb: "sign-program-in", subject: "token", door: "arrival", by_user: desk.assistant.id },
    ]);
    const written = JSON.stringify(
      (await world.sudo.query("SELECT * FROM log_entries WHERE workspace_id = $1", [desk.id])).rows,
    );
    const sum = createHash("sha256")
      .update(program.stored?.access_token ?? "")
      .digest("hex");
    expect(written).not.toContain(sum);
  });

  test("the program takes its leave with either of its secrets, and nothing of it is left", async () => {
    for (const secret of ["access_token", "refresh_token"] as const) {
      program = new ScriptedProgram(house);
      await program.begin();
      await signedIn();
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
    }
    expect(await why()).toEqual(["program", "program"]);
  });
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
    const back = await allowed();

    const answer = await program.ask(wrong(program.withCode(back)));

    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.access_token).toBeUndefined();
    const { rows } = await world.sudo.query("SELECT 1 FROM api_tokens WHERE workspace_id = $1", [desk.id]);
    expect(rows).toEqual([]);
  });

  test("twice: whatever came of it is over", async () => {
    const back = await allowed();
    await program.finish(back);
    expect(await program.knock()).toBe(200);

    expect(await program.ask(program.withCode(back))).toMatchObject({ status: 400, error: "invalid_grant" });

    expect(await program.knock()).toBe(401);
    expect(await program.ask(program.withSecret())).toMatchObject({ status: 400, error: "invalid_grant" });
    expect(await why()).toEqual(["code-reused"]);
  });

  test("twice at the same moment: at most one token, and that is over", async () => {
    const back = await allowed();

    const answers = await Promise.all([1, 2, 3, 4].map(() => program.ask(program.withCode(back))));

    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    for (const { access_token } of answers)
      if (access_token) expect(await program.knock(access_token)).toBe(401);
    expect(await why()).toEqual(["code-reused"]);
  });

  test("after a minute", async () => {
    const back = await allowed();
    await world.sudo.query(
      "UPDATE oauth_codes SET made_at = made_at - interval '61 seconds' WHERE workspace_id = $1",
      [desk.id],
    );

    expect(await program.ask(program.withCode(back))).toMatchObject({ status: 400, error: "invalid_grant" });
  });
});

describe("A secret renews once", () => {
  test("one that comes again ends the sign-in: two have it", async () => {
    await signedIn();
    const first = program.stored?.refresh_token ?? "";
    await program.begin();
    expect(await program.knock()).toBe(200);

    expect(await program.ask(program.withSecret(first))).toMatchObject({
      status: 400,
      error: "invalid_grant",
    });

    expect(await program.knock()).toBe(401);
    expect(await program.ask(program.withSecret())).toMatchObject({ status: 400, error: "invalid_grant" });
    expect(await why()).toEqual(["refresh-reused"]);
  });

  test("another program gets nothing for it, and more than was allowed is not to be had", async () => {
    await signedIn({ scopes: ["tasks:read", "people:read"] });
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
    await signedIn();
    await world.sudo.query(
      "UPDATE oauth_grants SET made_at = made_at - interval '91 days', expires_at = expires_at - interval '91 days' WHERE workspace_id = $1",
      [desk.id],
    );

    expect(await program.ask(program.withSecret())).toMatchObject({ status: 400, error: "invalid_grant" });
    expect(await why()).toEqual(["left"]);
  });

  test("while the agent is paused nothing opens, and nothing is used up", async () => {
    await signedIn();
    const pause = (at: string) =>
      world.sudo.query(`UPDATE agents SET paused_at = ${at}, paused_by = $1 WHERE user_id = $2`, [
        at === "NULL" ? null : desk.client.id,
        quill.id,
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
    await signedIn();
    const id = who === "Ana" ? desk.assistant.id : quill.id;
    await world.sudo.query(
      "UPDATE memberships SET ended_at = now() WHERE workspace_id = $1 AND user_id = $2",
      [desk.id, id],
    );

    expect(await program.knock()).toBe(401);
    expect(await program.ask(program.withSecret())).toMatchObject({ status: 400, error: "invalid_grant" });
    expect(await why()).toEqual(["left"]);
  });
});

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

describe("A program introduces itself", () => {
  async function introduce(body: object): Promise<{ status: number; error?: string; client_name?: string }> {
    const answer = await house.fetch(`${HOUSE}/oauth/register`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return { status: answer.status, ...((await answer.json()) as object) };
  }

  test("with addresses that may be answered, and a name on one line", async () => {
    const redirect_uris = ["https://program.test/back", "http://localhost/back", "http://[::1]:9/back"];
    expect(await introduce({ client_name: "A\u202E\nname\u200B", redirect_uris })).toMatchObject({
      status: 201,
      client_name: "A name",
      token_endpoint_auth_method: "none",
    });
    expect(await introduce({ redirect_uris })).toMatchObject({ client_name: "program.test" });
  });

  test.each([
    "http://program.test/back",
    "http://127.0.0.1.program.test/back",
    "javascript:alert(1)",
    "program://back",
    "https://program.test/back#here",
    "https://mira@program.test/back",
    "/back",
  ])("not with %s", async (uri) => {
    expect(await introduce({ redirect_uris: [uri] })).toMatchObject({
      status: 400,
      error: "invalid_redirect_uri",
    });
  });

  test("not without any address, nor with what is no document", async () => {
    expect(await introduce({ redirect_uris: [] })).toMatchObject({ error: "invalid_redirect_uri" });
    expect(await introduce([1])).toMatchObject({ status: 400, error: "invalid_client_metadata" });
  });

  test("a field that comes twice is refused, and so is what is no form", async () => {
    const post = async (type: string, body: string) => {
      const headers = { "Content-Type": type };
      return (await house.fetch(`${HOUSE}/oauth/token`, { method: "POST", headers, body })).json();
    };
    expect(await post("application/x-www-form-urlencoded", "code=a&code=b")).toMatchObject({
      error: "invalid_request",
    });
    expect(await post("application/json", "{}")).toMatchObject({ error: "invalid_request" });
  });
});
