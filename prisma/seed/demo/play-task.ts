import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import type { Changed } from "@/lib/use-cases/task/change-task";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { declineTask } from "@/lib/use-cases/task/decline-task";
import { editTask } from "@/lib/use-cases/task/edit-task";
import { mergeTask } from "@/lib/use-cases/task/merge-task";
import { moveTask } from "@/lib/use-cases/task/move-task";
import { reopenTask } from "@/lib/use-cases/task/reopen-task";
import { retagTask } from "@/lib/use-cases/task/retag-task";
import { snoozeTask } from "@/lib/use-cases/task/snooze-task";
import { makeTask } from "../make/make-task";
import { must } from "../make/must";
import type { DemoAct, DemoDayTask, DemoTask, Hand } from "./demo-task";

/** Everybody who acts on one desk of the demo, and what its names stand for. */
export type Stage = {
  hands: Record<Hand, Actor>;
  at: Date;
  personId: (name: string) => string | null;
  accountId: (name: string) => string | null;
  /** What stands already, by source key; see {@link findStanding}. */
  standing: Map<string, Standing>;
};

export type Standing = { id: string; version: number };

/** The tasks that an earlier attempt has made. */
export async function findStanding(client: Actor): Promise<Map<string, Standing>> {
  const found = await readAs(client, (tx) =>
    tx.task.findMany({
      where: { workspaceId: client.workspace.id, sourceKey: { startsWith: "demo:" } },
      select: { id: true, version: true, sourceKey: true },
    }),
  );
  return new Map(must(found).map(({ sourceKey, ...task }) => [sourceKey ?? "", task]));
}

/** Makes a task of the demo and plays what happened to it. Begun and broken off, it goes on where it stopped. */
export async function playTask(stage: Stage, task: DemoTask): Promise<void> {
  const { key, by, person, account, acts = [], ...rest } = task;
  const sourceKey = sourceOf(key);
  const standing =
    stage.standing.get(sourceKey) ??
    (await makeTask(
      stage.hands[by],
      {
        ...rest,
        personId: person ? stage.personId(person) : null,
        accountId: account ? stage.accountId(account) : null,
        sourceKey,
      },
      stage.at,
    ));
  stage.standing.set(sourceKey, standing);
  await playActs(stage, standing, acts);
}

/** Plays what happened to the task of somebody's yearly day; nothing when that day is not near. */
export async function playDayTask(stage: Stage, { person, acts }: DemoDayTask): Promise<void> {
  const personId = stage.personId(person);
  const { id: workspaceId } = stage.hands.client.workspace;
  const found = await readAs(stage.hands.client, (tx) =>
    tx.task.findFirst({
      where: { workspaceId, personId, sourceKey: { startsWith: "day:" } },
      select: { id: true, version: true },
    }),
  );
  const task = must(found);
  if (task) await playActs(stage, task, acts);
}

/** Every act but a refused one raises the version by one: that is how far an earlier attempt has come. */
async function playActs(stage: Stage, standing: Standing, acts: DemoAct[]): Promise<void> {
  let { version } = standing;
  let done = version - 1;
  for (const act of acts) {
    if (done > 0) {
      if (act.do !== "refused") done -= 1;
      continue;
    }
    const result = await play(stage, { id: standing.id, version }, act);
    if (act.do === "refused") {
      if (result.ok) throw new Error(`The fence let through what the demo says it refuses: ${act.attempt}.`);
      continue;
    }
    version = must(result).task.version;
  }
}

async function play(stage: Stage, target: Standing, act: DemoAct): Promise<Result<Changed>> {
  const actor = stage.hands[act.by];
  switch (act.do) {
    case "move":
      return moveTask(actor, { ...target, to: act.to });
    case "retag":
      return retagTask(actor, { ...target, tag: act.tag });
    case "snooze":
      return snoozeTask(
        actor,
        { ...target, until: act.until === "answer" ? null : act.until, untilAnswer: act.until === "answer" },
        stage.at,
      );
    case "edit":
      return editTask(actor, { ...target, ...act.change });
    case "complete":
      return completeTask(actor, { ...target, note: act.note }, stage.at);
    case "decline":
      return declineTask(actor, { ...target, note: act.note }, stage.at);
    case "reopen":
      return reopenTask(actor, target);
    case "merge":
      return mergeTask(actor, { ...target, into: stage.standing.get(sourceOf(act.into))?.id ?? "" });
    case "refused":
      return act.attempt === "complete"
        ? completeTask(actor, { ...target, note: "" }, stage.at)
        : retagTask(actor, { ...target, tag: "delegable" });
  }
}

function sourceOf(key: string): string {
  return `demo:${key}`;
}
