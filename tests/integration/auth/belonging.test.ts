import { afterAll, describe, expect, test } from "vitest";
import { acceptAs, readInvitation } from "@/lib/auth/accept";
import { findActor } from "@/lib/auth/actor";
import { acceptInvitation } from "@/lib/data/arrivals";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import type { Actor } from "@/lib/domain/actor";
import { readMembers } from "@/lib/queries/read-members";
import { readShell } from "@/lib/queries/read-shell";
import { changeDesk } from "@/lib/use-cases/workspace/change-desk";
import { inviteAssistant } from "@/lib/use-cases/workspace/invite-assistant";
import { removeAssistant } from "@/lib/use-cases/workspace/remove-assistant";
import { withdrawInvitation } from "@/lib/use-cases/workspace/withdraw-invitation";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";

afterAll(closeAuthDatabase);

const origin = "https://desk.example.com";
let invited = 0;

/** Invites a new address and takes the secret out of the mail. */
async function invite(client: Actor, email = `newcomer-${++invited}@test.invalid`) {
  const at = new Date();
  must(await inviteAssistant(client, { email }, origin, at));
  const [mail] = await asSuperuser<{ text_body: string; workspace_id: string; subject: string }>(
    "SELECT * FROM outbox WHERE to_address = $1 ORDER BY created_at DESC LIMIT 1",
    [email],
  );
  const secret = /\/invitation\/(\S+)/.exec(mail?.text_body ?? "")?.[1] as string;
  const [open] = must(await readMembers(client, at)).invitations.filter((one) => one.email === email);
  return { email, secret, id: open?.id as string, mail };
}

/** Presses the button of an invitation's page, signed in with this session or with none. */
const accept = (secret: string, session: string | null = null) =>
  acceptAs(session, secret, { name: "Nia Okafor", device: "Firefox on Linux", at: new Date() });

/** Nia, who came by an earlier invitation of Mira's: her session, and her next invitation by Jonas. */
async function niaIsInvitedAgain() {
  const { client, stranger, desk, otherDesk } = await cast();
  const first = await invite(client);
  const came = await accept(first.secret);
  const nia = (came as { newSession: string }).newSession;
  const second = await invite(stranger, first.email);
  return { ...second, nia, desk, otherDesk, client, stranger };
}

const sessionsOf = (email: string) =>
  asSuperuser("SELECT s.id FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.email = $1", [email]);

describe("Mira invites, and whoever read the mail belongs", () => {
  test("the mail leads to the configured address, and its button signs Nia in as an assistant", async () => {
    const { client, desk } = await cast();
    const { email, secret, mail } = await invite(client);
    expect(mail?.text_body).toContain(`${origin}/invitation/${secret}`);
    expect([mail?.workspace_id, mail?.subject]).toEqual([desk.id, "Mira Holt invites you to assist them"]);
    expect(await readInvitation(secret)).toMatchObject({ email, clientName: "Mira Holt", isNewcomer: true });
    const signedIn = (await accept(secret)) as { slug: string; newSession: string };
    expect(signedIn.slug).toBe(desk.slug);
    const actor = must(await findActor(signedIn.newSession, desk.slug, "screen"));
    expect([actor.name, actor.role]).toEqual(["Nia Okafor", "assistant"]);
    const kept = await asSuperuser<{ token_hash: Buffer }>(
      "SELECT token_hash FROM invitations WHERE email = $1",
      [email],
    );
    expect(kept[0]?.token_hash.toString("utf8")).not.toContain(secret);
  });

  test("an invitation works once, also for twenty who press at once", async () => {
    const { client } = await cast();
    const { secret } = await invite(client);
    const all = await Promise.all(Array.from({ length: 20 }, () => accept(secret)));
    expect(all.filter((one) => one !== "over")).toHaveLength(1);
    expect([await accept(secret), await readInvitation(secret)]).toEqual(["over", null]);
  });

  test("one that was taken back, is too old, or never was leads nowhere, and leaves nobody signed in", async () => {
    const { client } = await cast();
    const one = await invite(client);
    must(await withdrawInvitation(client, one.id, new Date()));
    const old = await invite(client);
    await asSuperuser("UPDATE invitations SET expires_at = now() WHERE id = $1", [old.id]);
    const before = await asSuperuser("SELECT 1 FROM sessions");
    expect([await accept(one.secret), await accept(old.secret), await accept("no-such-secret")]).toEqual([
      "over",
      "over",
      "over",
    ]);
    expect(await asSuperuser("SELECT 1 FROM sessions")).toHaveLength(before.length);
    expect(await asSuperuser("SELECT 1 FROM users WHERE email IN ($1, $2)", [one.email, old.email])).toEqual(
      [],
    );
  });

  test("inviting the same address again makes the first mail useless", async () => {
    const { client } = await cast();
    const first = await invite(client);
    const second = await invite(client, first.email);
    expect(await accept(first.secret)).toBe("over");
    expect(await accept(second.secret)).toMatchObject({ newSession: expect.any(String) });
  });

  test("somebody else's session cannot accept an invitation that is not theirs", async () => {
    const { client, stranger } = await cast();
    const { secret } = await invite(client);
    expect(await acceptInvitation(stranger.proof, secret)).toBeNull();
    expect(await accept(secret)).toMatchObject({ newSession: expect.any(String) });
  });

  test("who is here already is not invited, and Mira is not made her own assistant", async () => {
    const { client } = await cast();
    const [mira] = must(await readMembers(client, new Date())).members;
    const again = await inviteAssistant(client, { email: mira?.email ?? "" }, origin, new Date());
    expect(again).toMatchObject({
      ok: false,
      refusal: { code: "invalid", fields: { email: expect.stringContaining("already") } },
    });
  });

  test("a name with a line break in it makes no second header of the mail", async () => {
    const { client } = await cast();
    const tricky = { ...client, clientName: "Mira\r\nBcc: all@evil.example" } as Actor;
    const { mail } = await invite(tricky);
    expect(mail?.subject).toBe("Mira Bcc: all@evil.example invites you to assist them");
  });
});

describe("An invitation is no key to an account that is there already", () => {
  test("a colleague to whom Nia forwards Jonas's mail is not signed in as her, and nothing is accepted", async () => {
    const { email, secret, otherDesk, nia } = await niaIsInvitedAgain();
    const before = await sessionsOf(email);
    expect(await accept(secret)).toBe("known");
    expect(await sessionsOf(email)).toEqual(before);
    expect(await findActor(nia, otherDesk.slug, "screen")).toMatchObject({ refusal: { code: "not-found" } });
    expect(await readInvitation(secret)).toMatchObject({ email, isNewcomer: false });
  });

  test("nor is whoever is signed in as somebody else, who stays who they are", async () => {
    const { email, secret, client, desk, otherDesk } = await niaIsInvitedAgain();
    const before = await sessionsOf(email);
    expect(await accept(secret, client.proof)).toBe("known");
    expect(await sessionsOf(email)).toEqual(before);
    expect(must(await findActor(client.proof, desk.slug, "screen")).userId).toBe(client.userId);
    expect(await findActor(client.proof, otherDesk.slug, "screen")).toMatchObject({ ok: false });
  });

  test("Nia herself, signed in, accepts with the session that she has", async () => {
    const { email, secret, nia, desk, otherDesk } = await niaIsInvitedAgain();
    const before = await sessionsOf(email);
    expect(await accept(secret, nia)).toEqual({ slug: otherDesk.slug, newSession: null });
    expect(await sessionsOf(email)).toEqual(before);
    const roles = [desk, otherDesk].map(async ({ slug }) => must(await findActor(nia, slug, "screen")).role);
    expect(await Promise.all(roles)).toEqual(["assistant", "assistant"]);
    expect(await accept(secret, nia)).toBe("over");
  });

  test("a session of hers that is over opens nothing", async () => {
    const { secret, nia, email } = await niaIsInvitedAgain();
    await asSuperuser("DELETE FROM sessions USING users u WHERE u.id = user_id AND u.email = $1", [email]);
    expect(await accept(secret, nia)).toBe("known");
    expect(await sessionsOf(email)).toEqual([]);
  });
});

describe("Belonging is Mira's to change", () => {
  test("an assistant, an agent and a stranger are refused, and Mira's history has it", async () => {
    const { client, assistant, agent } = await cast();
    const { id } = await invite(client);
    for (const actor of [assistant, agent]) {
      const tries = [
        await inviteAssistant(actor, { email: "friend@test.invalid" }, origin, new Date()),
        await withdrawInvitation(actor, id, new Date()),
        await removeAssistant(actor, assistant.userId as string, new Date()),
        await changeDesk(actor, { name: "Mine", colour: "plum", zone: "Europe/Lisbon" }, new Date()),
      ];
      expect(tries.map((one) => !one.ok && one.refusal.code)).toEqual([
        "only-client",
        "only-client",
        "only-client",
        "only-client",
      ]);
    }
    const log = await asSuperuser<{ n: number }>(
      "SELECT count(*)::int AS n FROM log_entries WHERE workspace_id = $1 AND refusal = 'only-client'",
      [client.workspace.id],
    );
    expect(log[0]?.n).toBe(8);
    expect(must(await readMembers(assistant, new Date())).invitations).toEqual([]);
  });

  test("whoever is removed has no desk from the next moment on, and no session when it was their only desk", async () => {
    const { client, assistant, desk } = await cast();
    must(await removeAssistant(client, assistant.userId as string, new Date()));
    expect(await findActor(assistant.proof, desk.slug, "screen")).toMatchObject({
      refusal: { code: "signed-out" },
    });
    expect(await asSuperuser("SELECT 1 FROM sessions WHERE user_id = $1", [assistant.userId])).toEqual([]);
    const { members } = must(await readMembers(client, new Date()));
    expect(members.find((member) => member.userId === assistant.userId)?.endedAt).not.toBeNull();
    expect(await removeAssistant(client, assistant.userId as string, new Date())).toMatchObject({
      refusal: { code: "not-found" },
    });
  });

  test("whoever assists two people keeps the other desk, and may come back to this one", async () => {
    const { client, stranger, assistant, desk, otherDesk } = await cast();
    const [ana] = await asSuperuser<{ email: string }>("SELECT email FROM users WHERE id = $1", [
      assistant.userId,
    ]);
    const second = await invite(stranger, ana?.email);
    expect(await acceptInvitation(assistant.proof, second.secret)).toBe(otherDesk.slug);
    must(await removeAssistant(client, assistant.userId as string, new Date()));
    expect(await findActor(assistant.proof, desk.slug, "screen")).toMatchObject({
      refusal: { code: "not-found" },
    });
    const shell = must(
      await readShell(must(await findActor(assistant.proof, otherDesk.slug, "screen")), new Date()),
    );
    expect([shell.workspace.clientName, shell.others]).toEqual(["Jonas Weber", []]);
    const back = await invite(client, ana?.email);
    expect(await acceptInvitation(assistant.proof, back.secret)).toBe(desk.slug);
    const again = must(
      await readShell(must(await findActor(assistant.proof, desk.slug, "screen")), new Date()),
    );
    expect(again.others).toMatchObject([
      { slug: otherDesk.slug, clientName: "Jonas Weber", colour: "green", role: "assistant" },
    ]);
  });

  test("Mira herself cannot be removed, by anybody", async () => {
    const { client } = await cast();
    expect(await removeAssistant(client, client.userId as string, new Date())).toMatchObject({
      refusal: { code: "not-found" },
    });
  });

  test("a stranger's member and a member who never was are the same answer", async () => {
    const { client, stranger } = await cast();
    const foreign = await removeAssistant(client, stranger.userId as string, new Date());
    const absent = await removeAssistant(client, crypto.randomUUID(), new Date());
    expect(foreign).toEqual(absent);
  });

  test("the desk is renamed, coloured and moved to another zone by Mira", async () => {
    const { client } = await cast();
    must(await changeDesk(client, { name: "At home", colour: "teal", zone: "Asia/Kathmandu" }, new Date()));
    const { workspace } = must(await readShell(client, new Date()));
    expect(workspace).toMatchObject({ name: "At home", colour: "teal", zone: "Asia/Kathmandu" });
  });
});
