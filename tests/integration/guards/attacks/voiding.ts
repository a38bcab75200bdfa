import type { Attack, Scene } from "../../../support/fence/attack";
import {
  approving as approvalOf,
  approved,
  as,
  asJob,
  carry,
  due,
  leaving,
  newAccount,
  pressing,
  really,
  set,
  type Words,
  written,
} from "../../../support/fence/words";
import { during } from "../../../support/fence/world";

const exactlyThis = "FH004 fence: only the client approves, and exactly this";

/** What anybody might change about words that are approved, each of which must take the client's word back. */
const changes: Record<string, (s: Scene, w: Words) => string | Promise<string>> = {
  "the words": (s, w) =>
    `INSERT INTO draft_versions (workspace_id, draft_id, task_id, no, body) VALUES ('${s.desk.id}', '${w.draft}', '${w.task}', 1, 'Dear Tom')`,
  "the recipients": (_, w) =>
    `UPDATE drafts SET recipients = '[{"address": "tom@test.invalid"}]' WHERE id = '${w.draft}'`,
  "the subject": (_, w) => `UPDATE drafts SET subject = 'Sunday' WHERE id = '${w.draft}'`,
  "what they answer": (_, w) => `UPDATE drafts SET in_reply_to = '<x@test.invalid>' WHERE id = '${w.draft}'`,
  "the account": async (s, w) =>
    `UPDATE drafts SET account_id = '${await newAccount(s, s.desk, { assistantsSend: true })}' WHERE id = '${w.draft}'`,
  "the attachments, by one more": (s, w) =>
    `INSERT INTO draft_attachments (workspace_id, id, draft_id, task_id, name, media_type, bytes) VALUES ('${s.desk.id}', '${w.sending}', '${w.draft}', '${w.task}', 'b', 'text/plain', '\\x42')`,
  "the attachments, by one less": (_, w) =>
    `UPDATE draft_attachments SET removed_at = now() WHERE draft_id = '${w.draft}'`,
  "the proof": (_, w) => `UPDATE drafts SET wants_proof = true WHERE id = '${w.draft}'`,
  "the words, and calls them approved": (_, w) =>
    `UPDATE drafts SET subject = 'Sunday', state = 'approved' WHERE id = '${w.draft}'`,
  "whether they are there": (_, w) => `UPDATE drafts SET removed_at = now() WHERE id = '${w.draft}'`,
};

/** What the client might change about the account that approved words leave from. */
const ofAccount: Record<string, string> = {
  "its signature": "signature = 'M. Holt'",
  "its name": "shown_name = 'M. Holt'",
  "its address": "address = 'mira@else.invalid'",
  "whose name is shown": "author_shown = 'representative'",
  "that it is gone": "removed_at = now()",
};

/** 1 for each of these that still stands: the approval, the waiting words, and the state that says so. */
function standing(s: Scene, w: Words): Promise<number> {
  return really(
    s,
    `SELECT FROM approvals WHERE draft_id = $1 AND voided_at IS NULL UNION ALL
     SELECT FROM sendings WHERE draft_id = $1 AND state <> 'stopped' UNION ALL
     SELECT FROM drafts WHERE id = $1 AND state = 'approved'`,
    [w.draft],
  );
}

/** Around fence 4: what becomes of an approval when anything changes that it is of. */
export const voiding: Attack[] = [
  ...Object.entries(changes).flatMap(([what, change]): Attack[] => [
    {
      title: `The assistant changes ${what} of approved words, and the client's word stands`,
      no: "nothing",
      guards: [
        "trigger drafts.b_void_approval",
        "trigger draft_attachments.c_sum_attachments",
        "trigger draft_versions.b_count_version",
        "line a change takes approval away",
      ],
      run: async (s) => {
        const w = await approved(s);
        await as(s, "assistant", await change(s, w));
        return standing(s, w);
      },
    },
    {
      title: `The assistant changes ${what} of words that are leaving`,
      no: "FH004 fence: words that are leaving stay as they are",
      run: async (s) => {
        const w = await leaving(s, await approved(s));
        return as(s, "assistant", await change(s, w));
      },
    },
  ]),
  ...Object.entries(ofAccount).map(
    ([what, change]): Attack => ({
      title: `The client changes the account, ${what}, and the approval given before still stands`,
      no: "nothing",
      guards: ["trigger accounts.c_call_back"],
      run: async (s) => {
        const w = await approved(s);
        await as(s, "client", `UPDATE accounts SET ${change} WHERE id = $1`, [w.account]);
        return standing(s, w);
      },
    }),
  ),
  {
    title: "The client undoes an approval of words that are leaving",
    no: "FH004 fence: these words are leaving",
    run: async (s) => as(s, "client", set(await leaving(s, await approved(s)), "submitted")),
  },
  {
    title:
      "An approval that nobody has made known outlives a change, and holds again when it is changed back",
    no: "nothing",
    guards: ["trigger drafts.b_void_approval"],
    run: async (s) => {
      const w = await written(s);
      await as(s, "client", approvalOf(s, w));
      await as(s, "assistant", "UPDATE drafts SET subject = 'Sunday'");
      await as(s, "assistant", "UPDATE drafts SET subject = 'Saturday'");
      return standing(s, w);
    },
  },
  {
    title:
      "The assistant changes words under an approval that nobody has made known, and calls them approved",
    no: exactlyThis,
    guards: ["line what is changed is not approved in one stroke"],
    run: async (s) => {
      await as(s, "client", approvalOf(s, await written(s)));
      return as(s, "assistant", "UPDATE drafts SET subject = 'Sunday', state = 'approved'");
    },
  },
  {
    title:
      "One file whose name reads like two is exchanged for those two, in one stroke, under the client's word",
    no: "nothing",
    guards: ["line files are told apart"],
    run: async (s) => {
      const w = await written(s);
      const file =
        "INSERT INTO draft_attachments (workspace_id, id, draft_id, task_id, name, media_type, bytes)";
      const row = `('${s.desk.id}', gen_random_uuid(), '${w.draft}', '${w.task}'`;
      await s.sudo.query("DELETE FROM draft_attachments WHERE draft_id = $1", [w.draft]);
      const sum = "encode(sha256('\\x42'), 'hex')";
      await as(
        s,
        "assistant",
        `${file} VALUES ${row}, 'a' || E'\\n' || ${sum} || ' text/plain b', 'text/plain', '\\x42')`,
      );
      await during(s.app, s.desk.client, s.desk, async () => {
        await s.app.query(approvalOf(s, w));
        await s.app.query(set(w, "approved"));
        await s.app.query(pressing(s, w, w.approval));
      });
      await as(
        s,
        "assistant",
        `WITH gone AS (UPDATE draft_attachments SET removed_at = now()) ${file} VALUES ${row}, 'a', 'text/plain', '\\x42'), ${row}, 'b', 'text/plain', '\\x42')`,
      );
      return standing(s, w);
    },
  },
  {
    title: "A job carries words whose approval was taken back by a change",
    no: "FH004 fence: words do not leave that way",
    run: async (s) => {
      const w = await approved(s);
      await as(s, "assistant", "UPDATE drafts SET subject = 'Sunday'");
      return asJob(s, carry(await due(s, w), "leaving"));
    },
  },
];
