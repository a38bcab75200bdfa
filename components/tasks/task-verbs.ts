/** What one can do with a task, as the screen offers it. `can` comes with the row; the server asks the same rules again. */
import type { Role } from "@/lib/domain/actor";
import { isOpen, type OpenState, openStates } from "@/lib/domain/task/task";
import type { TaskRow } from "@/lib/domain/task/view";

/** A verb of the API with its input. */
export type Step = { verb: string; input: Record<string, unknown> };

type Looking = { role: Role; clientShort: string; assistantShort: string };

/** The one primary action of a task for whoever looks, or null when it is not their turn. */
export function primaryOf(row: TaskRow, looking: Looking): (Step & { label: string }) | null {
  if (!isOpen(row)) return null;
  if (row.can.complete) return { label: "Complete", verb: "complete", input: {} };
  // A check is the client's to record, not to put before themselves.
  if (row.state === "client" || looking.role === "client") return null;
  return { label: `Put before ${looking.clientShort}`, verb: "move", input: { to: "client" } };
}

/** The primary action that several tasks have in common; null where they differ, or it is nobody's turn here. */
export function primaryOfAll(rows: TaskRow[], looking: Looking): (Step & { label: string }) | null {
  const [first, ...more] = rows.map((row) => primaryOf(row, looking));
  return first && more.every((step) => step?.label === first.label) ? first : null;
}

/** Key 1: takes it to the assistant's pile, out of triage. */
export const accept: Step = { verb: "move", input: { to: "assistant" } };

/** Into the section before (-1) or after (1) the one they are all in; null where there is none, or they are not in one. */
export function moveBeside(rows: readonly Pick<TaskRow, "state">[], step: 1 | -1): Step | null {
  const from = (openStates as readonly string[]).indexOf(rows[0]?.state ?? "");
  const to = openStates[from + step];
  const isOne = from !== -1 && rows.every((row) => row.state === rows[0]?.state);
  return isOne && to ? { verb: "move", input: { to } } : null;
}

/** What accepting is called for whoever looks. */
export function acceptLabel(looking: Looking, row?: TaskRow): string {
  if (looking.role !== "client") return "Accept";
  return row?.tag === "must-be-you"
    ? `Let ${looking.assistantShort} prepare it`
    : `Give to ${looking.assistantShort}`;
}

/** Key T: the other tag. */
export function otherTag(row: TaskRow): Step & { label: string } {
  const tag = row.tag === "delegable" ? "must-be-you" : "delegable";
  return { verb: "retag", input: { tag }, label: tag };
}

/** Key D: whether a task is completed with a note, is the client's alone to complete, or has no such key. A check keeps the key for itself. */
export function noteOn(row: TaskRow, looking: Looking): "ask" | "client" | null {
  if (row.can.complete) return "ask";
  const isClients = isOpen(row) && row.tag === "must-be-you" && row.kind !== "meeting-check";
  return isClients && looking.role !== "client" ? "client" : null;
}

/** The row as it will be if the server agrees, for verbs that may be shown at once; null for all others. */
export function guess(row: TaskRow, { verb, input }: Step): TaskRow | null {
  if (!isOpen(row)) return null;
  switch (verb) {
    case "move":
      return { ...row, state: input.to as OpenState, snoozedUntil: null, snoozedUntilAnswer: false };
    case "snooze":
      return {
        ...row,
        snoozedUntil: (input.until as string | undefined) ?? null,
        snoozedUntilAnswer: input.untilAnswer === true,
      };
    case "wake":
      return { ...row, snoozedUntil: null, snoozedUntilAnswer: false };
    case "complete":
      return row.can.complete ? { ...row, state: "done" } : null;
    case "decline":
      return row.can.decline ? { ...row, state: "declined" } : null;
    default:
      return null;
  }
}

/** Who can take back what whoever looks just did to so many tasks, as a sentence; "" where they can themselves. */
export function whoUndoes({ verb, input }: Step, count: number, looking: Looking): string {
  const isTightened = verb === "retag" && input.tag === "must-be-you" && looking.role !== "client";
  return isTightened
    ? `Only ${looking.clientShort} can make ${count === 1 ? "it" : "them"} delegable again.`
    : "";
}

/** What was done, for the bar: "Accepted: Reply to Tomas Lind", or "4 tasks accepted". */
export function saidOf(step: Step, rows: TaskRow[], stateName: (state: OpenState) => string): string {
  const isOne = rows.length === 1;
  const what = isOne ? `“${rows[0]?.title}”` : `${rows.length} tasks`;
  const is = isOne ? "is" : "are";
  switch (step.verb) {
    case "move":
      return `${what}: ${withinSentence(stateName(step.input.to as OpenState))}.`;
    case "snooze":
      return step.input.untilAnswer
        ? `${what} ${isOne ? "sleeps" : "sleep"} until they answer.`
        : `${what} ${isOne ? "comes" : "come"} back later.`;
    case "wake":
      return `${what} ${is} back.`;
    case "complete":
      return `${what}: done.`;
    case "decline":
      return `${what}: declined.`;
    case "retag":
      return `${what}: ${step.input.tag === "delegable" ? "delegable" : "must be you"} now.`;
    case "merge":
      return `${what} folded into the other.`;
    case "unmerge":
      return isOne ? `${what} stands by itself again.` : `${what} stand by themselves again.`;
    case "reopen":
      return `${what} ${is} open again.`;
    case "withdraw":
      return `${what} taken back.`;
    default:
      return `${what} changed.`;
  }
}

/** A state's name behind a colon: its first letter is small, and Mira's name stays hers. */
function withinSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
