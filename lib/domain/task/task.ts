import type { ActingRole } from "@/lib/domain/actor";

/** The ten kinds of PRODUCT.md, in the order in which menus show them. */
export const taskKinds = [
  "personal-reply",
  "birthday",
  "event-invite",
  "follow-request",
  "keep-in-touch",
  "meeting-check",
  "scheduled-post",
  "introduction",
  "account-care",
  "other",
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** The two tags, from loose to strict. */
export const tags = ["delegable", "must-be-you"] as const;
export type Tag = (typeof tags)[number];

/** The life of a task. Snoozed and merged stand beside the state, they are not states. */
export const openStates = ["inbox", "assistant", "client", "scheduled", "waiting"] as const;
export const closedStates = ["done", "declined"] as const;
/** `withdrawn`: taken back unseen by whoever made it (an undone quick add or import). */
export const taskStates = [...openStates, ...closedStates, "withdrawn"] as const;
export type OpenState = (typeof openStates)[number];

export type TaskState = (typeof taskStates)[number];

/** Who set a tag: a rule of the policy (by id), or somebody's hand. Always said with the tag. */
export type TagReason = { by: "rule"; rule: string } | { by: "hand"; role: ActingRole; name: string };

/** What the rules about a task need to know of it. Times are ISO 8601 instants in UTC. */
export type TaskFacts = {
  id: string;
  version: number;
  kind: TaskKind;
  tag: Tag;
  tagReason: TagReason;
  state: TaskState;
  mergedIntoId: string | null;
  createdBy: string | null;
  isPrivate: boolean;
  /** The double-check of an entry of the calendar: it is done by recording what was confirmed. */
  isCheck?: boolean;
  /** It comes back once it is closed. */
  repeats?: boolean;
  /** A scheduled post after which time is kept that is not over. */
  keepsTime?: boolean;
};

export function isOpen(task: Pick<TaskFacts, "state" | "mergedIntoId">): boolean {
  return (openStates as readonly string[]).includes(task.state) && task.mergedIntoId === null;
}

/** Whether it is the assistant's turn, or nobody's yet: words that lie before the client do not belong to it then. */
export function isWithAssistant(state: TaskState | undefined): boolean {
  return state === "assistant" || state === "inbox";
}
