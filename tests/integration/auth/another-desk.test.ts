import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { makeAnotherDesk } from "@/app/(entrance)/new-desk/actions";
import { readFilter } from "@/components/tasks/filter-words";
import { untouchedForm } from "@/lib/actions/form-state";
import { findActor } from "@/lib/auth/actor";
import { findFounder } from "@/lib/auth/another-desk";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { closeAppDatabase } from "@/lib/data/client";
import { findHolder } from "@/lib/data/who-is";
import { readQueue } from "@/lib/queries/read-queue";
import { readShell } from "@/lib/queries/read-shell";
import { verifyLogs } from "@/lib/runtime/verify-log";
import { createTask } from "@/lib/use-cases/task/create-task";
import { removeAssistant } from "@/lib/use-cases/workspace/remove-assistant";
import { makeDesk } from "@/prisma/seed/make/make-desk";
import { makeAssistant } from "@/prisma/seed/make/make-member";
import { makeSession, signIn } from "@/prisma/seed/make/make-session";
import { makeUser } from "@/prisma/seed/make/make-user";
import { cast, secondWindow } from "../../support/cast";
import { must } from "../../support/must";
import { ownDatabase } from "../../support/own-database";
import { asSuperuser } from "../../support/superuser";

// Next hands an action its request out of sight; here it is in sight.
const carried = vi.hoisted(() => ({ cookie: "" }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (carried.cookie ? { value: carried.cookie } : undefined) }),
  headers: async () => new Headers(),
}));

beforeEach(() => {
  carried.cookie = "";
});
afterAll(async () => {
  await closeAppDatabase();
  await closeAuthDatabase();
});

const wanted = { desk: "The gallery", zone: "Asia/Kathmandu", colour: "plum" };
const notWithThis = "No desk can be made with the account you are signed in with. Nothing was changed.";

/** Presses the button of the page: the slug of the desk they then stand in, or what the form says. */
async function found(session: string, form: Record<string, string> = wanted) {
  carried.cookie = session;
  const sent = new FormData();
  for (const [name, value] of Object.entries(form)) sent.set(name, value);
  try {
    const { problem, fields, typed } = await makeAnotherDesk(untouchedForm, sent);
    return { problem, fields, typed };
  } catch (error) {
    return /\/w\/([a-z0-9-]+)\/you/.exec((error as { digest?: string }).digest ?? "")?.[1] ?? String(error);
  }
}

const desksNow = async () => (await asSuperuser("SELECT 1 FROM workspaces")).length;

describe("Another desk", () => {
  test("Ana, who assists Mira, makes one of her own, is its client, and nothing of Mira's is there", async () => {
    const { assistant, client, desk } = await cast();
    must(
      await createTask(
        client,
        { kind: "personal-reply", title: "Answer Noor about the quince tree" },
        new Date(),
      ),
    );

    const slug = (await found(assistant.proof)) as string;

    const ana = must(await findActor(assistant.proof, slug, "screen"));
    expect([ana.role, ana.clientName, ana.workspace.zone]).toEqual([
      "client",
      "Ana Duarte",
      "Asia/Kathmandu",
    ]);
    const shell = must(await readShell(ana, new Date()));
    expect([shell.workspace.name, shell.workspace.colour, shell.counts]).toEqual([
      "The gallery",
      "plum",
      { queue: 0, forYou: 0 },
    ]);
    expect(shell.others.map((one) => [one.slug, one.role])).toEqual([[desk.slug, "assistant"]]);
    const queue = JSON.stringify(must(await readQueue(ana, readFilter({}), new Date())));
    expect(queue).not.toContain("quince");
    expect(await findActor(client.proof, slug, "screen")).toMatchObject({ refusal: { code: "not-found" } });
  });

  test("its history begins with the founding, through the door of those who arrive, and the chain is whole", async () => {
    const { assistant } = await cast();
    const slug = (await found(assistant.proof)) as string;
    const [first] = await asSuperuser<object>(
      "SELECT l.verb, l.by_role, l.by_user, l.door, l.seq::int FROM log_entries l JOIN workspaces w ON w.id = l.workspace_id WHERE w.slug = $1 ORDER BY l.seq LIMIT 1",
      [slug],
    );
    expect(first).toEqual({
      verb: "found-desk",
      by_role: "client",
      by_user: assistant.userId,
      door: "arrival",
      seq: 1,
    });
    const { breaks } = await verifyLogs(ownDatabase().ownerUrl);
    expect(breaks.filter((one) => one.desk === slug)).toEqual([]);
  });

  test("Mira's second one leaves her first as it is, and her other window stays where it was", async () => {
    const { client, desk } = await cast();
    const window = await secondWindow(client);
    const slug = (await found(client.proof, {
      ...wanted,
      desk: "Ärger & Söhne, a name as long as is allowed: of eighty letters and of no more!!!",
    })) as string;
    const both = [desk.slug, slug].map(
      async (one) => must(await findActor(window.proof, one, "screen")).role,
    );
    expect(await Promise.all(both)).toEqual(["client", "client"]);
    expect(slug).toMatch(/^arger-sohne-a-name/);
    const [first] = (await findHolder(client.proof))?.desks ?? [];
    expect(first).toMatchObject({ slug: desk.slug, name: "Mira’s desk" });
  });

  test("a button that is pressed five times at once makes one desk", async () => {
    const { assistant } = await cast();
    const all = await Promise.all(Array.from({ length: 5 }, () => found(assistant.proof)));
    expect(new Set(all).size).toBe(1);
    expect((await findHolder(assistant.proof))?.desks).toHaveLength(2);
  });

  test("five in a day are enough: the sixth is refused with when to try again", async () => {
    const { assistant } = await cast();
    for (const n of [1, 2, 3, 4, 5])
      expect(typeof (await found(assistant.proof, { ...wanted, desk: `No ${n}` }))).toBe("string");
    expect(await found(assistant.proof, { ...wanted, desk: "No 6" })).toMatchObject({
      problem: "That was a lot at once. Try again in 24 hours.",
      typed: { desk: "No 6" },
    });
    expect((await findHolder(assistant.proof))?.desks).toHaveLength(6);
  });

  test("whoever leaves something out reads it beside the field, and what they typed is kept", async () => {
    const { assistant } = await cast();
    const before = await desksNow();
    const form = { desk: " ", zone: "Atlantis/Poseidonis", colour: "mauve" };
    expect(await found(assistant.proof, form)).toEqual({
      problem: null,
      fields: {
        desk: "Give the desk a name.",
        zone: "Choose a time zone, such as Europe/Lisbon.",
        colour: "Choose a colour.",
      },
      typed: form,
    });
    expect(await desksNow()).toBe(before);
  });

  test("an assistant who was sent away may make one of their own", async () => {
    const { client, assistant } = await cast();
    const id = assistant.userId as string;
    must(await removeAssistant(client, id, new Date()));
    const session = await makeSession(id, new Date());
    expect(await findFounder(session)).toMatchObject({ desks: [] });
    expect(typeof (await found(session))).toBe("string");
  });
});

describe("Who makes none", () => {
  test("the demo's client, its assistants, and who was only invited there: they read why, and nothing is made", async () => {
    const at = new Date();
    const mira = await makeUser("Mira Holt", "mira@demo.invalid", at);
    const demo = await makeDesk({ slug: "the-demo", name: "Mira’s desk", founder: mira, isDemo: true });
    const ana = await makeUser("Ana Duarte", "ana@demo.invalid", at);
    const nia = await makeUser("Nia Okafor", "nia@demo.invalid", at);
    await makeAssistant(await signIn(mira.id, demo.slug, at), ana, at);
    const before = await desksNow();
    for (const { id } of [mira, ana, nia]) {
      const session = await makeSession(id, at);
      expect(await findFounder(session)).toBeNull();
      expect(await found(session)).toMatchObject({ problem: notWithThis, typed: wanted });
    }
    expect(await desksNow()).toBe(before);
  });

  test("an agent, a token, an ended session and nobody at all", async () => {
    const { agent, assistant } = await cast();
    const before = await desksNow();
    expect(await found(agent.proof)).toMatchObject({ problem: notWithThis });
    const signedOut = "You are signed out. Sign in again in another window; what you typed is kept.";
    await asSuperuser("UPDATE sessions SET expires_at = now() WHERE user_id = $1", [assistant.userId]);
    for (const proof of [assistant.proof, `fh.${"x".repeat(43)}`, ""])
      expect(await found(proof)).toMatchObject({ problem: signedOut, typed: wanted });
    expect(await desksNow()).toBe(before);
  });
});
