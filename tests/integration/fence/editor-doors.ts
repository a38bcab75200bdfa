import type { Desk, World } from "../../support/fence/world";
import type { Answers, Row, Thing } from "./doors";
import { knock } from "./knock";

const desk = "/api/v1/w/[workspace]";
const all: Answers = ["200", "200", "200"];

/** The client's draft of a task, in two versions. */
async function drafted(_: World, at: Desk, taskId: string): Promise<Partial<Thing>> {
  const started = await knock(`POST ${desk}/tasks/[id]/draft`, at.slug, taskId, at.client, {
    body: { text: "At noon? Perhaps." },
  });
  const { id } = JSON.parse(started.text);
  await knock(`POST ${desk}/drafts/[id]/save`, at.slug, id, at.client, {
    body: { basedOn: 1, text: "At noon? I shall be there." },
  });
  return { id };
}

/** What was finally done for a task by its client, with words and without a draft. */
async function closed({ sudo }: World, at: Desk, taskId: string): Promise<Partial<Thing>> {
  const { rows } = await sudo.query(
    "UPDATE gestures SET words = 'I shall be there.' WHERE workspace_id = $1 AND task_id = $2 RETURNING id",
    [at.id, taskId],
  );
  return { id: rows[0].id };
}

/** What the draft's page and the pages of gestures read beside the draft itself, by whom. */
export const editorRows: Row[] = [
  {
    door: `GET ${desk}/drafts/[id]/diff`,
    on: "strict task",
    before: drafted,
    isMadeBefore: true,
    query: "from=2&to=2",
    answers: all,
  },
  {
    door: `GET ${desk}/gestures/[id]/words`,
    on: "strict task",
    scene: { state: "done" },
    before: closed,
    isMadeBefore: true,
    answers: all,
  },
];
