import type { ActingRole } from "@/lib/domain/actor";
import type { Tag, TaskFacts, TaskState } from "@/lib/domain/task/task";

/** A life of a task as the tables name it: its state, or `folded` (open, and folded into another). */
export type Life = TaskState | "folded";

/** One cell of a table: who, on which task, and what the table says they are answered. */
export type Cell = { role: ActingRole; tag: Tag; life: Life; answer: string };

/**
 * Reads a table as a person writes it: the first line names the lives, each further line is a role, a tag and one answer
 * per life. Nothing is worked out here; the table is what is expected.
 */
export function readTable(table: string): Cell[] {
  const [head = [], ...lines] = table
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
  return lines.flatMap(([role, tag, ...answers]) =>
    head.map((life, column) => ({
      role: role as ActingRole,
      tag: tag as Tag,
      life: life as Life,
      answer: answers[column] ?? "missing",
    })),
  );
}

/** Somebody of a role, at Mira's desk. */
export function somebody(
  role: ActingRole,
  userId: string | null = role === "system" ? null : `user-${role}`,
) {
  return { role, door: "screen" as const, userId, clientName: "Mira Holt" };
}

/** A task in a life, with a tag. */
export function taskIn(life: Life, tag: Tag, more: Partial<TaskFacts> = {}): TaskFacts {
  return {
    id: "task",
    version: 1,
    kind: "other",
    tag,
    tagReason: { by: "rule", rule: "ask" },
    state: life === "folded" ? "inbox" : life,
    mergedIntoId: life === "folded" ? "another" : null,
    createdBy: null,
    isPrivate: false,
    ...more,
  };
}
