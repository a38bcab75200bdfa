import { pick, type Script } from "../../../support/fence/schedule";
import type { Desk } from "../../../support/fence/world";

/** Two tasks, and Ana, about whom the schedule is: she may be removed in it. */
export type Stage = { desk: Desk; a: string; b: string };

type Who = "client" | "assistant";

const open = "state IN ('inbox', 'assistant', 'client', 'scheduled', 'waiting')";

/** What people do to the two tasks: as the product does it (under a condition), and as an attacker would (under none). */
const doings: Record<Who, Record<string, (stage: Stage) => string[]>> = {
  client: {
    completes: ({ a }) => [`UPDATE tasks SET state = 'done' WHERE id = '${a}' AND ${open}`],
    declines: ({ a }) => [`UPDATE tasks SET state = 'declined' WHERE id = '${a}' AND ${open}`],
    tightens: ({ a }) => [
      `UPDATE tasks SET tag = 'must-be-you', tag_by = 'hand', tag_rule = NULL WHERE id = '${a}' AND ${open}`,
    ],
    "tightens the other": ({ b }) => [
      `UPDATE tasks SET tag = 'must-be-you', tag_by = 'hand', tag_rule = NULL WHERE id = '${b}' AND ${open}`,
    ],
    loosens: ({ a }) => [
      `UPDATE tasks SET tag = 'delegable', tag_by = 'hand', tag_rule = NULL WHERE id = '${a}' AND ${open}`,
    ],
    "loosens the other": ({ b }) => [
      `UPDATE tasks SET tag = 'delegable', tag_by = 'hand', tag_rule = NULL WHERE id = '${b}' AND ${open}`,
    ],
    "takes it back": ({ a }) => [`UPDATE tasks SET state = 'withdrawn' WHERE id = '${a}'`],
    "takes the other back": ({ b }) => [`UPDATE tasks SET state = 'withdrawn' WHERE id = '${b}'`],
    "re-opens": ({ a }) => [
      `UPDATE tasks SET state = 'client' WHERE id = '${a}' AND state IN ('done', 'declined')`,
    ],
    "removes Ana": ({ desk }) => [
      `UPDATE memberships SET ended_at = now() WHERE workspace_id = '${desk.id}' AND user_id = '${desk.assistant.id}'`,
    ],
    "hides it": ({ a }) => [`UPDATE tasks SET is_private = NOT is_private WHERE id = '${a}' AND ${open}`],
    "completes the other, then loosens this": ({ a, b }) => [
      `UPDATE tasks SET state = 'done' WHERE id = '${b}' AND ${open}`,
      `UPDATE tasks SET tag = 'delegable', tag_by = 'hand', tag_rule = NULL WHERE id = '${a}' AND ${open}`,
    ],
  },
  assistant: {
    "completes, if it may be delegated": ({ a }) => [
      `SELECT tag, version FROM tasks WHERE id = '${a}'`,
      `UPDATE tasks SET state = 'done' WHERE id = '${a}' AND tag = 'delegable' AND ${open}`,
    ],
    "completes, whatever it is": ({ a }) => [`UPDATE tasks SET state = 'done' WHERE id = '${a}'`],
    "completes the other, whatever it is": ({ b }) => [`UPDATE tasks SET state = 'done' WHERE id = '${b}'`],
    "completes everything": () => ["UPDATE tasks SET state = 'done'"],
    "loosens and completes": ({ a }) => [
      `UPDATE tasks SET tag = 'delegable' WHERE id = '${a}'`,
      `UPDATE tasks SET state = 'done' WHERE id = '${a}'`,
    ],
    tightens: ({ a }) => [
      `UPDATE tasks SET tag = 'must-be-you', tag_by = 'hand', tag_rule = NULL WHERE id = '${a}' AND ${open}`,
    ],
    "folds it into the other": ({ a, b }) => [
      `UPDATE tasks SET merged_into_id = '${b}' WHERE id = '${a}' AND ${open}`,
    ],
    "folds the other into it": ({ a, b }) => [
      `UPDATE tasks SET merged_into_id = '${a}' WHERE id = '${b}' AND ${open}`,
    ],
    "folds it and completes the other": ({ a, b }) => [
      `UPDATE tasks SET merged_into_id = '${b}' WHERE id = '${a}' AND ${open}`,
      `UPDATE tasks SET state = 'done' WHERE id = '${b}'`,
    ],
    "takes both out of each other": ({ a, b }) => [
      `UPDATE tasks SET merged_into_id = NULL WHERE id IN ('${a}', '${b}')`,
    ],
    "takes it back": ({ a }) => [`UPDATE tasks SET state = 'withdrawn' WHERE id = '${a}'`],
    "re-opens": ({ a }) => [
      `UPDATE tasks SET state = 'assistant' WHERE id = '${a}' AND state IN ('done', 'declined')`,
    ],
    "edits, in two steps": ({ a, b }) => [
      `UPDATE tasks SET title = 'One' WHERE id = '${a}' AND ${open}`,
      `UPDATE tasks SET title = 'Two' WHERE id = '${b}' AND ${open}`,
    ],
    "edits, the other way around": ({ a, b }) => [
      `UPDATE tasks SET note = 'Two' WHERE id = '${b}' AND ${open}`,
      `UPDATE tasks SET note = 'One' WHERE id = '${a}' AND ${open}`,
    ],
    "makes it once more": ({ desk, a }) => [
      `INSERT INTO tasks (workspace_id, id, kind, title, tag, tag_by, tag_rule) VALUES ('${desk.id}', '${a}', 'other', 'Again', 'delegable', 'rule', 'ask')
       ON CONFLICT (workspace_id, id) DO UPDATE SET state = 'done'`,
    ],
  },
};

/** Two or three people who do something at the same time; at least one of them is Ana. */
export function writeScripts(stage: Stage, roll: () => number): Script[] {
  const others: Who[] = roll() < 0.5 ? ["client"] : [pick(["client", "assistant"], roll), "client"];
  return (["assistant", ...others] as Who[]).map((who) => {
    const name = pick(Object.keys(doings[who]), roll);
    const { token } = stage.desk[who];
    const level = roll() < 0.1 ? " ISOLATION LEVEL REPEATABLE READ" : "";
    return {
      name: `${who} ${name}`,
      steps: [
        `BEGIN${level}; SELECT fence.enter('${token}', '${stage.desk.id}', 'screen', 'try', true)`,
        ...(doings[who][name]?.(stage) ?? []),
        roll() < 0.05 ? "ROLLBACK" : "COMMIT",
      ],
    };
  });
}
