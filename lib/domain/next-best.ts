import type { RefusalCode } from "@/lib/domain/refusal";

/** What would be allowed instead: in words, and as an operation of the API. */
export type NextBest = { says: string; operation: string | null };

const put = {
  says: "Put it before the client: they see it first thing, with everything you prepared.",
  operation: "moveTask",
};
const draft = { says: "Write the words as a draft, and submit it for approval.", operation: "submitDraft" };
const ask = {
  says: "Ask the client a question that they can answer with one tap.",
  operation: "askDecision",
};
const propose = { says: "Ask the client, with a question on a task.", operation: "askDecision" };

/**
 * What whoever was refused may do next. A program reads it and does that instead of trying again; nothing here is a way
 * around: each step leads to the client.
 */
const nextBest: Partial<Record<RefusalCode, readonly NextBest[]>> = {
  "must-be-you": [put, draft, ask],
  "only-client-loosens": [ask],
  "only-client": [propose],
  "only-client-approves": [
    { says: "Submit the draft. Approved, it leaves by itself.", operation: "submitDraft" },
  ],
  "draft-only": [
    put,
    draft,
    { says: "Leave it to an assistant: move it to “assistant”.", operation: "moveTask" },
  ],
  "in-person": [{ says: "Somebody opens the page and does it there.", operation: null }],
  protected: [
    { says: "Put it there in pencil: “hold”. The client is asked.", operation: "createEvent" },
    { says: "Look for a time that is free.", operation: "checkTimes" },
  ],
  "cannot-merge": [
    {
      says: "Fold the looser task into the stricter one, one that ends into one that comes back.",
      operation: "mergeTask",
    },
  ],
  stale: [{ says: "Look at it as it is now (“current”), and send its version.", operation: null }],
  "words-changed": [{ says: "Read the draft as it is now.", operation: "readDraft" }],
  "words-moved": [{ says: "Read the draft as it is now, and write on from there.", operation: "readDraft" }],
  "let-go": [
    {
      says: "Leave them as they are, and say in a comment what should be different.",
      operation: "commentOnDraft",
    },
    {
      says: "If that is to end, write with “voids”: the words go before the client anew.",
      operation: "saveWords",
    },
  ],
  unchecked: [{ says: "Record what was confirmed.", operation: "recordCheck" }],
  "already-closed": [{ says: "Open it again first, if it is to be changed.", operation: "reopenTask" }],
  paused: [{ says: "Stop, and tell whoever answers for you.", operation: null }],
  "day-used-up": [
    {
      says: "Stop changing things for today. Each change counts, and each refused attempt that is written down; looking does not.",
      operation: null,
    },
    {
      says: "Where that is too little, tell whoever answers for you: the client sets the limit.",
      operation: null,
    },
  ],
  "too-many": [{ says: "Wait as long as Retry-After says.", operation: null }],
};

/** Steps that are allowed after such a refusal, best first; none where there is nothing better than the sentence. */
export function nextBestAfter(code: RefusalCode): readonly NextBest[] {
  return nextBest[code] ?? [];
}
