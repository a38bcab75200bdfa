import { randomUUID } from "node:crypto";
import type { SendingState } from "@/lib/domain/draft/draft";
import { newAccount } from "./voice-world";
import { type Desk, during, newTask, type Someone, type TaskScene, type World } from "./world";

type Own = Pick<World, "app" | "sudo">;
type Made = { id: string; version: number; other: string };

/** A draft as a scene wants it: in Mira's own voice, by mail, for a task that must be hers, unless said otherwise. */
export type DraftScene = {
  task?: TaskScene & { id?: string };
  state?: "draft" | "submitted" | "approved" | "released";
  way?: "mail" | "elsewhere";
  voice?: "personal" | "company";
  hasLeave?: boolean;
  wantsProof?: boolean;
  text?: string;
  isLate?: boolean;
  isRemoved?: boolean;
  isPrivate?: boolean;
  /** How far its words have got, past every guard. */
  onItsWay?: SendingState;
  by?: Someone;
};

/** A draft, its first version, and (`other`) the seal of what it is now. */
export async function newDraft(world: Own, desk: Desk, scene: DraftScene = {}): Promise<Made> {
  const { state = "draft", way = "mail", voice = "personal", isPrivate = false } = scene;
  const account = await newAccount(world, desk, { voice });
  await world.sudo.query("UPDATE accounts SET sends_mail = true, assistants_send = $2 WHERE id = $1", [
    account,
    scene.hasLeave ?? false,
  ]);
  const title = isPrivate ? "Xylophone answer" : "An answer";
  const task = scene.task?.id ?? (await newTask(world, desk, { title, ...scene.task, isPrivate }));
  const [id, by] = [randomUUID(), scene.by ?? desk.client];
  const text = scene.text ?? (isPrivate ? "Xylophone words" : "I will come.");
  const stands = state === "approved" || state === "released" ? "draft" : state;
  await world.sudo.query(
    `INSERT INTO drafts (workspace_id, id, task_id, state, latest, way, account_id, recipients, wants_proof, made_by, made_role, made_at, submitted_at)
     VALUES ($1, $2, $3, $4, 1, $5, $6, '[{"name": "Tomas", "address": "tomas@test.invalid", "field": "to"}]', $7, $8, 'client', now(),
       CASE WHEN $4 = 'submitted' THEN now() END)`,
    [desk.id, id, task, stands, way, account, scene.wantsProof ?? false, desk.client.id],
  );
  await world.sudo.query(
    `INSERT INTO draft_versions (workspace_id, draft_id, task_id, no, body, written_by, written_role, written_at)
     VALUES ($1, $2, $3, 1, $4, $5, (SELECT role FROM memberships WHERE workspace_id = $1 AND user_id = $5), now())`,
    [desk.id, id, task, text, by.id],
  );
  const seal = await sealOf(world, desk, id);
  if (state === "approved") await letGo(world, desk, desk.client, { id, task, way, seal });
  if (state === "released")
    await letGo(world, desk, isPrivate ? desk.client : desk.assistant, { id, task, way, seal: null });
  if (scene.onItsWay)
    await world.sudo.query("UPDATE sendings SET state = $2, claimed_at = now() WHERE draft_id = $1", [
      id,
      scene.onItsWay,
    ]);
  await world.sudo.query(
    `UPDATE drafts SET needed_by = CASE WHEN $2 THEN now() - interval '1 hour' END, removed_at = CASE WHEN $3 THEN now() END WHERE id = $1`,
    [id, scene.isLate ?? false, scene.isRemoved ?? false],
  );
  const { rows } = await world.sudo.query("SELECT version FROM drafts WHERE id = $1", [id]);
  return { id, version: rows[0].version, other: seal };
}

/** What an approval of a draft would be of, as its client sees it. */
async function sealOf({ app }: Own, desk: Desk, id: string): Promise<string> {
  return during(
    app,
    desk.client,
    desk,
    async (on) => {
      const { rows } = await on.query("SELECT encode(fence.draft_seal($1, $2), 'hex') AS seal", [
        desk.id,
        id,
      ]);
      return rows[0].seal;
    },
    { write: false },
  );
}

/** Words that are let go by somebody who may, past no guard: approved where there is a seal, released where there is none. */
async function letGo(
  { app }: Own,
  desk: Desk,
  who: Someone,
  draft: { id: string; task: string; way: string; seal: string | null },
): Promise<void> {
  await during(app, who, desk, async (on) => {
    const approval = draft.seal === null ? null : randomUUID();
    if (draft.seal !== null)
      await on.query(
        "INSERT INTO approvals (workspace_id, id, draft_id, task_id, no, seal) VALUES ($1, $2, $3, $4, 1, decode($5, 'hex'))",
        [desk.id, approval, draft.id, draft.task, draft.seal],
      );
    await on.query("UPDATE drafts SET state = $2 WHERE id = $1", [
      draft.id,
      approval === null ? "released" : "approved",
    ]);
    if (draft.way === "mail")
      await on.query(
        "INSERT INTO sendings (workspace_id, id, draft_id, task_id, approval_id, message_id, next_at) VALUES ($1, $2, $3, $4, $5, $6, now())",
        [desk.id, randomUUID(), draft.id, draft.task, approval, `<${randomUUID()}@test.invalid>`],
      );
  });
}

/** A comment on a draft, by whoever is named. */
export async function newDraftComment(world: Own, desk: Desk, scene: DraftScene = {}): Promise<Made> {
  const draft = await newDraft(world, desk, scene);
  const id = randomUUID();
  await world.sudo.query(
    `INSERT INTO draft_comments (workspace_id, id, draft_id, task_id, on_no, note, entered_by, entered_role, entered_at)
     SELECT d.workspace_id, $2, d.id, d.task_id, 1, $4, $3, m.role, now() FROM drafts d
     JOIN memberships m ON m.workspace_id = d.workspace_id AND m.user_id = $3 WHERE d.id = $1`,
    [draft.id, id, (scene.by ?? desk.client).id, scene.isPrivate ? "Xylophone?" : "Is this right?"],
  );
  return { ...draft, id, version: 1 };
}

/** A file on a draft. */
export async function newDraftFile(world: Own, desk: Desk, scene: DraftScene = {}): Promise<Made> {
  const draft = await newDraft(world, desk, scene);
  const id = randomUUID();
  await world.sudo.query(
    `INSERT INTO draft_attachments (workspace_id, id, draft_id, task_id, name, media_type, bytes, size, sum, entered_by, entered_role, entered_at)
     SELECT d.workspace_id, $2, d.id, d.task_id, $4, 'text/plain', 'abc', 3, encode(sha256('abc'), 'hex'), $3, 'client', now() FROM drafts d WHERE d.id = $1`,
    [draft.id, id, desk.client.id, scene.isPrivate ? "Xylophone.txt" : "map.txt"],
  );
  return { ...draft, id, version: 1 };
}

/** A question to the client about a task, asked by whoever is named; yes, no, or need more. */
export async function newDecision({ sudo }: Own, desk: Desk, scene: DraftScene = {}): Promise<Made> {
  const { isPrivate = false, by = desk.client } = scene;
  const task = await newTask({ sudo }, desk, { title: isPrivate ? "Xylophone trip" : "A trip", isPrivate });
  const id = randomUUID();
  await sudo.query(
    `INSERT INTO decisions (workspace_id, id, task_id, question, asked_by, asked_role, asked_at)
     SELECT $1, $2, $3, $4, $5, m.role, now() FROM memberships m WHERE m.workspace_id = $1 AND m.user_id = $5`,
    [desk.id, id, task, isPrivate ? "Xylophone?" : "Shall you go?", by.id],
  );
  return { id, version: 1, other: task };
}
