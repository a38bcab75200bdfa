import { createHash } from "node:crypto";
import type { Actor } from "@/lib/domain/actor";
import { type MadeDesk, makeDesk } from "@/prisma/seed/make/make-desk";
import { makeAssistant } from "@/prisma/seed/make/make-member";
import { actAs, makeSession, signIn } from "@/prisma/seed/make/make-session";
import { makeUser } from "@/prisma/seed/make/make-user";
import { asSuperuser } from "./superuser";

/** The people of an integration test, each signed in with a session of their own. */
export type Cast = {
  desk: MadeDesk;
  /** Mira Holt, whose desk it is. */
  client: Actor;
  /** Ana Duarte, Mira's assistant. */
  assistant: Actor;
  /** An AI assistant of Mira's: the same rights as Ana, never more. */
  agent: Actor;
  /** A background job. */
  system: Actor;
  otherDesk: MadeDesk;
  /** Jonas Weber, the client of another desk, a stranger at Mira's. */
  stranger: Actor;
};

let casts = 0;

/**
 * A desk with its people and a stranger's desk beside it, in this file's own database. Call it as often as you like: every call makes
 * new ones. `at` is when they came; invitations and sessions are of today, because PostgreSQL looks at its own clock whether they still hold.
 */
export async function cast(at = new Date()): Promise<Cast> {
  casts += 1;
  const today = new Date();
  const n = casts;
  const named = (name: string) =>
    makeUser(name, `${name.split(" ")[0]?.toLowerCase()}-${n}@test.invalid`, at);
  const [mira, ana, pen, jonas] = [
    await named("Mira Holt"),
    await named("Ana Duarte"),
    await named("Pen Agent"),
    await named("Jonas Weber"),
  ];
  const desk = await makeDesk({ slug: `mira-${n}`, name: "Mira’s desk", founder: mira });
  const otherDesk = await makeDesk({
    slug: `jonas-${n}`,
    name: "Jonas’s desk",
    founder: jonas,
    colour: "green",
  });
  const client = await signIn(mira.id, desk.slug, today);
  await makeAssistant(client, ana, today);
  await putAgent(desk.id, pen.id, mira.id);
  return {
    desk,
    client,
    assistant: await signIn(ana.id, desk.slug, today),
    agent: await signIn(pen.id, desk.slug, today),
    system: await makeJob(desk, client.clientName, n),
    otherDesk,
    stranger: await signIn(jonas.id, otherDesk.slug, today),
  };
}

/** Another session of somebody's on a desk of theirs: their second window. */
export async function secondWindow(actor: Actor): Promise<Actor> {
  return actAs(await makeSession(actor.userId as string, new Date(), "second window"), actor.workspace.slug);
}

/** An agent never signs in; here one has a session all the same, so the superuser puts it there, past every trigger. It may finish what is delegable. */
async function putAgent(deskId: string, userId: string, ownerId: string): Promise<void> {
  await asSuperuser("INSERT INTO memberships (workspace_id, user_id, role) VALUES ($1, $2, 'agent')", [
    deskId,
    userId,
  ]);
  await asSuperuser(
    "INSERT INTO agents (workspace_id, user_id, owner_id, may_finish, daily_limit) VALUES ($1, $2, $3, true, 5000)",
    [deskId, userId, ownerId],
  );
}

async function makeJob(desk: MadeDesk, clientName: string, n: number): Promise<Actor> {
  const proof = `a job's secret, number ${n}`;
  const hash = createHash("sha256").update(proof).digest();
  await asSuperuser("INSERT INTO fence.job_keys (secret_hash) VALUES ($1) ON CONFLICT DO NOTHING", [hash]);
  const workspace = { id: desk.id, slug: desk.slug, zone: desk.zone };
  return {
    userId: null,
    name: "Firsthand",
    role: "system",
    workspace,
    clientName,
    door: "job",
    proof,
  } as Actor;
}
