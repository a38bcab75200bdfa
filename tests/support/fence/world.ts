import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Client, QueryResult } from "pg";
import type { Role } from "@/lib/domain/actor";
import type { Tag, TaskState } from "@/lib/domain/task/task";
import { connect } from "../connect";

/** Somebody with a session: its secret is all that they have to show. */
export type Someone = { id: string; token: string; name: string };

/** A desk with its people, made past every guard, so that a test begins where it likes. */
export type Desk = { id: string; slug: string } & Record<
  "client" | "assistant" | "agent" | "removed",
  Someone
>;

/**
 * Plain connections to one database. `app` and `other` are what the app connects as; `owner` owns the tables; `sudo` is the
 * superuser with triggers and foreign keys off, for setting scenes and for looking at what is really there.
 */
export type World = { app: Client; other: Client; owner: Client; sudo: Client; jobSecret: string };

export async function openWorld(urls: {
  appUrl: string;
  ownerUrl: string;
  superuserUrl: string;
}): Promise<World> {
  const [app, other, owner, sudo] = [
    await connect(urls.appUrl),
    await connect(urls.appUrl),
    await connect(urls.ownerUrl),
    await connect(urls.superuserUrl),
  ];
  await sudo.query("SET session_replication_role = replica");
  // Planned while there are few rows, a picture of everything would read all of every table as they become thousands.
  await sudo.query("SET enable_seqscan = off");
  const jobSecret = secret();
  await sudo.query("INSERT INTO fence.job_keys VALUES ($1)", [hash(jobSecret)]);
  return { app, other, owner, sudo, jobSecret };
}

export async function closeWorld(world: World): Promise<void> {
  await Promise.all([world.app.end(), world.other.end(), world.owner.end(), world.sudo.end()]);
}

/** A new desk: Mira's, with Ana her assistant, an agent that may finish what is delegable, and Ben, who was her assistant once. */
export async function newDesk({ sudo }: Pick<World, "sudo">): Promise<Desk> {
  const id = randomUUID();
  const slug = `desk-${id.slice(0, 13)}`;
  const people = ["Mira Holt", "Ana Duarte", "Pen Agent", "Ben Ruiz"].map(newSomeone);
  const [client, assistant, agent, removed] = people as [Someone, Someone, Someone, Someone];
  const roles: Role[] = ["client", "assistant", "agent", "assistant"];
  await sudo.query(
    `WITH desk AS (INSERT INTO workspaces (id, slug, name) VALUES ($1, $2, 'A desk')),
       head AS (INSERT INTO log_heads (workspace_id) VALUES ($1)),
       who AS (INSERT INTO users (id, name, email) SELECT * FROM unnest($3::uuid[], $4::text[], $5::text[])),
       member AS (INSERT INTO memberships (workspace_id, user_id, role, ended_at)
         SELECT $1, u, r, CASE WHEN n = 4 THEN now() END FROM unnest($3::uuid[], $6::text[]) WITH ORDINALITY AS m (u, r, n)),
       pen AS (INSERT INTO agents (workspace_id, user_id, owner_id, may_finish, daily_limit) VALUES ($1, ($3::uuid[])[3], ($3::uuid[])[1], true, 5000))
     INSERT INTO sessions (id, token_hash, user_id, expires_at)
       SELECT gen_random_uuid(), h, u, now() + interval '1 day' FROM unnest($3::uuid[], $7::bytea[]) AS s (u, h)`,
    [
      id,
      slug,
      people.map((one) => one.id),
      people.map((one) => one.name),
      people.map((one) => `${one.id}@test.invalid`),
      roles,
      people.map((one) => hash(one.token)),
    ],
  );
  await sudo.query("SELECT fence.start_circles($1)", [id]);
  return { id, slug, client, assistant, agent, removed };
}

export type TaskScene = {
  tag?: Tag;
  state?: TaskState;
  title?: string;
  createdBy?: Someone;
  version?: number;
  mergedInto?: string;
  isPrivate?: boolean;
  sourceKey?: string;
  personId?: string;
  tagHand?: Someone;
};

/** A task as the scene wants it; a closed one was closed by the client and carries its gesture. */
export async function newTask(
  { sudo }: Pick<World, "sudo">,
  desk: Desk,
  scene: TaskScene = {},
): Promise<string> {
  const id = randomUUID();
  const { tag = "must-be-you", state = "inbox", title = "A task", version = 1 } = scene;
  const closed = state === "done" || state === "declined";
  const closedBy = closed ? desk.client.id : null;
  await sudo.query(
    `INSERT INTO tasks (workspace_id, id, kind, title, search_text, state, tag, tag_by, tag_rule, tag_hand, tag_hand_role, created_by, created_role,
       version, merged_into_id, is_private, source_key, person_id, closed_at, closed_by, closed_role, closed_door)
     VALUES ($1, $2, 'other', $3, lower($3), $4, $5, CASE WHEN $13::uuid IS NULL THEN 'rule' ELSE 'hand' END, CASE WHEN $13 IS NULL THEN 'ask' END, $13,
       CASE WHEN $13 IS NOT NULL THEN 'client' END, $6, 'client', $7, $8, $9, $10, $11,
       CASE WHEN $12::uuid IS NOT NULL THEN now() END, $12, CASE WHEN $12 IS NOT NULL THEN 'client' END, CASE WHEN $12 IS NOT NULL THEN 'screen' END)`,
    [
      desk.id,
      id,
      title,
      state,
      tag,
      (scene.createdBy ?? desk.client).id,
      version,
      scene.mergedInto ?? null,
      scene.isPrivate ?? false,
      scene.sourceKey ?? null,
      scene.personId ?? null,
      closedBy,
      scene.tagHand?.id ?? null,
    ],
  );
  if (closed)
    await sudo.query(
      `INSERT INTO gestures (workspace_id, task_id, outcome, at, by_user, by_role, door) VALUES ($1, $2, $3, now(), $4, 'client', 'screen')`,
      [desk.id, id, state, closedBy],
    );
  return id;
}

/** Somebody in the client's life, of the wider circle unless said. */
export async function newPerson(
  { sudo }: Pick<World, "sudo">,
  desk: Desk,
  name: string,
  isPrivate = false,
  circles = ["wider"],
): Promise<string> {
  const id = randomUUID();
  await sudo.query(
    "INSERT INTO persons (workspace_id, id, name, sort_name, is_private, circle, circles) VALUES ($1, $2, $3, $3, $4, ($5::text[])[1], $5)",
    [desk.id, id, name, isPrivate, circles],
  );
  return id;
}

/** Something that somebody of the desk enjoys; whose is a new person, open to all. */
export async function newFact(
  world: Pick<World, "sudo">,
  desk: Desk,
  value: string,
  isPrivate = false,
): Promise<string> {
  const id = randomUUID();
  await world.sudo.query(
    `INSERT INTO person_facts (workspace_id, id, person_id, kind, value, is_private, entered_by, entered_role, entered_at)
     VALUES ($1, $2, $3, 'like', $4, $5, $6, 'client', now())`,
    [desk.id, id, await newPerson(world, desk, "Some Body"), value, isPrivate, desk.client.id],
  );
  return id;
}

/** A child of somebody's, by name alone; whose is a new person, open to all. */
export async function newRelation(
  world: Pick<World, "sudo">,
  desk: Desk,
  otherName: string,
  isPrivate = false,
): Promise<string> {
  const id = randomUUID();
  await world.sudo.query(
    `INSERT INTO person_relations (workspace_id, id, person_id, other_name, kind, is_private, entered_by, entered_role, entered_at)
     VALUES ($1, $2, $3, $4, 'child', $5, $6, 'client', now())`,
    [desk.id, id, await newPerson(world, desk, "Some Body"), otherName, isPrivate, desk.client.id],
  );
  return id;
}

/** An event with one occurrence tomorrow. */
export async function newEvent(
  { sudo }: Pick<World, "sudo">,
  desk: Desk,
  summary: string,
  isPrivate = false,
): Promise<string> {
  const id = randomUUID();
  await sudo.query(
    `WITH e AS (INSERT INTO events (workspace_id, id, uid, summary, is_private) VALUES ($1, $2, $3, $3, $4))
     INSERT INTO event_occurrences (workspace_id, event_id, starts_at, ends_at, is_private)
     VALUES ($1, $2, now() + interval '24 hours', now() + interval '25 hours', $4)`,
    [desk.id, id, summary, isPrivate],
  );
  return id;
}

/** An address book on another machine, whose password nobody can read any more. */
export async function newBook(
  { sudo }: Pick<World, "sudo">,
  desk: Desk,
  name = "Xylophone players",
): Promise<string> {
  const id = randomUUID();
  await sudo.query(
    `WITH b AS (INSERT INTO address_books (workspace_id, id, name, url, username, sealed)
       VALUES ($1, $2, $3, 'https://127.0.0.1:9/', 'mira', decode('00', 'hex')))
     INSERT INTO address_book_turns (workspace_id, book_id) VALUES ($1, $2)`,
    [desk.id, id, name],
  );
  return id;
}

/** A card of an address book about somebody new, in a state of its own. */
export async function newBookCard(
  world: Pick<World, "sudo">,
  desk: Desk,
  book: string,
  href: string,
  state: string,
): Promise<string> {
  const person = await newPerson(world, desk, "Noor Haddad");
  const seen = { facts: { name: "Noor Haddad", organization: "Haddad Glass" }, days: [] };
  await world.sudo.query(
    `INSERT INTO address_book_cards (workspace_id, book_id, href, person_id, seen, state, theirs)
     VALUES ($1, $2, $3, $4, $5, $6, '{"fields": ["organization"]}')`,
    [desk.id, book, href, person, JSON.stringify(seen), state],
  );
  return person;
}

/** How somebody enters a desk in a transaction that is open. True when the door opened. */
export async function enter(
  on: Client,
  who: Someone,
  desk: { id: string },
  { door = "screen", verb = "try", write = true } = {},
): Promise<boolean> {
  const { rows } = await on.query("SELECT role FROM fence.enter($1, $2, $3, $4, $5)", [
    who.token,
    desk.id,
    door,
    verb,
    write,
  ]);
  return rows.length === 1;
}

/** One transaction of somebody's, from entering to commit; whatever goes wrong rolls it back and is thrown. */
export async function during<T>(
  on: Client,
  who: Someone,
  desk: { id: string },
  work: (on: Client) => Promise<T>,
  how: Parameters<typeof enter>[3] = {},
): Promise<T> {
  return inTransaction(on, async () => {
    await enter(on, who, desk, how);
    return work(on);
  });
}

export async function inTransaction<T>(on: Client, work: (on: Client) => Promise<T>): Promise<T> {
  await on.query("BEGIN");
  try {
    const value = await work(on);
    await on.query("COMMIT");
    return value;
  } catch (error) {
    await on.query("ROLLBACK");
    throw error;
  }
}

/** How many rows a statement touched or found. */
export function count(result: QueryResult | QueryResult[]): number {
  return [result].flat().reduce((sum, one) => sum + (one.rowCount ?? 0), 0);
}

export function secret(): string {
  return randomBytes(32).toString("base64url");
}

export function hash(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

function newSomeone(name: string): Someone {
  return { id: randomUUID(), token: secret(), name };
}
