import { answered, answering, answerJson, keep, movedDay, series } from "../../../support/fence/answers";
import type { Attack, Scene } from "../../../support/fence/attack";
import { approving, as, asJob, carry, due, leaving, set, type Words } from "../../../support/fence/words";
import { during } from "../../../support/fence/world";

const byNobody = "FH004 fence: nobody but the client may let this go";
const staysSo = "FH004 fence: an answer that was let go stays as it is";

/** What an answer can be for which an assistant has no leave, whatever else it is. */
const notLent: Record<string, [set: string, line: string]> = {
  "to what must be the client": [
    "UPDATE tasks SET tag = 'must-be-you' WHERE id = :task",
    "line what is lent is delegable",
  ],
  "from an account with leave to send, and none to answer": [
    "UPDATE accounts SET voice = 'company', assistants_send = true, assistants_answer = false WHERE id = :account",
    "line what is answered has leave",
  ],
  "with words": [
    "UPDATE draft_versions SET body = 'With joy' WHERE draft_id = :draft",
    "line what is answered has no words",
  ],
  "with a file": [
    "UPDATE drafts SET attachments_sum = 'x' WHERE id = :draft",
    "line what is answered has no file",
  ],
  "to somebody else": [
    `UPDATE drafts SET recipients = '[{"name": "Noor", "address": "kim@test.invalid", "field": "to"}]' WHERE id = :draft`,
    "line what is answered goes to the organiser",
  ],
  "with somebody in copy": [
    `UPDATE drafts SET recipients = recipients || '[{"name": "", "address": "kim@test.invalid", "field": "cc"}]' WHERE id = :draft`,
    "line what is answered goes to the organiser",
  ],
  "under a subject of their own": [
    "UPDATE drafts SET subject = 'Saturday' WHERE id = :draft",
    "line what is answered has its own subject",
  ],
  "of a task that invites to nothing": [
    "UPDATE tasks SET kind = 'other' WHERE id = :task",
    "line what is answered is an invitation",
  ],
};

async function released(s: Scene, w: Words): Promise<number> {
  return as(s, "assistant", set(w, "released"));
}

/** The client approves; nothing leaves yet. */
async function approvedAnswer(s: Scene): Promise<Words> {
  const w = await answering(s, "strict");
  await during(s.app, s.desk.client, s.desk, async () => {
    await s.app.query(approving(s, w));
    await s.app.query(set(w, "approved"));
  });
  return w;
}

/** Past every guard: the strict task of the scene asks about the entry of an answer, too, or about one day of it. */
async function asksTheClient(s: Scene, w: Words, day = ""): Promise<void> {
  await s.sudo.query(
    `UPDATE tasks t SET kind = 'event-invite', fields = a.fields, source_key = 'invite:' || (a.fields ->> 'eventUid') || ':' || $3
     FROM tasks a WHERE t.id = $1 AND a.id = $2`,
    [s.strict, w.task, day],
  );
}

const otherwise = (w: Words) =>
  `UPDATE drafts SET answer = '${answerJson("x", { partstat: "DECLINED" })}' WHERE id = '${w.draft}'`;

/** E3: what an assistant may answer on their own, and what an approval of an answer is of. */
export const answeringAttacks: Attack[] = [
  ...Object.entries(notLent).map(
    ([what, [sql, line]]): Attack => ({
      title: `The assistant answers an invitation ${what}`,
      no: byNobody,
      guards: [line],
      run: async (s) => {
        const w = await answering(s);
        await s.sudo.query(
          sql.replaceAll(/:(\w+)/g, (_, name: "task" | "account" | "draft") => `'${w[name]}'`),
        );
        return released(s, w);
      },
    }),
  ),
  {
    title: "The assistant promises time that the client keeps",
    no: byNobody,
    guards: ["line what is answered takes no kept time"],
    run: async (s) => {
      await keep(s);
      return released(s, await answering(s));
    },
  },
  {
    title: "The assistant promises a series of which one time is kept",
    no: byNobody,
    guards: ["line a series is promised whole"],
    run: async (s) => {
      await keep(s, 8);
      return released(s, await answering(s, "loose", await series(s)));
    },
  },
  {
    title: "The assistant promises a series of which a moved day is kept",
    no: byNobody,
    guards: ["line a series is promised with its moved days"],
    run: async (s) => {
      await keep(s, 5);
      const uid = await series(s);
      await movedDay(s, uid, 5);
      return released(s, await answering(s, "loose", uid));
    },
  },
  {
    title: "The assistant promises a kept day of a series under the name in which it was last written",
    no: byNobody,
    guards: ["line a day has the name in which it was written"],
    run: async (s) => {
      await keep(s, 5);
      const uid = await series(s);
      await movedDay(s, uid, 5);
      await s.sudo.query(
        `UPDATE events SET source = '{"recurrenceId": {"local": "2026-12-10T10:00:00"}}' WHERE uid = $1 AND recurrence_id <> ''`,
        [uid],
      );
      const w = await answering(s, "loose", uid);
      const recurrenceId = { local: "2026-12-10T10:00:00", zone: "Europe/Berlin", isDay: false };
      await s.sudo.query("UPDATE drafts SET answer = $2 WHERE id = $1", [
        w.draft,
        answerJson(uid, { recurrenceId }),
      ]);
      return released(s, w);
    },
  },
  {
    title: "The assistant answers what must be the client through a second task about it",
    no: byNobody,
    guards: ["line what is answered is asked of the client in no other task"],
    run: async (s) => {
      const w = await answering(s);
      await asksTheClient(s, w);
      return released(s, w);
    },
  },
  {
    title: "The assistant answers a series of which one day must be the client",
    no: byNobody,
    guards: ["line a series is answered with the days that are the client's"],
    run: async (s) => {
      const uid = await series(s);
      await movedDay(s, uid, 5);
      const w = await answering(s, "loose", uid);
      await asksTheClient(s, w, "2026-12-10T09:00:00");
      return released(s, w);
    },
  },
  {
    title: "The assistant answers a day that must be the client under the name in which it was last written",
    no: byNobody,
    guards: ["line a day that is the client's has the name in which it was written"],
    run: async (s) => {
      const uid = await series(s);
      await movedDay(s, uid, 5);
      const w = await answering(s, "loose", uid);
      await asksTheClient(s, w, "2026-12-10T09:00:00");
      await s.sudo.query(
        `UPDATE events SET source = '{"recurrenceId": {"local": "2026-12-10T10:00:00"}}' WHERE uid = $1 AND recurrence_id <> ''`,
        [uid],
      );
      const recurrenceId = { local: "2026-12-10T10:00:00", zone: "Europe/Berlin", isDay: false };
      await s.sudo.query("UPDATE drafts SET answer = $2 WHERE id = $1", [
        w.draft,
        answerJson(uid, { recurrenceId }),
      ]);
      return released(s, w);
    },
  },
  {
    title: "An answer without a time is let go by leave",
    no: byNobody,
    run: async (s) => {
      const w = await answering(s);
      await s.sudo.query("UPDATE drafts SET answer = $2 WHERE id = $1", [
        w.draft,
        answerJson("x", { startsAt: "soon" }),
      ]);
      return released(s, w);
    },
  },
  {
    title: "An answer by leave goes although the client has kept its time since",
    no: "FH004 fence: words do not leave that way",
    guards: ["line what is answered takes no kept time"],
    run: async (s) => {
      const w = await answered(s);
      await keep(s);
      return asJob(s, carry(await due(s, w), "leaving"));
    },
  },
  {
    title: "An answer by leave goes although the leave was taken back",
    no: "FH004 fence: words do not leave that way",
    guards: ["trigger accounts.c_call_back"],
    run: async (s) => {
      const w = await answered(s);
      await as(s, "client", `UPDATE accounts SET assistants_answer = false WHERE id = '${w.account}'`);
      return asJob(s, carry(await due(s, w), "leaving"));
    },
  },
  {
    title: "The assistant turns an approved yes into a no",
    no: staysSo,
    guards: ["trigger drafts.b_guard_answer"],
    run: async (s) => as(s, "assistant", otherwise(await approvedAnswer(s))),
  },
  {
    title: "The assistant turns a yes into a no and calls it submitted in one stroke",
    no: staysSo,
    guards: ["trigger drafts.b_guard_answer"],
    run: async (s) => {
      const w = await approvedAnswer(s);
      return as(s, "assistant", otherwise(w).replace("WHERE", ", state = 'submitted' WHERE"));
    },
  },
  {
    title: "A background job turns a yes into a no",
    no: staysSo,
    guards: ["trigger drafts.b_guard_answer"],
    run: async (s) => asJob(s, otherwise(await answering(s, "strict"))),
  },
  {
    title: "The assistant turns a yes into a no while it leaves",
    no: staysSo,
    guards: ["trigger drafts.b_guard_answer"],
    run: async (s) => as(s, "assistant", otherwise(await leaving(s, await answered(s)))),
  },
  {
    title: "The client's word for a yes is given for a no",
    no: "FH004 fence: this is not what was shown",
    guards: ["line an approval is of its answer"],
    run: async (s) => {
      const w = await answering(s, "strict");
      const shown = await during(s.app, s.desk.client, s.desk, async () => {
        const { rows } = await s.app.query("SELECT encode(fence.draft_seal($1, $2), 'hex') AS seal", [
          s.desk.id,
          w.draft,
        ]);
        return rows[0].seal as string;
      });
      await as(s, "assistant", otherwise(w));
      return as(
        s,
        "client",
        `INSERT INTO approvals (workspace_id, id, draft_id, task_id, no, seal) VALUES ('${s.desk.id}', '${w.approval}', '${w.draft}', '${w.task}', 0, decode('${shown}', 'hex'))`,
      );
    },
  },
];
