/** What the domain's names are called on screen. Wording depends on who looks: "With Ana" or "With you, the assistant". */

import type { Role } from "@/lib/domain/actor";
import type { Tag, TaskKind, TaskState } from "@/lib/domain/task/task";

export const kindWords: Record<TaskKind, string> = {
  "personal-reply": "Personal reply",
  birthday: "Birthday",
  "event-invite": "Invitation",
  "follow-request": "Follow request",
  "keep-in-touch": "Keep in touch",
  "meeting-check": "Meeting check",
  "scheduled-post": "Scheduled post",
  introduction: "Introduction",
  "account-care": "Account care",
  other: "Other",
};

export const tagWords: Record<Tag, string> = { "must-be-you": "Must be you", delegable: "Delegable" };

export const priorityWords = ["No priority", "Priority 1, first", "Priority 2", "Priority 3"] as const;

/** Who looks, and what the others are called. */
export type Looking = { role: Role; clientShort: string; assistantShort: string };

/** The name of a section of the queue or a column of the board, for whoever looks. */
export function stateWords(state: TaskState, looking: Looking): string {
  const isClient = looking.role === "client";
  switch (state) {
    case "inbox":
      return "To triage";
    case "assistant":
      return isClient ? `With ${looking.assistantShort}` : "With you, the assistant";
    case "client":
      return isClient ? "Waiting for you" : `Waiting for ${looking.clientShort}`;
    case "scheduled":
      return "Scheduled";
    case "waiting":
      return "Waiting on others";
    case "done":
      return "Done";
    case "declined":
      return "Declined";
    case "withdrawn":
      return "Taken back";
  }
}

/** With a capital at the beginning: "your assistant" → "Your assistant". */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
