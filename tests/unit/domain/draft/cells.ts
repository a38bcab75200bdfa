import type { ActingRole, Door } from "@/lib/domain/actor";
import type { DraftFacts, DraftState, SendingState } from "@/lib/domain/draft/draft";
import type { TaskState } from "@/lib/domain/task/task";

/** Half past ten; what is late was needed by ten. */
export const at = new Date("2026-11-25T10:30:00Z");

/** A life of a draft as the tables name it: its state, or what else has happened to it or its task. */
export type Life =
  | DraftState
  | "late"
  | "in-time"
  | "removed"
  | "folded"
  | Extract<TaskState, "done" | "declined" | "withdrawn">
  | Extract<SendingState, "held" | "leaving" | "handed-over" | "failed" | "unsure">
  | "edited";

/** One cell: who, through which door, on which draft, and what the table says they are answered. */
export type Cell = { role: ActingRole; door: Door; life: Life; answer: string };

/** Reads a table: the first line names the lives, each further line is a role, a door and one answer per life. */
export function readTable(table: string): Cell[] {
  const [head = [], ...lines] = table
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
  return lines.flatMap(([role, door, ...answers]) =>
    head.map((life, column) => ({
      role: role as ActingRole,
      door: door as Door,
      life: life as Life,
      answer: answers[column] ?? "missing",
    })),
  );
}

/** Somebody of a role, who came through a door, at Mira's desk. */
export function somebody(role: ActingRole, door: Door = "screen") {
  return { role, door, userId: role === "system" ? null : `user-${role}`, clientName: "Mira Holt" };
}

/** A draft in a life: by mail from Mira's own account, for what must be her, unless said otherwise. */
export function draftIn(life: Life, more: Partial<DraftFacts> = {}): DraftFacts {
  const sending = ["held", "leaving", "handed-over", "failed", "unsure"].includes(life);
  const closed = ["done", "declined", "withdrawn"].includes(life);
  const ofItsOwn = [
    "draft",
    "submitted",
    "changes-requested",
    "approved",
    "released",
    "sent",
    "expired",
  ].includes(life);
  const facts: DraftFacts = {
    id: "draft",
    version: 3,
    taskId: "task",
    state: sending ? "approved" : ofItsOwn ? (life as DraftState) : "submitted",
    latest: 2,
    way: "mail",
    accountId: "account",
    recipients: [{ name: "Tomas Lind", address: "tomas@lind.test", field: "to" }],
    subject: "Dinner",
    wantsProof: false,
    neededBy:
      life === "late" ? "2026-11-25T10:00:00.000Z" : life === "in-time" ? "2026-11-25T11:00:00.000Z" : null,
    submittedAt: null,
    removedAt: life === "removed" ? "2026-11-25T09:00:00.000Z" : null,
    text: "I will come.",
    answer: null,
    takesKept: false,
    isClients: false,
    hasFiles: false,
    seal: life === "edited" ? "another" : "shown",
    sending: sending
      ? { id: "sending", version: 1, state: life as SendingState, pressedBy: "user-client" }
      : null,
    account: {
      voice: "personal",
      assistantsSend: false,
      assistantsAnswer: false,
      sendsMail: true,
      removed: false,
    },
    task: {
      kind: "personal-reply",
      tag: "must-be-you",
      state: closed ? (life as TaskState) : "client",
      mergedIntoId: life === "folded" ? "another" : null,
    },
  };
  return { ...facts, ...more, task: { ...facts.task, ...more.task } };
}
