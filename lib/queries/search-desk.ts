import { foldWords, searchGestures, searchPeople, searchTasks, searchTasksAlike } from "@/lib/data/search";
import { showTasks } from "@/lib/data/shown-tasks";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { type Found, sayGesture } from "@/lib/domain/task/found";

const MOST = { tasks: 20, people: 8, history: 8 };
/** With fewer hits than this, words that are only spelled alike are looked for as well. */
const FEW = 5;

/**
 * Looks over the whole desk: tasks with their messages, people, what was done. Accents, capitals and small slips of the
 * fingers do not matter. What is private is not there for anybody but the client. Refuses `signed-out`.
 */
export function searchDesk(actor: Actor, q: string): Promise<Result<Found>> {
  const workspaceId = actor.workspace.id;
  return readAs(actor, async (tx): Promise<Found> => {
    const words = await foldWords(tx, q);
    if (words === null) return { tasks: [], people: [], history: [] };
    const exact = await searchTasks(tx, workspaceId, words, MOST.tasks);
    const people = await searchPeople(
      tx,
      workspaceId,
      words,
      likeness(words.typed, exact.length),
      MOST.people,
    );
    const known = new Set(exact.map((task) => task.id));
    const isSlip = exact.length < FEW && words.typed.length > 2;
    const alike = isSlip
      ? await searchTasksAlike(tx, workspaceId, words, likeness(words.typed, exact.length), MOST.tasks)
      : [];
    const tasks = [...exact, ...alike.filter((task) => !known.has(task.id))].slice(0, MOST.tasks);
    const gestures = await searchGestures(tx, workspaceId, words, MOST.history);
    return {
      tasks: await showTasks(tx, actor, tasks),
      people,
      history: gestures.map(({ id, seq, at, taskId, ...done }) => ({
        id,
        seq: Number(seq ?? 0),
        at: at.toISOString(),
        sentence: sayGesture(done),
        taskId,
      })),
    };
  });
}

/** How like a word must be: less so when nothing else was found, and never for a few letters. */
function likeness(typed: string, exact: number): number {
  if (typed.length < 3) return 1.1;
  return exact === 0 ? 0.3 : 0.5;
}
