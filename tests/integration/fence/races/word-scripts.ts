import type { Script } from "../../../support/fence/schedule";
import type { Words } from "../../../support/fence/words";
import type { Desk } from "../../../support/fence/world";

/** One draft, what an approval of it would be given for now, and the jobs' secret. */
export type WordStage = { desk: Desk; words: Words; seal: string; jobSecret: string };

const waiting = "state IN ('draft', 'submitted', 'changes-requested')";

/** What people and jobs do to words at the same time: the product's own statements, with its conditions and without. */
const doings: Record<string, (stage: WordStage) => string[]> = {
  "client approves": (stage) => approve(stage),
  "client approves, and says so last": ({ desk, words, ...stage }) => {
    const [insert = "", update = "", press = ""] = approve({ desk, words, ...stage });
    return [insert, update, "SELECT", press];
  },
  "client undoes": ({ words }) => [
    `UPDATE drafts SET state = 'submitted' WHERE id = '${words.draft}' AND state = 'approved'`,
  ],
  "client edits": (stage) => write(stage, "Dear Tom"),
  "client removes Ana": ({ desk }) => [
    `UPDATE memberships SET ended_at = now() WHERE workspace_id = '${desk.id}' AND user_id = '${desk.assistant.id}'`,
  ],
  "client withdraws the leave": ({ words }) => [
    `UPDATE accounts SET assistants_send = false WHERE id = '${words.account}'`,
  ],
  "client changes the signature": ({ words }) => [
    `UPDATE accounts SET signature = 'M.' WHERE id = '${words.account}'`,
  ],
  "client completes": ({ words }) => [`UPDATE tasks SET state = 'done' WHERE id = '${words.task}'`],
  "assistant writes a version": (stage) => write(stage, "Dear Tim"),
  "assistant changes the subject": ({ words }) => [
    `UPDATE drafts SET subject = 'Sunday' WHERE id = '${words.draft}'`,
  ],
  "assistant takes the file out": ({ words }) => [
    `UPDATE draft_attachments SET removed_at = now() WHERE draft_id = '${words.draft}'`,
  ],
  "assistant lets go": ({ desk, words }) => [
    `UPDATE drafts SET state = 'released' WHERE id = '${words.draft}' AND ${waiting}`,
    `INSERT INTO sendings (workspace_id, id, draft_id, task_id, message_id, next_at)
     VALUES ('${desk.id}', gen_random_uuid(), '${words.draft}', '${words.task}', gen_random_uuid()::text, now())`,
  ],
  "job claims": ({ desk }) => [
    `UPDATE sendings SET state = 'leaving', attempts = attempts + 1, claimed_at = now() WHERE workspace_id = '${desk.id}' AND state = 'held' AND next_at <= clock_timestamp()`,
  ],
  "job claims, whatever it is": ({ desk }) => [
    `UPDATE sendings SET state = 'leaving', attempts = attempts + 1, claimed_at = now() WHERE workspace_id = '${desk.id}'`,
  ],
  "job claims, and hands over": ({ desk }) => [
    `UPDATE sendings SET state = 'leaving', attempts = attempts + 1, claimed_at = now() WHERE workspace_id = '${desk.id}'`,
    `UPDATE sendings SET state = 'handed-over' WHERE workspace_id = '${desk.id}' AND state = 'leaving'`,
  ],
};
export const allDoings = Object.keys(doings);

/** These people's and jobs' steps, each in a transaction of their own. The first word of a name says who it is. */
export function writeWordScripts(stage: WordStage, names: string[], isolation: string[] = []): Script[] {
  return names.map((name, n) => ({
    name,
    steps: [`BEGIN${isolation[n] ?? ""}; ${enter(stage, name)}`, ...(doings[name]?.(stage) ?? []), "COMMIT"],
  }));
}

function enter({ desk, jobSecret }: WordStage, name: string): string {
  if (name.startsWith("job")) return `SELECT fence.enter_job('${jobSecret}', '${desk.id}', 'send')`;
  const who = name.startsWith("client") ? desk.client : desk.assistant;
  return `SELECT fence.enter('${who.token}', '${desk.id}', 'screen', 'try', true)`;
}

function approve({ desk, words, seal }: WordStage): string[] {
  return [
    `INSERT INTO approvals (workspace_id, id, draft_id, task_id, no, seal)
     VALUES ('${desk.id}', gen_random_uuid(), '${words.draft}', '${words.task}', 0, decode('${seal}', 'hex'))`,
    `UPDATE drafts SET state = 'approved' WHERE id = '${words.draft}' AND ${waiting}`,
    `INSERT INTO sendings (workspace_id, id, draft_id, task_id, approval_id, message_id, next_at)
     SELECT workspace_id, gen_random_uuid(), draft_id, task_id, id, gen_random_uuid()::text, now()
       FROM approvals WHERE draft_id = '${words.draft}' AND voided_at IS NULL`,
  ];
}

function write({ desk, words }: WordStage, body: string): string[] {
  return [
    `INSERT INTO draft_versions (workspace_id, draft_id, task_id, no, body) VALUES ('${desk.id}', '${words.draft}', '${words.task}', 0, '${body}')`,
  ];
}
