import type { Role } from "@/lib/domain/actor";
import type { CalendarAnswer } from "@/lib/domain/calendar/answer";
import type { Tag, TaskKind, TaskState } from "@/lib/domain/task/task";

/** The life of a draft. `released`: let go by an assistant with the client's leave; `expired`: not approved in time, and held. */
export const draftStates = [
  "draft",
  "submitted",
  "changes-requested",
  "approved",
  "released",
  "sent",
  "expired",
] as const;
export type DraftState = (typeof draftStates)[number];

/** How words leave: by mail from an account, or elsewhere, by a person's own hand. */
export const draftWays = ["mail", "elsewhere"] as const;
export type DraftWay = (typeof draftWays)[number];

/** Who is shown to whoever gets it: the client alone, "sent by Ana for Mira", or a company's representative. */
export const authorsShown = ["client", "client-and-sender", "representative"] as const;
export type AuthorShown = (typeof authorsShown)[number];

/** Words on their way. `handed-over`: the server has begun to take them; `unsure`: nobody knows whether it did. */
export const sendingStates = [
  "held",
  "leaving",
  "handed-over",
  "sent",
  "failed",
  "unsure",
  "stopped",
] as const;
export type SendingState = (typeof sendingStates)[number];

/** From approval to leaving: time for Undo. The database waits as long. */
export const holdSeconds = 30;
export const longestDraft = 20_000;

export type Recipient = { name: string; address: string; field: "to" | "cc" };

/** What the rules about a draft need to know of it. Instants are ISO UTC; `seal` is the hash (hex) of all that would leave. */
export type DraftFacts = {
  id: string;
  version: number;
  taskId: string;
  state: DraftState;
  latest: number;
  way: DraftWay;
  accountId: string | null;
  recipients: readonly Recipient[];
  subject: string;
  wantsProof: boolean;
  neededBy: string | null;
  submittedAt: string | null;
  removedAt: string | null;
  text: string;
  /** What an answer to an invitation says to the organiser's calendar; null for words of any other sort. */
  answer: CalendarAnswer | null;
  /** The answer would promise time that the client keeps, as it is kept now. */
  takesKept: boolean;
  /** The client is asked the same in another task that must be them. */
  isClients: boolean;
  hasFiles: boolean;
  seal: string;
  /** The sending at work, if there is one. */
  sending: { id: string; version: number; state: SendingState; pressedBy: string } | null;
  account: {
    voice: "personal" | "company";
    assistantsSend: boolean;
    assistantsAnswer: boolean;
    sendsMail: boolean;
    removed: boolean;
  } | null;
  task: { kind: TaskKind; tag: Tag; state: TaskState; mergedIntoId: string | null };
};

/** Whether there is anything to let go: words, or an answer, which says what it says without any. */
export function saysSomething(draft: Pick<DraftFacts, "text" | "answer">): boolean {
  return draft.answer !== null || draft.text.trim() !== "";
}

/** Who wrote a version, or did anything else to a draft. */
export type By = { userId: string; name: string; role: Role };
