import { afterAll, describe, expect, test } from "vitest";
import { callerWithToken } from "@/lib/auth/caller";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { findTokenHolder } from "@/lib/data/tokens";
import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { MOST_TOKENS } from "@/lib/domain/token";
import { readHistory } from "@/lib/queries/read-history";
import { readTask } from "@/lib/queries/read-task";
import { readTokens } from "@/lib/queries/read-tokens";
import { makeTokenSchema } from "@/lib/schemas/access";
import { makeToken } from "@/lib/use-cases/access/make-token";
import { revokeToken } from "@/lib/use-cases/access/revoke-token";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { createTask } from "@/lib/use-cases/task/create-task";
import { removeAssistant } from "@/lib/use-cases/workspace/remove-assistant";
import { makeAssistant } from "@/prisma/seed/make/make-member";
import { makeTask } from "@/prisma/seed/make/make-task";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";

afterAll(closeAuthDatabase);

const nowhere = "198.51.100.1";
const everything = { name: "A program", scopes: ["tasks:read", "tasks:write", "history:read"] };

/** A new token of somebody's, as the form would have it, and how it comes in. */
async function newProgram(actor: Actor, asked: object = {}) {
  const { id, token } = must(await makeToken(actor, makeTokenSchema.parse({ ...everything, ...asked })));
  const comeIn = async (ip = nowhere) => callerWithToken(token, actor.workspace.slug, ip);
  return { id, token, comeIn };
}

const whyNot = (result: Result<unknown>) => (result.ok ? null : result.refusal.code);
const anyHistory = { who: null, refused: false, subject: null, rows: false };

describe("A token of Ana’s", () => {
  test("does what Ana may through the API, and shows her when it was last used, and never its secret", async () => {
    const { assistant, client } = await cast();
    const { token, comeIn } = await newProgram(assistant);

    const program = must(await comeIn());
    const task = await makeTask(program.actor);

    expect([program.actor.role, program.actor.door, program.scopes]).toEqual([
      "assistant",
      "api",
      everything.scopes,
    ]);
    expect(must(await readHistory(client, anyHistory, null)).lines[0]).toMatchObject({
      sentence: expect.stringContaining(`Ana added “${task.title}”.`),
      door: "api",
    });
    const own = async () => must(await readTokens(assistant)).tokens[0];
    await expect.poll(async () => (await own())?.lastUsedAt ?? null).not.toBe(null);
    expect(await own()).toMatchObject({ shown: token.slice(-4), canRevoke: true, madeBy: "Ana Duarte" });
    expect(JSON.stringify(must(await readTokens(client)))).not.toContain(token);
    expect(JSON.stringify(await asSuperuser("SELECT * FROM api_tokens"))).not.toContain(token.slice(3));
  });

  test(`is one of ${MOST_TOKENS} that open something at the most; one that has ended makes room`, async () => {
    const { assistant } = await cast();
    const asked = makeTokenSchema.parse(everything);
    const { id } = await newProgram(assistant);
    for (let n = 1; n < MOST_TOKENS; n += 1) must(await makeToken(assistant, asked));

    expect(await makeToken(assistant, asked)).toMatchObject({
      ok: false,
      refusal: { fields: { form: `There are ${MOST_TOKENS} tokens already. End one first.` } },
    });

    must(await revokeToken(assistant, { id, version: 1 }, new Date()));
    must(await makeToken(assistant, asked));
  });

  test("is noted as used by its first request of a minute, and asks for no more than that", async () => {
    const { assistant } = await cast();
    const { id, token, comeIn } = await newProgram(assistant);
    const isNoted = async () => (await findTokenHolder(token, assistant.workspace.slug))?.isNoted;
    const usedAt = async () => must(await readTokens(assistant)).tokens[0]?.lastUsedAt;

    expect(await isNoted()).toBe(false);
    await comeIn();
    await expect.poll(isNoted).toBe(true);
    await asSuperuser("UPDATE token_uses SET used_at = used_at - interval '61 seconds' WHERE token_id = $1", [
      id,
    ]);
    const before = await usedAt();
    expect(await isNoted()).toBe(false);
    await comeIn();
    await expect.poll(usedAt).not.toBe(before);
    expect(await isNoted()).toBe(true);
  });

  test("is seen by Ana and by Mira, and by nobody else; Mira’s by Mira alone", async () => {
    const { assistant, client, agent, stranger } = await cast();
    await newProgram(assistant, { name: "Ana’s" });
    await newProgram(client, { name: "Mira’s" });

    const seen = async (who: Actor) =>
      must(await readTokens(who))
        .tokens.map((one) => one.name)
        .sort();
    expect(await Promise.all([assistant, client, agent, stranger].map(seen))).toEqual([
      ["Ana’s"],
      ["Ana’s", "Mira’s"],
      [],
      [],
    ]);
    expect(JSON.stringify(must(await readHistory(assistant, anyHistory, null)))).not.toContain("Mira’s”");
  });

  test("opens nothing from the moment Ana ends it, also to whom it had let in already", async () => {
    const { assistant } = await cast();
    const { id, comeIn } = await newProgram(assistant);
    const before = must(await comeIn()).actor;

    must(await revokeToken(assistant, { id, version: 1 }, new Date()));

    expect(whyNot(await comeIn())).toBe("signed-out");
    expect(whyNot(await createTask(before, { kind: "birthday", title: "Too late" }, new Date()))).toBe(
      "signed-out",
    );
    expect(whyNot(await readHistory(before, anyHistory, null))).toBe("signed-out");
    expect(whyNot(await revokeToken(assistant, { id, version: 1 }, new Date()))).toBe("not-found");
  });

  test("ends when Mira removes Ana, and stays ended when Ana comes back", async () => {
    const { assistant, client } = await cast();
    const { comeIn } = await newProgram(assistant);
    const before = must(await comeIn()).actor;

    must(await removeAssistant(client, assistant.userId ?? "", new Date()));
    const gone = [whyNot(await comeIn()), whyNot(await readHistory(before, anyHistory, null))];
    const [{ email } = { email: "" }] = await asSuperuser<{ email: string }>(
      "SELECT email FROM users WHERE id = $1",
      [assistant.userId],
    );
    await makeAssistant(client, { id: assistant.userId ?? "", name: assistant.name, email }, new Date());

    expect(gone).toEqual(["signed-out", "signed-out"]);
    expect(whyNot(await comeIn())).toBe("signed-out");
  });

  test("ends by itself on its day", async () => {
    const { assistant } = await cast();
    const { id, comeIn } = await newProgram(assistant, { days: 7 });
    const [made] = must(await readTokens(assistant)).tokens;
    const days = (Date.parse(made?.expiresAt ?? "") - Date.parse(made?.madeAt ?? "")) / 86_400_000;
    expect(days).toBeGreaterThan(6.99);
    expect(days).toBeLessThanOrEqual(7);

    await past(id);

    expect(whyNot(await comeIn())).toBe("signed-out");
  });

  test("comes in from the networks that Ana named, and from nowhere else", async () => {
    const { assistant } = await cast();
    const { comeIn } = await newProgram(assistant, {
      addresses: ["203.0.113.0/24", "192.0.2.7", "2001:db8::/32"],
    });

    const from = async (ip: string) => whyNot(await comeIn(ip));
    expect([await from("203.0.113.99"), await from("192.0.2.7"), await from("2001:db8:1::5")]).toEqual([
      null,
      null,
      null,
    ]);
    expect(await from("::ffff:203.0.113.99")).toBe(null);
    for (const ip of ["203.0.114.1", "192.0.2.8", "2001:db9::1", "", "203.0.113.99, 10.0.0.1"])
      expect(await from(ip), ip).toBe("signed-out");
  });

  test("for birthdays sees no other task, makes none, and reads the history of birthdays alone", async () => {
    const { assistant } = await cast();
    const birthday = await makeTask(assistant, { title: "Noor turns 40" });
    const other = await makeTask(assistant, { kind: "other", title: "The lamp over the yard door" });
    const program = must(await (await newProgram(assistant, { kinds: ["birthday"] })).comeIn()).actor;

    expect((await readTask(program, birthday.id))?.title).toBe("Noor turns 40");
    expect(await readTask(program, other.id)).toBe(null);
    expect(whyNot(await completeTask(program, { id: other.id, version: 1, note: "" }, new Date()))).toBe(
      "not-found",
    );
    expect(whyNot(await createTask(program, { kind: "other", title: "Another" }, new Date()))).toBe(
      "out-of-scope",
    );
    const lines = must(await readHistory(program, anyHistory, null)).lines.map((line) =>
      JSON.stringify(line),
    );
    expect(lines).toEqual([expect.stringContaining("Noor turns 40")]);
    must(await completeTask(program, { id: birthday.id, version: 1, note: "Card sent" }, new Date()));
  });

  test("is never Mira’s own: hers looks with her eyes, and completes what is delegable, and nothing that must be her", async () => {
    const { client } = await cast();
    const secret = await makeTask(client, { title: "A present for Ana", isPrivate: true });
    const strict = await makeTask(client, { kind: "personal-reply", title: "Reply to Noor" });
    const program = must(await (await newProgram(client)).comeIn()).actor;

    expect((await readTask(program, secret.id))?.title).toBe("A present for Ana");
    expect(whyNot(await completeTask(program, { id: strict.id, version: 1, note: "" }, new Date()))).toBe(
      "must-be-you",
    );
    expect(whyNot(await makeToken(program, makeTokenSchema.parse(everything)))).toBe("in-person");
  });

  test("is not made for somebody else, nor twice under one key, nor without end", async () => {
    const { assistant, client, agent } = await cast();
    const input = makeTokenSchema.parse(everything);
    for (const forUser of [client.userId, agent.userId, "00000000-0000-4000-8000-000000000000"])
      expect(whyNot(await makeToken(assistant, { ...input, forUser }))).toBe("invalid");
    const keyed = { ...assistant, once: { key: "one", steps: 0 } };
    expect(whyNot(await makeToken(keyed, input))).toBe("invalid");
    for (const wrong of [
      { days: 91 },
      { days: 0 },
      { scopes: [] },
      { scopes: ["tasks:everything"] },
      { name: " " },
      { kinds: ["party"] },
      { addresses: ["203.0.113.0/33"] },
      { addresses: ["example.com"] },
    ])
      expect(makeTokenSchema.safeParse({ ...everything, ...wrong }).success, JSON.stringify(wrong)).toBe(
        false,
      );
  });
});

/** Makes a token's day be over, past every guard. */
async function past(id: string): Promise<void> {
  await asSuperuser(
    "UPDATE api_tokens SET made_at = now() - interval '8 days', expires_at = now() - interval '1 day' WHERE id = $1",
    [id],
  );
}
