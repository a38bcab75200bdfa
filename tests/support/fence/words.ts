import { randomUUID } from "node:crypto";
import type { DraftState } from "@/lib/domain/draft/draft";
import type { Scene } from "./attack";
import { count, type Desk, during, type enter, inTransaction, newTask, type World } from "./world";

type Where = Pick<World, "sudo">;
type Member = "client" | "assistant" | "agent";

/** Words about a task, and what has become of them. */
export type Words = { task: string; account: string; draft: string; approval: string; sending: string };

/** One statement of a member's, in a transaction of their own. Gives how many rows it touched or found. */
export function as(
  s: Scene,
  who: Member,
  sql: string,
  values: unknown[] = [],
  how: Parameters<typeof enter>[3] = {},
): Promise<number> {
  return during(s.app, s.desk[who], s.desk, async () => count(await s.app.query(sql, values)), how);
}

/** Statements of a background job's, in one transaction. Gives how many rows the last one touched. */
export function asJob(s: Scene, ...statements: string[]): Promise<number> {
  return inTransaction(s.app, async () => {
    await s.app.query("SELECT fence.enter_job($1, $2, 'send')", [s.jobSecret, s.desk.id]);
    let touched = 0;
    for (const sql of statements) touched = count(await s.app.query(sql));
    return touched;
  });
}

/** An account that words leave from: the client's own voice, or a company's that assistants may send from. */
export async function newAccount(
  { sudo }: Where,
  desk: Desk,
  { assistantsSend = false }: { assistantsSend?: boolean } = {},
): Promise<string> {
  const id = randomUUID();
  await sudo.query(
    `INSERT INTO accounts (workspace_id, id, name, service, voice, address, signature, assistants_send, sends_mail)
     VALUES ($1, $2, 'Mira Holt', 'E-mail', $3, 'mira@test.invalid', 'Mira', $4, true)`,
    [desk.id, id, assistantsSend ? "company" : "personal", assistantsSend],
  );
  return id;
}

type DraftScene = { state?: DraftState; way?: "mail" | "elsewhere"; neededBy?: string; wantsProof?: boolean };

/** A draft of the assistant's with one version, one attachment and one comment, past every guard. */
export async function newDraft(
  { sudo }: Where,
  desk: Desk,
  task: string,
  account: string,
  { state = "submitted", way = "mail", neededBy, wantsProof = false }: DraftScene = {},
): Promise<string> {
  const id = randomUUID();
  const ana = desk.assistant.id;
  await sudo.query(
    `WITH a AS (INSERT INTO draft_attachments (workspace_id, id, draft_id, task_id, name, media_type, bytes, size, sum, entered_by, entered_role, entered_at)
         VALUES ($1, $2, $2, $3, 'map.txt', 'text/plain', '\\x41', 1, 'A', $5, 'assistant', now())),
       c AS (INSERT INTO draft_comments (workspace_id, id, draft_id, task_id, on_no, note, entered_by, entered_role, entered_at)
         VALUES ($1, $2, $2, $3, 1, 'Is this warm enough?', $5, 'assistant', now())),
       v AS (INSERT INTO draft_versions (workspace_id, id, draft_id, task_id, no, body, written_by, written_role, written_at)
         VALUES ($1, $2, $2, $3, 1, 'Dear Noor', $5, 'assistant', now()))
     INSERT INTO drafts (workspace_id, id, task_id, state, latest, way, account_id, recipients, subject, attachments_sum, wants_proof, needed_by,
         made_by, made_role, made_at, submitted_at, submitted_by)
       VALUES ($1, $2, $3, $6, 1, $7, $4, '[{"address": "noor@test.invalid"}]', 'Saturday', '[["A", "text/plain", "map.txt"]]', $8, $9::timestamptz,
         $5, 'assistant', now(), CASE WHEN $6 <> 'draft' THEN now() END, CASE WHEN $6 <> 'draft' THEN $5::uuid END)`,
    [desk.id, id, task, account, ana, state, way, wantsProof, neededBy ?? null],
  );
  return id;
}

/** Words about the strict task of a scene, in the client's voice, that wait for her. */
export async function written(s: Scene, how: DraftScene & { task?: string } = {}): Promise<Words> {
  const account = await newAccount(s, s.desk);
  const task = how.task ?? s.strict;
  const draft = await newDraft(s, s.desk, task, account, how);
  return { task, account, draft, approval: randomUUID(), sending: randomUUID() };
}

/** Words about the loose task of a scene, on an account that the assistant may send from. */
export async function lent(s: Scene, how: DraftScene & { task?: string } = {}): Promise<Words> {
  const account = await newAccount(s, s.desk, { assistantsSend: true });
  const task = how.task ?? s.loose;
  const draft = await newDraft(s, s.desk, task, account, how);
  return { task, account, draft, approval: randomUUID(), sending: randomUUID() };
}

/** An approval of what is there now, as a statement. */
export function approving(s: Scene, w: Words): string {
  return `INSERT INTO approvals (workspace_id, id, draft_id, task_id, no, seal)
    SELECT '${s.desk.id}', '${w.approval}', '${w.draft}', '${w.task}', 0, fence.draft_seal('${s.desk.id}', '${w.draft}')`;
}

/** Words put where they wait to leave, as a statement; on an approval, or on leave. */
export function pressing(s: Scene, w: Words, approval: string | null): string {
  return `INSERT INTO sendings (workspace_id, id, draft_id, task_id, approval_id, message_id, next_at)
    SELECT '${s.desk.id}', '${w.sending}', '${w.draft}', '${w.task}', ${approval === null ? "NULL" : `'${approval}'`}, '<${w.sending}@test.invalid>', now()`;
}

/** Puts a draft into a state, as a statement. */
export function set(w: Words, state: DraftState): string {
  return `UPDATE drafts SET state = '${state}' WHERE id = '${w.draft}'`;
}

/** Puts a sending into a state, as a statement; claiming says so. */
export function carry(w: Words, state: string): string {
  return `UPDATE sendings SET state = '${state}'${state === "leaving" ? ", attempts = attempts + 1, claimed_at = now()" : ""} WHERE id = '${w.sending}'`;
}

/** The client approves: the words are held, and wait their thirty seconds. Elsewhere nothing waits. */
export async function approved(s: Scene, how: Parameters<typeof written>[1] = {}): Promise<Words> {
  const w = await written(s, how);
  await during(s.app, s.desk.client, s.desk, async () => {
    await s.app.query(approving(s, w));
    await s.app.query(set(w, "approved"));
    if (how.way !== "elsewhere") await s.app.query(pressing(s, w, w.approval));
  });
  return w;
}

/** The assistant lets go what the client has given leave for. */
export async function released(s: Scene): Promise<Words> {
  const w = await lent(s);
  await during(s.app, s.desk.assistant, s.desk, async () => {
    await s.app.query(set(w, "released"));
    await s.app.query(pressing(s, w, null));
  });
  return w;
}

/** The thirty seconds are over. */
export async function due(s: Where, w: Words): Promise<Words> {
  await s.sudo.query(
    "UPDATE sendings SET pressed_at = now() - interval '1 minute', next_at = now() - interval '30 seconds' WHERE id = $1",
    [w.sending],
  );
  return w;
}

/** A job has claimed the words. */
export async function leaving(s: Scene, w: Words): Promise<Words> {
  await asJob(s, carry(await due(s, w), "leaving"));
  return w;
}

/** A job has carried them; the draft went out, and its task is still open. */
export async function gone(s: Scene, w: Words): Promise<Words> {
  await leaving(s, w);
  await asJob(s, carry(w, "handed-over"));
  await asJob(s, carry(w, "sent"), set(w, "sent"));
  return w;
}

/** How many rows there really are: past every policy. */
export async function really(s: Where, sql: string, values: unknown[] = []): Promise<number> {
  return count(await s.sudo.query(sql, values));
}

/** Another task of the same desk. */
export function anotherTask(s: Scene, tag: "must-be-you" | "delegable" = "must-be-you"): Promise<string> {
  return newTask(s, s.desk, { tag, title: "Another" });
}

/** A key that proofs are signed with, past every guard. */
export async function newKey({ sudo }: Where, desk: Desk): Promise<string> {
  const id = randomUUID();
  await sudo.query(
    "INSERT INTO proof_keys (workspace_id, id, public_key, sealed) VALUES ($1, $2, decode(repeat('07', 32), 'hex'), '\\x01')",
    [desk.id, id],
  );
  return id;
}

/** "Personally written" on these words, as a statement. */
export function proving(s: Scene, w: Words, key: string): string {
  return `INSERT INTO proofs (workspace_id, id, token, draft_id, task_id, approval_id, key_id, payload, signed)
    VALUES ('${s.desk.id}', '${w.sending}', '${w.sending}', '${w.draft}', '${w.task}', '${w.approval}', '${key}', '{}', decode(repeat('08', 64), 'hex'))`;
}

/** Everything that can hang on words, on one desk, past every guard: one row in every table. */
export async function everything({ sudo }: Where, desk: Desk, task: string): Promise<void> {
  const account = await newAccount({ sudo }, desk);
  const draft = await newDraft({ sudo }, desk, task, account);
  const key = await newKey({ sudo }, desk);
  const mira = desk.client.id;
  for (const sql of [
    "draft_presence VALUES ($1, $2, $3, now(), true)",
    "approvals (workspace_id, id, draft_id, task_id, no, seal, approved_by, approved_role, door, approved_at) VALUES ($1, $2, $2, $4, 1, '\\x00', $3, 'client', 'screen', now())",
    "sendings (workspace_id, id, draft_id, task_id, approval_id, message_id, next_at, pressed_by, pressed_role, door, pressed_at) VALUES ($1, $2, $2, $4, $2, $2::text, now(), $3, 'client', 'screen', now())",
    "decisions (workspace_id, id, task_id, question, asked_by, asked_role, asked_at) VALUES ($1, $2, $4, 'Now?', $3, 'client', now())",
    "proofs (workspace_id, id, token, draft_id, task_id, approval_id, key_id, payload, signed) VALUES ($1, $2, $2::text, $2, $4, $2, $5, '{}', decode(repeat('08', 64), 'hex'))",
    "phrases (workspace_id, id, language, title, text) VALUES ($1, $2, 'en', 'Thanks', 'Thank you')",
    "voice_sheets (workspace_id, greeting) VALUES ($1, 'Dear')",
    "account_mailboxes (workspace_id, account_id, host, port, security, username, sealed) VALUES ($1, $6, 'mail.test.invalid', 465, 'tls', 'mira', '\\x01')",
  ])
    await sudo.query(
      `WITH given AS (SELECT $2::uuid, $3::uuid, $4::uuid, $5::uuid, $6::uuid) INSERT INTO ${sql}`,
      [desk.id, draft, mira, task, key, account],
    );
}
