import type { Attack } from "../../../support/fence/attack";
import { count, during, inTransaction, newEvent, newPerson, newTask } from "../../../support/fence/world";

const folded = "FH006 fence: a task is folded into an open one that is at least as strict";

/** Around fence 6 and 5: folding, and what a background job may do. */
export const folding: Attack[] = [
  {
    title: "The assistant folds a strict task into a loose one, to complete that",
    no: folded,
    run: ({ app, desk, strict, loose }) =>
      during(app, desk.assistant, desk, async () => {
        await app.query("UPDATE tasks SET merged_into_id = $2 WHERE id = $1", [strict, loose]);
        return count(await app.query("UPDATE tasks SET state = 'done' WHERE id = $1", [loose]));
      }),
  },
  {
    title: "The assistant folds a loose task into a loose one and makes it strict in the same stroke",
    no: folded,
    run: async (s) => {
      const second = await newTask(s, s.desk, { tag: "delegable" });
      return during(s.app, s.desk.assistant, s.desk, async () =>
        count(
          await s.app.query("UPDATE tasks SET merged_into_id = $2, tag = 'must-be-you' WHERE id = $1", [
            second,
            s.loose,
          ]),
        ),
      );
    },
  },
  {
    title: "The assistant makes a task strict while it lies folded in a loose one",
    no: folded,
    run: async (s) => {
      const inside = await newTask(s, s.desk, { tag: "delegable", mergedInto: s.loose });
      return during(s.app, s.desk.assistant, s.desk, async () =>
        count(await s.app.query("UPDATE tasks SET tag = 'must-be-you' WHERE id = $1", [inside])),
      );
    },
  },
  {
    title: "The assistant folds a strict task into one that is closed",
    no: folded,
    run: async (s) => {
      const done = await newTask(s, s.desk, { state: "done" });
      return during(s.app, s.desk.assistant, s.desk, async () =>
        count(await s.app.query("UPDATE tasks SET merged_into_id = $2 WHERE id = $1", [s.strict, done])),
      );
    },
  },
  {
    title: "The assistant folds a strict task into one that lies folded itself",
    no: folded,
    run: async (s) => {
      const inside = await newTask(s, s.desk, { mergedInto: s.strict });
      const second = await newTask(s, s.desk);
      return during(s.app, s.desk.assistant, s.desk, async () =>
        count(await s.app.query("UPDATE tasks SET merged_into_id = $2 WHERE id = $1", [second, inside])),
      );
    },
  },
  {
    title: "The assistant folds a strict task into a private one, where nobody looks for it",
    no: folded,
    run: async (s) => {
      const hidden = await newTask(s, s.desk, { isPrivate: true });
      return during(s.app, s.desk.assistant, s.desk, async () =>
        count(await s.app.query("UPDATE tasks SET merged_into_id = $2 WHERE id = $1", [s.strict, hidden])),
      );
    },
  },
  {
    title: "The assistant folds a strict task into one about somebody private",
    no: folded,
    run: async (s) => {
      const about = await newTask(s, s.desk, { personId: await newPerson(s, s.desk, "Noor", true) });
      return during(s.app, s.desk.assistant, s.desk, async () =>
        count(await s.app.query("UPDATE tasks SET merged_into_id = $2 WHERE id = $1", [s.strict, about])),
      );
    },
  },
  {
    title: "The assistant folds a strict task into one about a private entry",
    no: folded,
    guards: ["line what is folded into is seen"],
    run: async (s) => {
      const about = await newTask(s, s.desk);
      const fields = { eventId: await newEvent(s, s.desk, "Surgery", true) };
      await s.sudo.query("UPDATE tasks SET fields = $2 WHERE id = $1", [about, fields]);
      return during(s.app, s.desk.assistant, s.desk, async () =>
        count(await s.app.query("UPDATE tasks SET merged_into_id = $2 WHERE id = $1", [s.strict, about])),
      );
    },
  },
  {
    title: "The client's session folds a task into itself",
    no: "23514 merged_tasks_stay_open",
    run: ({ app, desk, strict }) =>
      during(app, desk.client, desk, async () =>
        count(await app.query("UPDATE tasks SET merged_into_id = id WHERE id = $1", [strict])),
      ),
  },
  {
    title: "The client's session takes a folded task back",
    no: "23514 merged_tasks_stay_open",
    run: async (s) => {
      const inside = await newTask(s, s.desk, { mergedInto: s.strict });
      return during(s.app, s.desk.client, s.desk, async () =>
        count(await s.app.query("UPDATE tasks SET state = 'withdrawn' WHERE id = $1", [inside])),
      );
    },
  },
  {
    title: "The client's session completes a folded task behind the back of the one it lies in",
    no: "FH006 fence: a folded task is closed through the one it was folded into",
    run: async (s) => {
      const inside = await newTask(s, s.desk, { mergedInto: s.strict });
      return during(s.app, s.desk.client, s.desk, async () =>
        count(await s.app.query("UPDATE tasks SET state = 'done' WHERE id = $1", [inside])),
      );
    },
  },
  {
    title:
      "The assistant folds a strict task in just before the client loosens the outer one, and completes both",
    no: "nothing",
    guards: ["trigger tasks.b_unfold_stricter"],
    run: async (s) => {
      const inside = await newTask(s, s.desk, { mergedInto: s.strict });
      await during(s.app, s.desk.client, s.desk, () =>
        s.app.query("UPDATE tasks SET tag = 'delegable', tag_by = 'hand' WHERE id = $1", [s.strict]),
      );
      await during(s.app, s.desk.assistant, s.desk, () =>
        s.app.query("UPDATE tasks SET state = 'done' WHERE id = $1", [s.strict]),
      );
      return count(
        await s.sudo.query("SELECT FROM tasks WHERE id = $1 AND merged_into_id IS NOT NULL", [inside]),
      );
    },
  },
  ...[
    ["completes a delegable task", "state = 'done'", "FH001 fence: a job closes nothing"],
    ["declines a delegable task", "state = 'declined'", "FH001 fence: a job closes nothing"],
    [
      "makes a delegable task strict",
      "tag = 'must-be-you'",
      "FH001 fence: a job tags, folds and takes back nothing",
    ],
  ].map(
    ([what = "", set = "", no = ""]): Attack => ({
      title: `A background job ${what}`,
      no,
      run: ({ app, desk, loose, jobSecret }) =>
        inTransaction(app, async () => {
          await app.query("SELECT fence.enter_job($1, $2, 'try')", [jobSecret, desk.id]);
          return count(await app.query(`UPDATE tasks SET ${set} WHERE id = $1`, [loose]));
        }),
    }),
  ),
  {
    title: "A background job loosens a strict task",
    no: "FH002 fence: only the client loosens a tag",
    run: ({ app, desk, strict, jobSecret }) =>
      inTransaction(app, async () => {
        await app.query("SELECT fence.enter_job($1, $2, 'try')", [jobSecret, desk.id]);
        return count(await app.query("UPDATE tasks SET tag = 'delegable' WHERE id = $1", [strict]));
      }),
  },
  {
    title: "A background job folds a loose task into a strict one",
    no: "FH001 fence: a job tags, folds and takes back nothing",
    run: ({ app, desk, strict, loose, jobSecret }) =>
      inTransaction(app, async () => {
        await app.query("SELECT fence.enter_job($1, $2, 'try')", [jobSecret, desk.id]);
        return count(await app.query("UPDATE tasks SET merged_into_id = $2 WHERE id = $1", [loose, strict]));
      }),
  },
  {
    title: "A background job re-opens what the client completed",
    no: "FH001 fence: only the client re-opens this",
    run: async (s) => {
      const done = await newTask(s, s.desk, { state: "done", tag: "delegable" });
      return inTransaction(s.app, async () => {
        await s.app.query("SELECT fence.enter_job($1, $2, 'try')", [s.jobSecret, s.desk.id]);
        return count(await s.app.query("UPDATE tasks SET state = 'inbox' WHERE id = $1", [done]));
      });
    },
  },
  {
    title: "The assistant re-writes whose word a tag is",
    no: "nothing",
    guards: ["line a reason is not re-written"],
    run: async (s) => {
      const hers = await newTask(s, s.desk, { tagHand: s.desk.client });
      await during(s.app, s.desk.assistant, s.desk, () =>
        s.app.query("UPDATE tasks SET tag_by = 'rule', tag_rule = 'a rule of mine' WHERE id = $1", [hers]),
      );
      return count(await s.sudo.query("SELECT FROM tasks WHERE id = $1 AND tag_by <> 'hand'", [hers]));
    },
  },
  {
    title: "The assistant tightens a tag in the client's name",
    no: "42501 permission denied for table tasks",
    guards: ["grant UPDATE (tag_hand, tag_hand_role) ON tasks"],
    run: ({ app, desk, loose }) =>
      during(app, desk.assistant, desk, async () =>
        count(
          await app.query(
            "UPDATE tasks SET tag = 'must-be-you', tag_by = 'hand', tag_hand = $2, tag_hand_role = 'client' WHERE id = $1",
            [loose, desk.client.id],
          ),
        ),
      ),
  },
  {
    title: "The assistant makes a task in the client's name",
    no: "42501 permission denied for table tasks",
    guards: ["grant INSERT (created_by, created_role) ON tasks"],
    run: ({ app, desk }) =>
      during(app, desk.assistant, desk, async () =>
        count(
          await app.query(
            `INSERT INTO tasks (workspace_id, id, kind, title, tag, tag_by, tag_rule, created_by, created_role)
             VALUES ($1, gen_random_uuid(), 'other', 'New', 'delegable', 'rule', 'ask', $2, 'client')`,
            [desk.id, desk.client.id],
          ),
        ),
      ),
  },
  {
    title: "The client's session leaves a tag without its reason",
    no: "23514 tag_has_its_reason",
    run: ({ app, desk, loose }) =>
      during(app, desk.client, desk, async () =>
        count(await app.query("UPDATE tasks SET tag_by = 'rule', tag_rule = NULL WHERE id = $1", [loose])),
      ),
  },
  {
    title: "A change leaves the version as it was, so that a stale window would not notice",
    no: "nothing",
    guards: ["line a version rises"],
    run: ({ app, desk, loose, sudo }) =>
      during(app, desk.assistant, desk, async () => {
        await app.query("UPDATE tasks SET title = 'Another title' WHERE id = $1", [loose]);
        return 0;
      }).then(async () =>
        count(await sudo.query("SELECT FROM tasks WHERE id = $1 AND version = 1", [loose])),
      ),
  },
];
