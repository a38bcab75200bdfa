import type { Attack, Scene } from "../../../support/fence/attack";
import {
  anotherTask,
  as,
  asJob,
  carry,
  due,
  lent,
  pressing,
  released,
  set,
  type Words,
  written,
} from "../../../support/fence/words";

const byNobody = "FH004 fence: nobody but the client may let this go";
const notLetGo = "FH004 fence: nothing leaves that was not let go";
const notThatWay = "FH004 fence: words do not leave that way";

/** A job's claim once the thirty seconds are over. */
async function claim(s: Scene, w: Words): Promise<number> {
  return asJob(s, carry(await due(s, w), "leaving"));
}

/** What may happen to released words while they wait; each must keep them here. */
const betweenReleaseAndClaim: Record<string, [how: (w: Words, s: Scene) => string, line: string]> = {
  "the tag is tightened": [
    (w) => `UPDATE tasks SET tag = 'must-be-you', tag_by = 'hand', tag_rule = NULL WHERE id = '${w.task}'`,
    "line what is lent is delegable",
  ],
  "the leave is withdrawn": [
    (w) => `UPDATE accounts SET assistants_send = false WHERE id = '${w.account}'`,
    "trigger accounts.c_call_back",
  ],
  "the account becomes the client's own voice": [
    (w) => `UPDATE accounts SET voice = 'personal', assistants_send = false WHERE id = '${w.account}'`,
    "trigger accounts.c_call_back",
  ],
  "the assistant is removed": [
    (_, s) => `UPDATE memberships SET ended_at = now() WHERE user_id = '${s.desk.assistant.id}'`,
    "line whoever pressed is still here",
  ],
  "the task is folded into another": [
    (w, s) => `UPDATE tasks SET merged_into_id = '${s.strict}' WHERE id = '${w.task}'`,
    "trigger tasks.b_call_words_back",
  ],
  "the task is declined": [
    (w) => `UPDATE tasks SET state = 'declined' WHERE id = '${w.task}'`,
    "trigger tasks.b_call_words_back",
  ],
};

/** What a draft can be for which an assistant has no leave, whatever else it is. */
const notLent: Record<string, [set: string, line: string]> = {
  "on a must-be-you task": [
    "UPDATE tasks SET tag = 'must-be-you' WHERE id = :task",
    "line what is lent is delegable",
  ],
  "in the client's own voice": [
    "UPDATE accounts SET voice = 'personal', assistants_send = false WHERE id = :account",
    "line what is lent has leave",
  ],
  "without leave": [
    "UPDATE accounts SET assistants_send = false WHERE id = :account",
    "line what is lent has leave",
  ],
  "from an account that is gone": [
    "UPDATE accounts SET removed_at = now() WHERE id = :account",
    "line what is lent has an account",
  ],
  "by another way than mail": [
    "UPDATE drafts SET way = 'elsewhere' WHERE id = :draft",
    "line what is lent goes by mail",
  ],
  "which is to be proved": [
    "UPDATE drafts SET wants_proof = true WHERE id = :draft",
    "line what is lent proves nothing",
  ],
  "that was thrown away": [
    "UPDATE drafts SET removed_at = now() WHERE id = :draft",
    "line what is lent stands",
  ],
  "that is expired": ["UPDATE drafts SET state = 'expired' WHERE id = :draft", "line what is lent stands"],
  "that is too late": [
    "UPDATE drafts SET needed_by = '2020-01-01' WHERE id = :draft",
    "line what is lent is in time",
  ],
  "of a task that was taken back": [
    "UPDATE tasks SET state = 'withdrawn' WHERE id = :task",
    "line what is lent is open",
  ],
  "of a folded task": [
    "UPDATE tasks SET merged_into_id = :strict WHERE id = :task",
    "line what is lent is not folded",
  ],
  "that is approved": [
    "UPDATE drafts SET state = 'approved' WHERE id = :draft",
    "line what is approved is not lent",
  ],
};

/** Around fence 4 and B4: what an assistant may let go on their own, and until when. */
export const lending: Attack[] = [
  ...Object.entries(notLent).map(
    ([what, [sql, line]]): Attack => ({
      title: `The assistant lets words go ${what}`,
      no: byNobody,
      guards: [line],
      run: async (s) => {
        const w = await lent(s);
        await s.sudo.query(
          sql.replaceAll(/:(\w+)/g, (_, name: "task" | "strict") => `'${{ ...w, strict: s.strict }[name]}'`),
        );
        return as(s, "assistant", set(w, "released"));
      },
    }),
  ),
  {
    title: "The assistant puts words on another account and lets them go in one stroke",
    no: byNobody,
    guards: ["line what is changed is not let go in one stroke"],
    run: async (s) => {
      const [w, own] = [await lent(s), await written(s, { task: await anotherTask(s) })];
      return as(
        s,
        "assistant",
        `UPDATE drafts SET account_id = '${own.account}', state = 'released' WHERE id = '${w.draft}'`,
      );
    },
  },
  {
    title: "A background job lets words go",
    no: "FH004 fence: a job writes no words",
    run: async (s) => asJob(s, set(await lent(s), "released")),
  },
  {
    title: "The assistant presses send on words that they never let go",
    no: notLetGo,
    guards: ["line what is sent was let go"],
    run: async (s) => as(s, "assistant", pressing(s, await lent(s), null)),
  },
  ...Object.entries(betweenReleaseAndClaim).map(
    ([what, [change, line]]): Attack => ({
      title: `Words that the assistant let go leave although ${what} while they wait`,
      no: notThatWay,
      guards: [line],
      run: async (s) => {
        const w = await released(s);
        await as(s, "client", change(w, s));
        return claim(s, w);
      },
    }),
  ),
];
