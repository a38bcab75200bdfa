import type { TaskState } from "@/lib/domain/task/task";

/**
 * Every "no" that Firsthand can say, by name. The sentence a person reads is in components/refusal-copy.ts,
 * the HTTP status in lib/actions: nowhere else.
 */
export type Refusal =
  /** Fence 1: a must-be-you task is completed or declined by the workspace's client alone. */
  | { code: "must-be-you"; clientName?: string }
  /** Fence 2: only the client loosens a tag. */
  | { code: "only-client-loosens"; clientName?: string }
  /** Fence 3: memberships, rules and the desk itself are the client's to change. */
  | { code: "only-client"; clientName?: string }
  /** Fence 6: a strict task cannot be folded into a looser one, a closed one, or itself. */
  | { code: "cannot-merge"; why: "looser" | "closed" | "same" | "not-merged" }
  /** The task is closed already (or, for re-opening, is open). */
  | { code: "already-closed"; state: TaskState }
  | { code: "not-closed" }
  /** The world moved between looking and acting; `changed` names the fields that did. */
  | { code: "stale"; version: number; changed: string[]; by?: string }
  /** Absent, or a stranger's: the answers are the same. */
  | { code: "not-found" }
  /** What was typed cannot be read. Field name → sentence. */
  | { code: "invalid"; fields: Record<string, string> }
  /** Nothing to undo any more. */
  | { code: "not-undoable" }
  /** Whoever was kept was merged again since, with whom `name` names: the later merge is taken back first. */
  | { code: "merged-since"; name: string }
  /** Signed out, or no longer a member of this desk. */
  | { code: "signed-out" }
  | { code: "too-many"; retryAfterSeconds: number }
  | { code: "too-large"; limitBytes: number };

export type RefusalCode = Refusal["code"];
