import type { Attack, Scene } from "../../../support/fence/attack";
import { count, newPerson } from "../../../support/fence/world";

/** As if every trigger had been talked round: the owner of the tables, with none of them firing. Nothing is kept. */
async function withoutTriggers(s: Scene, sql: string, values: unknown[]): Promise<number> {
  await s.owner.query(
    "BEGIN; ALTER TABLE tasks DISABLE TRIGGER USER; ALTER TABLE memberships DISABLE TRIGGER USER",
  );
  try {
    return count(await s.owner.query(sql, values));
  } finally {
    await s.owner.query("ROLLBACK");
  }
}

function row(title: string, no: string, set: string, which: "strict" | "loose" = "strict"): Attack {
  return {
    title: `A broken trigger lets a row say that ${title}`,
    no,
    run: (s) =>
      withoutTriggers(
        s,
        `UPDATE tasks SET ${set
          .replaceAll(":client", `'${s.desk.client.id}'`)
          .replaceAll(":assistant", `'${s.desk.assistant.id}'`)
          .replaceAll(":stranger", `'${s.stranger.client.id}'`)} WHERE id = $1`,
        [s[which]],
      ),
  };
}

const by = (who: string, role: string, door: string) =>
  `closed_at = now(), closed_by = ${who}, closed_role = ${role}, closed_door = ${door}`;
const lies = "23514 must_be_you_is_closed_by_the_client";
const half = "23514 completion_is_whole_or_absent";

/** The checks and keys on the row itself, each met alone. A CHECK passes on NULL, so NULLs are tried too. */
export const secondLine: Attack[] = [
  row(
    "the assistant did what must be the client",
    lies,
    `state = 'done', ${by(":assistant", "'assistant'", "'screen'")}`,
  ),
  row("a job did what must be the client", lies, `state = 'done', ${by(":client", "'system'", "'screen'")}`),
  row(
    "the client did it through a token's door",
    lies,
    `state = 'done', ${by(":client", "'client'", "'api'")}`,
  ),
  row("the client did it through a job", lies, `state = 'declined', ${by(":client", "'client'", "'job'")}`),
  row("nobody did it, as nothing", half, `state = 'done', ${by(":client", "NULL", "'screen'")}`, "loose"),
  row("it is done and nobody knows when", half, "state = 'done'", "loose"),
  row("it is done by nobody", half, `state = 'done', ${by("NULL", "'client'", "'screen'")}`, "loose"),
  row("it is done through no door", half, `state = 'done', ${by(":client", "'client'", "NULL")}`, "loose"),
  row("it is open, and was completed", half, by(":client", "'client'", "'screen'"), "loose"),
  row(
    "the assistant did it as the client",
    "23503 closed_by_a_member",
    `state = 'done', ${by(":assistant", "'client'", "'screen'")}`,
  ),
  row(
    "a stranger's client did it",
    "23503 closed_by_a_member",
    `state = 'done', ${by(":stranger", "'client'", "'screen'")}`,
  ),
  row(
    "the assistant's tag is the client's",
    "23503 tagged_by_a_member",
    "tag_by = 'hand', tag_hand = :assistant, tag_hand_role = 'client'",
  ),
  row("a hand without a name set the tag", "23514 tag_has_its_reason", "tag_by = 'hand'"),
  row("a rule without a name set the tag", "23514 tag_has_its_reason", "tag_rule = NULL"),
  row(
    "a rule and a hand set the tag",
    "23514 tag_has_its_reason",
    "tag_hand = :client, tag_hand_role = 'client'",
  ),
  row("it is folded into itself", "23514 merged_tasks_stay_open", "merged_into_id = id"),
  row(
    "it is folded, and taken back",
    "23514 merged_tasks_stay_open",
    "merged_into_id = gen_random_uuid(), state = 'withdrawn'",
  ),
  row("it has a tag that there is not", "23514 tasks_tag_check", "tag = 'perhaps'"),
  row("it is in a state that there is not", "23514 tasks_state_check", "state = 'finished'"),
  row(
    "a person made it who is not here",
    "23503 tasks_workspace_id_created_by_fkey",
    "created_by = gen_random_uuid()",
  ),
  row(
    "it lies in a task that is not here",
    "23503 tasks_workspace_id_merged_into_id_fkey",
    "merged_into_id = gen_random_uuid()",
  ),
  {
    title: "A broken trigger lets a desk have two clients",
    no: "23505 memberships_one_client",
    run: (s) =>
      withoutTriggers(s, "INSERT INTO memberships VALUES ($1, $2, 'client')", [
        s.desk.id,
        s.stranger.client.id,
      ]),
  },
  {
    title: "A broken trigger lets a member become what there is not",
    no: "23514 memberships_role_check",
    run: (s) =>
      withoutTriggers(s, "UPDATE memberships SET role = 'owner' WHERE user_id = $1 AND workspace_id = $2", [
        s.desk.assistant.id,
        s.desk.id,
      ]),
  },
  {
    title: "Even the owner of the tables deletes a task",
    no: "FH006 fence: nothing is deleted here",
    run: async (s) => count(await s.owner.query("DELETE FROM tasks WHERE id = $1", [s.strict])),
  },
  {
    title: "Even the owner of the tables completes a task without proof",
    no: "FH001 fence: nobody has proved who is writing",
    run: async (s) => count(await s.owner.query("UPDATE tasks SET state = 'done' WHERE id = $1", [s.strict])),
  },
  {
    title: "Even the owner of the tables moves a task to another desk",
    no: "FH008 fence: a task stays on its desk",
    run: async (s) => {
      await s.owner.query("BEGIN");
      await s.owner.query("SELECT fence.enter($1, $2, 'screen', 'try', true)", [
        s.desk.client.token,
        s.desk.id,
      ]);
      return count(
        await s.owner.query("UPDATE tasks SET workspace_id = $2 WHERE id = $1", [s.strict, s.stranger.id]),
      );
    },
  },
  {
    title: "Even the owner of the tables makes the assistant the client",
    no: "FH003 fence: a desk keeps its client, and a member their role",
    run: async (s) => {
      await s.owner.query("BEGIN");
      await s.owner.query("SELECT fence.enter($1, $2, 'screen', 'try', true)", [
        s.desk.client.token,
        s.desk.id,
      ]);
      return count(
        await s.owner.query("UPDATE memberships SET role = 'agent' WHERE user_id = $1", [
          s.desk.assistant.id,
        ]),
      );
    },
  },
  {
    title: "Even the owner of the tables gives a yearly day another id, so that its log leads nowhere",
    no: "FH000 fence: a change and what it changed do not belong together",
    run: async (s) => {
      const person = await newPerson(s, s.desk, "Noor");
      await s.sudo.query(
        "INSERT INTO person_dates (workspace_id, id, person_id, kind, month, day) VALUES ($1, $2, $2, 'birthday', 5, 3)",
        [s.desk.id, person],
      );
      await s.owner.query("BEGIN");
      await s.owner.query("SELECT fence.enter($1, $2, 'screen', 'try', true)", [
        s.desk.client.token,
        s.desk.id,
      ]);
      return count(
        await s.owner.query("UPDATE person_dates SET id = gen_random_uuid() WHERE id = $1", [person]),
      );
    },
  },
];
