import type { ActingRole } from "@/lib/domain/actor";
import type { MergeView } from "@/lib/domain/draft/view";
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
  /** Fence 4 and 5: words leave when the client has approved exactly these, in person; nobody else does it for them. */
  | { code: "only-client-approves"; clientName?: string }
  /** Fence 4: what is there is no longer what was shown; `latest` is the version that is. */
  | { code: "words-changed"; latest: number }
  /** Fence 4: these were approved, or sent by leave, as they stand; words begun before end that only when it is said. */
  | { code: "let-go"; state: "approved" | "released"; clientName?: string }
  /** The words are on their way, or gone: nothing about them changes any more. */
  | { code: "leaving" }
  /** Fence 5: not approved before its time (ISO UTC); held until it has another. */
  | { code: "expired"; neededBy: string }
  /** Placeholders are unfilled, or the voice sheet is not kept to: one sentence each. */
  | { code: "unready"; marks: string[] }
  /** Somebody wrote meanwhile: both texts, laid together. Nothing of either is lost. */
  | { code: "words-moved"; merge: MergeView }
  /** The draft was not put before the client. */
  | { code: "not-submitted" }
  /** The task has a draft at work already. */
  | { code: "has-draft"; id: string }
  /** The question was answered, or taken back. */
  | { code: "already-answered" }
  /** Fence 3: memberships, rules and the desk itself are the client's to change. */
  | { code: "only-client"; clientName?: string }
  /** I8: time that the client keeps is given away by the client alone; `kept` says which, in words. */
  | { code: "protected"; clientName?: string; kept: string[] }
  /** The entry is kept elsewhere, so it is changed there. */
  | { code: "not-ours" }
  /** A meeting is checked by recording what was confirmed. */
  | { code: "unchecked" }
  /** Fence 10: this agent prepares, and finishes nothing until the client lets it. */
  | { code: "draft-only" }
  /** The client, or whoever answers for this agent, has paused it. */
  | { code: "paused" }
  /** Today's changes of an agent are used up: how many it has (`limit`), and when the next begin (`begins`, in words, in the desk's zone). */
  | { code: "day-used-up"; limit: number; begins: string; retryAfterSeconds: number }
  /** A token is for what it was made for; `scope` is what this would need. */
  | { code: "out-of-scope"; scope: string }
  /** Fence 1: no token opens this door, whoever made it; somebody comes in person. */
  | { code: "in-person" }
  /** This key came with another request before. */
  | { code: "key-reused" }
  /** Fence 6: a strict task cannot be folded into a looser one, a closed one, or itself; nor one that comes back into one that does not. */
  | { code: "cannot-merge"; why: "looser" | "closed" | "same" | "repeats" | "not-merged" }
  /** The task is closed already (or, for re-opening, is open). */
  | { code: "already-closed"; state: TaskState }
  | { code: "not-closed" }
  /** The world moved between looking and acting; `changed` names the fields that did. */
  | { code: "stale"; version: number; changed: string[]; by?: string; byRole?: ActingRole }
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

/** Somebody was quicker: what they changed, and who it was. */
export type Stale = Extract<Refusal, { code: "stale" }>;
