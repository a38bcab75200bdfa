import { oneStop } from "@/lib/domain/full-stop";
import type { Circle } from "@/lib/domain/policy/default-tags";
import type { TaskRow } from "@/lib/domain/task/view";

/** What a search found: tasks (open ones first), people, and what was done, each the best match first. */
export type Found = {
  tasks: TaskRow[];
  people: { id: string; name: string; circle: Circle }[];
  /** Gestures. `seq` is the entry of the log that remembers one; `at` an ISO instant in UTC. */
  history: { id: string; seq: number; at: string; sentence: string; taskId: string }[];
};

/** "Mira Holt completed “Call Aunt Beth”: we talked for an hour". */
export function sayGesture(done: {
  by: string;
  outcome: "done" | "declined";
  title: string;
  note: string;
}): string {
  const what = `${done.by} ${done.outcome === "done" ? "completed" : "declined"} “${done.title}”`;
  const note = done.note.replace(/\s+/g, " ").trim();
  if (note === "") return oneStop(`${what}.`);
  const letters = [...note];
  return `${what}: ${letters.length > 140 ? `${letters.slice(0, 139).join("")}…` : note}`;
}
