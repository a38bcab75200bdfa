import type { Attack } from "../../../support/fence/attack";
import { everything } from "../../../support/fence/words";
import { count, newTask } from "../../../support/fence/world";

/** A row about words that says what it must not, as if every trigger of its table had been talked round. Nothing is kept. */
function row(title: string, no: string, table: string, set: string, gone?: "approvals"): Attack {
  return {
    title: `A broken trigger lets ${title}`,
    no,
    run: async (s) => {
      await everything(s, s.desk, s.strict);
      const theirs = await newTask(s, s.stranger);
      await everything(s, s.stranger, theirs);
      const names: Record<string, string> = {
        ":client": s.desk.client.id,
        ":assistant": s.desk.assistant.id,
        ":stranger": s.stranger.client.id,
        ":task": theirs,
      };
      for (const [name, of] of Object.entries({
        ":draft": "drafts",
        ":account": "accounts",
        ":approval": "approvals",
        ":key": "proof_keys",
      }))
        names[name] = (
          await s.sudo.query(`SELECT id FROM ${of} WHERE workspace_id = $1`, [s.stranger.id])
        ).rows[0].id;
      if (gone) await s.sudo.query(`DELETE FROM ${gone} WHERE workspace_id = $1`, [s.desk.id]);
      const said = set.replaceAll(/:(?!:)[a-z]+\b/g, (name) => (names[name] ? `'${names[name]}'` : name));
      await s.owner.query(`BEGIN; ALTER TABLE ${table} DISABLE TRIGGER USER`);
      try {
        return count(await s.owner.query(`UPDATE ${table} SET ${said} WHERE workspace_id = $1`, [s.desk.id]));
      } finally {
        await s.owner.query("ROLLBACK");
      }
    },
  };
}

const byClient = "23514 approved_by_the_client";
const byMember = "23503 approved_by_a_member";
const answered = (who: string, role: string, door: string, answer = "'yes'") =>
  `answer = ${answer}, answered_at = now(), answered_by = ${who}, answered_role = ${role}, answered_door = ${door}`;
const half = "23514 answer_is_whole_or_absent";
const clients = "23514 answered_by_the_client";

/** The checks and keys on the rows of words, each met alone. A CHECK passes on NULL, so NULLs are tried where there can be any. */
export const wordsAlone: Attack[] = [
  row(
    "the assistant have approved",
    byClient,
    "approvals",
    "approved_by = :assistant, approved_role = 'assistant'",
  ),
  row("a job have approved", byClient, "approvals", "approved_role = 'system'"),
  row("the client have approved through a token's door", byClient, "approvals", "door = 'api'"),
  row("the client have approved through a job", byClient, "approvals", "door = 'job'"),
  row("the assistant have approved as the client", byMember, "approvals", "approved_by = :assistant"),
  row("a stranger's client have approved", byMember, "approvals", "approved_by = :stranger"),
  row("an approval be void for no reason", "23514 void_is_whole_or_absent", "approvals", "voided_at = now()"),
  row("an approval stand, and be void", "23514 void_is_whole_or_absent", "approvals", "void_why = 'undone'"),
  row(
    "an approval be of a version that there is not",
    "23503 approvals_workspace_id_draft_id_no_fkey",
    "approvals",
    "no = 7",
  ),
  row("the assistant have answered", clients, "decisions", answered(":assistant", "'assistant'", "'screen'")),
  row(
    "the client have answered through a token's door",
    clients,
    "decisions",
    answered(":client", "'client'", "'api'"),
  ),
  row(
    "the assistant have answered as the client",
    "23503 answered_by_a_member",
    "decisions",
    answered(":assistant", "'client'", "'screen'"),
  ),
  row(
    "a stranger have answered",
    "23503 answered_by_a_member",
    "decisions",
    answered(":stranger", "'client'", "'mail'"),
  ),
  row("nobody have answered, as nothing", half, "decisions", answered(":client", "NULL", "'screen'")),
  row("somebody have answered through no door", half, "decisions", answered(":client", "'client'", "NULL")),
  row("somebody have answered at no time", half, "decisions", "answer = 'yes'"),
  row(
    "there be no answer, and somebody who gave it",
    half,
    "decisions",
    answered(":client", "'client'", "'screen'", "NULL"),
  ),
  row(
    "an answered question be taken back",
    half,
    "decisions",
    `withdrawn_at = now(), ${answered(":client", "'client'", "'screen'")}`,
  ),
  row(
    "an answer be one that was not offered",
    "23514 answer_was_offered",
    "decisions",
    answered(":client", "'client'", "'screen'", "'perhaps'"),
  ),
  row("a question have one choice", "23514 decisions_choices_check", "decisions", "choices = '{Rome}'"),
  row(
    "a stranger's task be asked about",
    "23503 decisions_workspace_id_task_id_fkey",
    "decisions",
    "task_id = :task",
  ),
  row(
    "a stranger have asked",
    "23503 decisions_workspace_id_asked_by_asked_role_fkey",
    "decisions",
    "asked_by = :stranger",
  ),
  row("words be in a state that there is not", "23514 drafts_state_check", "drafts", "state = 'gone'"),
  row("words go a way that there is not", "23514 drafts_way_check", "drafts", "way = 'fax'"),
  row(
    "words leave from a stranger's account",
    "23503 drafts_workspace_id_account_id_fkey",
    "drafts",
    "account_id = :account",
  ),
  row(
    "words belong to a stranger's task",
    "23503 drafts_workspace_id_task_id_fkey",
    "drafts",
    "task_id = :task",
  ),
  row(
    "the assistant have made words as the client",
    "23503 drafts_workspace_id_made_by_made_role_fkey",
    "drafts",
    "made_role = 'client'",
  ),
  row(
    "a version be of a stranger's draft",
    "23503 draft_versions_workspace_id_draft_id_fkey",
    "draft_versions",
    "draft_id = :draft",
    "approvals",
  ),
  row(
    "the assistant have written as the client",
    "23503 draft_versions_workspace_id_written_by_written_role_fkey",
    "draft_versions",
    "written_role = 'client'",
  ),
  row(
    "the assistant ask for changes",
    "23514 only_the_client_asks_for_changes",
    "draft_comments",
    "asks_changes = true",
  ),
  row(
    "a comment be on a stranger's draft",
    "23503 draft_comments_workspace_id_draft_id_fkey",
    "draft_comments",
    "draft_id = :draft",
  ),
  row(
    "a file be in a stranger's draft",
    "23503 draft_attachments_workspace_id_draft_id_fkey",
    "draft_attachments",
    "draft_id = :draft",
  ),
  row(
    "a stranger have words open",
    "23503 draft_presence_workspace_id_user_id_fkey",
    "draft_presence",
    "user_id = :stranger",
  ),
  row(
    "a stranger's draft be open",
    "23503 draft_presence_workspace_id_draft_id_fkey",
    "draft_presence",
    "draft_id = :draft",
  ),
  row(
    "a sending be in a state that there is not",
    "23514 sendings_state_check",
    "sendings",
    "state = 'lost'",
  ),
  row("words be sent, and nobody know when", "23514 sent_is_whole_or_absent", "sendings", "state = 'sent'"),
  row("words wait, and be sent", "23514 sent_is_whole_or_absent", "sendings", "sent_at = now()"),
  row(
    "words leave on a stranger's approval",
    "23503 sendings_workspace_id_approval_id_fkey",
    "sendings",
    "approval_id = :approval",
  ),
  row(
    "a stranger's draft leave",
    "23503 sendings_workspace_id_draft_id_fkey",
    "sendings",
    "draft_id = :draft, approval_id = NULL",
  ),
  row(
    "words leave for a stranger's task",
    "23503 sendings_workspace_id_task_id_fkey",
    "sendings",
    "task_id = :task",
  ),
  row(
    "the assistant have pressed as the client",
    "23503 sendings_workspace_id_pressed_by_pressed_role_fkey",
    "sendings",
    "pressed_by = :assistant",
  ),
  row("a personal voice be lent", "23514 leave_is_for_company_voices", "accounts", "assistants_send = true"),
  row("a voice be one that there is not", "23514 accounts_voice_check", "accounts", "voice = 'choir'"),
  row(
    "a proof be of a stranger's approval",
    "23503 proofs_workspace_id_approval_id_fkey",
    "proofs",
    "approval_id = :approval",
  ),
  row(
    "a proof be signed with a stranger's key",
    "23503 proofs_workspace_id_key_id_fkey",
    "proofs",
    "key_id = :key",
  ),
  row("a proof be signed with half a signature", "23514 proofs_signed_check", "proofs", "signed = '\\x08'"),
  row("a key be half a key", "23514 proof_keys_public_key_check", "proof_keys", "public_key = '\\x07'"),
  row(
    "a mailbox be of a stranger's account",
    "23503 account_mailboxes_workspace_id_account_id_fkey",
    "account_mailboxes",
    "account_id = :account",
  ),
  row(
    "a password go unencrypted",
    "23514 account_mailboxes_security_check",
    "account_mailboxes",
    "security = 'none'",
  ),
  row(
    "a task be closed with a stranger's words",
    "23503 closed_with_a_draft",
    "tasks",
    "closing_draft = :draft",
  ),
];
