import { seal } from "@/lib/adapters/secrets/seal";
import { putMailbox } from "@/lib/data/account-mailboxes";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted } from "@/lib/domain/result";
import { carrySending, type Line } from "@/lib/use-cases/draft/carry-sending";
import { here } from "../mail/moody-server";
import { must } from "../must";
import { asSuperuser } from "../superuser";
import { approve, newDraft, origin } from "./scene";

type Server = {
  host: string;
  port: number;
  security: "tls" | "starttls";
  username: string;
  password: string;
};

/** The client gives an account the server that takes its mail. */
export async function giveMailbox(client: Actor, accountId: string, server: Server): Promise<void> {
  const { id: workspaceId } = client.workspace;
  const { host, port, security, username, password } = server;
  const sealed = seal(password, { what: "mailbox", workspaceId, id: accountId });
  must(
    await writeAs(client, "set-mailbox", { kind: "account", id: accountId }, async (tx) => {
      await putMailbox(tx, workspaceId, accountId, { host, port, security, username, sealed }, new Date());
      return granted(null);
    }),
  );
}

/** What is kept of a sending. */
export type SendingRow = {
  id: string;
  state: string;
  attempts: number;
  doubts: number;
  last_error: string;
  message_id: string;
  minutes: number;
  claimed_at: Date | null;
};

/** A letter that Ana has drafted and Mira approved, whose thirty seconds are over. */
export async function newApproved(
  people: { client: Actor; assistant: Actor },
  server: Server,
  text?: string,
) {
  const { draft, task, accountId } = await newDraft(people.client, people.assistant, text);
  await giveMailbox(people.client, accountId, server);
  must(await approve(people.client, draft.id));
  await later(draft.id);
  return { draftId: draft.id, taskId: task.id, accountId, id: (await sendingOf(draft.id)).id };
}

/** One turn of whoever carries, on this machine; `ca` is what makes the server's certificate believed. */
export async function carry(system: Actor, id: string, line: Line, at = new Date()) {
  return must(await carrySending(system, id, at, origin, { ...here, ...line }));
}

/** The sending of a draft that was not stopped, else the last one. `minutes`: until its next turn. */
export async function sendingOf(draftId: string): Promise<SendingRow> {
  const [row] = await asSuperuser<SendingRow>(
    `SELECT id, state, attempts, doubts, last_error, message_id, claimed_at, round(extract(epoch FROM next_at - now()) / 60)::integer AS minutes
     FROM sendings WHERE draft_id = $1 ORDER BY state = 'stopped', pressed_at DESC LIMIT 1`,
    [draftId],
  );
  if (!row) throw new Error("nothing of this draft was to leave");
  return row;
}

/** As if so many minutes had passed for what waits to leave. */
export async function later(draftId: string, minutes = 5): Promise<void> {
  await asSuperuser(
    `UPDATE sendings SET next_at = next_at - $2::integer * interval '1 minute', pressed_at = pressed_at - $2::integer * interval '1 minute',
       claimed_at = claimed_at - $2::integer * interval '1 minute' WHERE draft_id = $1`,
    [draftId, minutes],
  );
}

/** A task as it is kept: how it stands, and who closed it with which draft. */
export async function taskRow(id: string): Promise<Record<string, unknown> | undefined> {
  const [row] = await asSuperuser<Record<string, unknown>>(
    "SELECT state, closed_by, closed_role, closed_door, closing_draft FROM tasks WHERE id = $1",
    [id],
  );
  return row;
}

/** What was mailed about a draft. */
export function mailsAbout(draftId: string) {
  return asSuperuser<{ subject: string; text_body: string; to_address: string }>(
    `SELECT o.subject, o.text_body, o.to_address FROM outbox o JOIN drafts d ON d.workspace_id = o.workspace_id
     WHERE d.id = $1 AND o.text_body LIKE '%' || d.task_id || '%' ORDER BY o.to_address`,
    [draftId],
  );
}
