import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { makeInvitedDesk } from "@/app/(entrance)/new-desk/actions";
import { untouchedForm } from "@/lib/actions/form-state";
import { findActor } from "@/lib/auth/actor";
import { findFounder, foundAsInvited, readDeskInvitation } from "@/lib/auth/another-desk";
import { foundByInvitation } from "@/lib/data/arrivals";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { closeAppDatabase } from "@/lib/data/client";
import { findHolder } from "@/lib/data/who-is";
import { readShell } from "@/lib/queries/read-shell";
import { makeDesk } from "@/prisma/seed/make/make-desk";
import { makeAssistant } from "@/prisma/seed/make/make-member";
import { makeSession, signIn } from "@/prisma/seed/make/make-session";
import { makeUser } from "@/prisma/seed/make/make-user";
import { inviteClient } from "@/scripts/invite-client";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { ownDatabase } from "../../support/own-database";
import { asSuperuser } from "../../support/superuser";

// Next hands an action its request out of sight; here it is in sight, with the cookie that it sets.
const carried = vi.hoisted(() => ({ cookie: "" }));
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: () => (carried.cookie ? { value: carried.cookie } : undefined),
    set: (_: string, value: string) => {
      carried.cookie = value;
    },
  }),
  headers: async () => new Headers(),
}));

beforeEach(() => {
  carried.cookie = "";
});
afterAll(async () => {
  await closeAppDatabase();
  await closeAuthDatabase();
});

const origin = "https://desk.example.com";
const zone = "Pacific/Chatham";
const form = { name: "Nia Okafor", zone, colour: "teal" };
let invited = 0;

/** The host invites an address; the secret is in the link that is printed. */
async function invite(email = `nia.okafor+${++invited}@test.invalid`, at = new Date()) {
  const says = await inviteClient(ownDatabase().ownerUrl, email, { origin, isMailed: false, at });
  return { email, says, secret: /\/new-desk\/(\S+)/.exec(says)?.[1] as string };
}

/** Presses the button of the invitation's page: where it leads, or what the form says. */
async function press(secret: string, sent: Record<string, string> = form) {
  const data = new FormData();
  for (const [name, value] of Object.entries({ token: secret, ...sent })) data.set(name, value);
  try {
    return await makeInvitedDesk(untouchedForm, data);
  } catch (error) {
    return /(\/w\/[a-z0-9-]+\/you|\/new-desk\/[^;]+)/.exec((error as { digest?: string }).digest ?? "")?.[1];
  }
}

const found = (secret: string, session: string | null = null, desk?: string) =>
  foundAsInvited(session, secret, {
    name: "Nia Okafor",
    desk,
    zone,
    colour: "teal",
    device: "",
    at: new Date(),
  });

describe("The host invites somebody to a desk of their own", () => {
  test("without SMTP the link is printed; Nia follows it, says what she is called, and stands at her desk", async () => {
    const { email, says, secret } = await invite();
    expect(says).toContain(`${origin}/new-desk/${secret}`);
    expect(await readDeskInvitation(secret)).toEqual({ email, isNewcomer: true, guessedName: "Nia Okafor" });

    const way = await press(secret);

    const slug = /\/w\/(.+)\/you/.exec(String(way))?.[1] as string;
    const nia = must(await findActor(carried.cookie, slug, "screen"));
    expect([nia.role, nia.name, nia.workspace.zone]).toEqual(["client", "Nia Okafor", zone]);
    const { workspace, others } = must(await readShell(nia, new Date()));
    expect([workspace.name, workspace.isDemo, others]).toEqual(["Nia’s desk", false, []]);
    const [first] = await asSuperuser<object>(
      "SELECT verb, door, by_role FROM log_entries WHERE workspace_id = $1 ORDER BY seq LIMIT 1",
      [workspace.id],
    );
    expect(first).toEqual({ verb: "found-desk", door: "arrival", by_role: "client" });
  });

  test("with SMTP it is mailed, of no desk, and the terminal does not say the link", async () => {
    const email = `vera-${++invited}@test.invalid`;
    const at = new Date("2026-11-26T10:00:00Z");
    const says = await inviteClient(ownDatabase().ownerUrl, email.toUpperCase(), {
      origin,
      isMailed: true,
      at,
    });
    expect(says).toBe(
      `${email} is invited to a desk of their own. The mail leaves while Firsthand runs; its link works once, until 10 December 2026.`,
    );
    const [mail] = await asSuperuser<{ text_body: string; subject: string; workspace_id: string | null }>(
      "SELECT * FROM outbox WHERE to_address = $1",
      [email],
    );
    expect([mail?.subject, mail?.workspace_id]).toEqual(["You are invited to a desk of your own", null]);
    const [kept] = await asSuperuser<{ token_hash: Buffer }>(
      "SELECT * FROM desk_invitations WHERE email = $1",
      [email],
    );
    const secret = /\/new-desk\/(\S+)/.exec(mail?.text_body ?? "")?.[1] as string;
    expect(kept?.token_hash.toString("utf8")).not.toContain(secret);
  });

  test("it works once, also for ten who press at once, and a second invitation ends the first", async () => {
    const one = await invite();
    const all = await Promise.all(Array.from({ length: 10 }, () => found(one.secret)));
    expect(all.filter((each) => typeof each === "object")).toHaveLength(1);
    expect([await found(one.secret), await readDeskInvitation(one.secret)]).toEqual(["over", null]);
    const first = await invite();
    await invite(first.email);
    expect(await found(first.secret)).toBe("over");
  });

  test("one that is too old, or never was, leaves nobody behind, and says so with what was typed", async () => {
    const fortnight = new Date(Date.now() - 14 * 86_400_000 - 1000);
    const old = await invite(undefined, fortnight);
    const [users, desks] = [
      await asSuperuser("SELECT 1 FROM users"),
      await asSuperuser("SELECT 1 FROM workspaces"),
    ];
    for (const secret of [old.secret, "no-such-secret", ""])
      expect(await press(secret)).toMatchObject({
        problem: "No desk can be made with this invitation any more. Ask for a new one.",
        typed: form,
      });
    expect(await asSuperuser("SELECT 1 FROM users")).toHaveLength(users.length);
    expect(await asSuperuser("SELECT 1 FROM workspaces")).toHaveLength(desks.length);
  });

  test("what is no address, and whom the demo signs everybody in as, the host reads at once", async () => {
    const mira = await makeUser("Mira Holt", "mira@demo.invalid", new Date());
    await makeDesk({ slug: "the-demo", name: "Mira’s desk", founder: mira, isDemo: true });
    await expect(invite("nia@nowhere")).rejects.toThrow("nia@nowhere: This is not an e-mail address.");
    await expect(invite(mira.email)).rejects.toThrow(
      "one that the demo signs everybody in as, so it founds no desk. Invite another address of theirs.",
    );
    expect(await asSuperuser("SELECT 1 FROM desk_invitations WHERE email = $1", [mira.email])).toEqual([]);
  });
});

describe("Somebody who has only looked at the demo", () => {
  /** Nia, whom the demo's client invited to see how that is, beside the demo's own assistant. */
  async function lookedAtTheDemo() {
    const n = ++invited;
    const at = new Date();
    const [mira, ana, nia] = await Promise.all(
      ["mira", "ana", "nia"].map((name) => makeUser(name, `${name}-demo-${n}@test.invalid`, at)),
    );
    if (!mira || !ana || !nia) throw new Error("nobody came");
    const desk = await makeDesk({ slug: `demo-${n}`, name: "Mira’s desk", founder: mira, isDemo: true });
    const client = await signIn(mira.id, desk.slug, at);
    await makeAssistant(client, ana, at);
    await makeAssistant(client, nia, at);
    return { nia, ana, at, hers: await makeSession(nia.id, at) };
  }

  test("makes a desk of their own with the host's invitation; who else is signed in as them, by the demo, is out", async () => {
    const { nia, at, hers } = await lookedAtTheDemo();
    const others = await makeSession(nia.id, at);
    const { secret } = await invite(nia.email);

    const made = await found(secret, hers, "Nia’s own");

    expect(made).toMatchObject({ newSession: null });
    expect(await findHolder(others)).toBeNull();
    expect((await findHolder(hers))?.desks.map((one) => [one.name, one.role])).toEqual([
      ["Mira’s desk", "assistant"],
      ["Nia’s own", "client"],
    ]);
  });

  test("makes none without it, and their session alone is no invitation", async () => {
    const { hers } = await lookedAtTheDemo();
    expect(await findFounder(hers)).toBeNull();
    expect(await found("no-such-secret", hers)).toBe("over");
  });

  test("is not invited as long as the demo signs everybody in as them", async () => {
    const { ana } = await lookedAtTheDemo();
    await expect(invite(ana.email)).rejects.toThrow("Invite another address of theirs.");
  });
});

describe("Its link is no key to an account that is there already", () => {
  test("Ana signs in first, and makes the desk with the session that she has", async () => {
    const { assistant, desk } = await cast();
    const email = (await findHolder(assistant.proof))?.email as string;
    const { secret } = await invite(email);
    expect(await press(secret)).toBe(`/new-desk/${secret}`);
    expect(await readDeskInvitation(secret)).toMatchObject({ isNewcomer: false });

    const made = await found(secret, assistant.proof, "Ana’s other life");

    expect(made).toMatchObject({ newSession: null });
    const roles = (await findHolder(assistant.proof))?.desks.map((one) => [one.name, one.role]);
    expect(roles).toEqual([
      [desk.name, "assistant"],
      ["Ana’s other life", "client"],
    ]);
  });

  test("whoever is signed in as somebody else makes no desk with it, and stays who they are", async () => {
    const { assistant, client } = await cast();
    const { secret } = await invite((await findHolder(assistant.proof))?.email);
    expect(await found(secret, client.proof)).toBe("known");
    expect(
      await foundByInvitation(client.proof, secret, { slug: "mine", name: "Mine", zone, colour: "blue" }),
    ).toBeNull();
    expect((await findHolder(client.proof))?.desks).toHaveLength(1);
  });

  test("who got in as this address in the demo, and need not be Nia, is out when she makes her desk", async () => {
    const nia = await makeUser("N.", `nia-${++invited}@test.invalid`, new Date());
    const other = await makeSession(nia.id, new Date());
    const hers = await makeSession(nia.id, new Date());
    const { secret } = await invite(nia.email);
    expect(await found(secret, hers)).toMatchObject({ newSession: null });
    expect([await findHolder(other), (await findHolder(hers))?.desks.length]).toEqual([null, 1]);
  });
});
