import { sayProblem } from "@/lib/actions/problem";
import { type NextBest, nextBestAfter } from "@/lib/domain/next-best";
import type { Refusal, RefusalCode } from "@/lib/domain/refusal";

/** One of each, as somebody might meet it. A new refusal without one does not compile, and so has no gap here. */
const samples: { [C in RefusalCode]: Extract<Refusal, { code: C }> } = {
  "must-be-you": { code: "must-be-you" },
  "only-client-loosens": { code: "only-client-loosens" },
  "only-client": { code: "only-client" },
  "only-client-approves": { code: "only-client-approves" },
  protected: { code: "protected", kept: [] },
  "in-person": { code: "in-person" },
  "out-of-scope": { code: "out-of-scope", scope: "tasks:write" },
  "draft-only": { code: "draft-only" },
  paused: { code: "paused" },
  "day-used-up": {
    code: "day-used-up",
    limit: 200,
    begins: "00:00 on Saturday 28 November (Europe/Berlin)",
    retryAfterSeconds: 3600,
  },
  "words-changed": { code: "words-changed", latest: 3 },
  "words-moved": {
    code: "words-moved",
    merge: { latest: 3, by: "Ana Duarte", role: "assistant", theirs: "", text: "", parts: [] },
  },
  stale: { code: "stale", version: 3, changed: ["title"] },
  "let-go": { code: "let-go", state: "approved" },
  leaving: { code: "leaving" },
  expired: { code: "expired", neededBy: "2026-12-01T15:00:00Z" },
  unready: { code: "unready", marks: ["Fill in “first name”."] },
  "not-submitted": { code: "not-submitted" },
  "has-draft": { code: "has-draft", id: "6f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d" },
  "already-answered": { code: "already-answered" },
  "already-closed": { code: "already-closed", state: "done" },
  "not-closed": { code: "not-closed" },
  "not-ours": { code: "not-ours" },
  unchecked: { code: "unchecked" },
  "cannot-merge": { code: "cannot-merge", why: "looser" },
  "merged-since": { code: "merged-since", name: "Noor Haddad" },
  "not-undoable": { code: "not-undoable" },
  "key-reused": { code: "key-reused" },
  invalid: { code: "invalid", fields: { title: "Say in a few words what is to be done." } },
  "not-found": { code: "not-found" },
  "signed-out": { code: "signed-out" },
  "too-many": { code: "too-many", retryAfterSeconds: 30 },
  "too-large": { code: "too-large", limitBytes: 256_000 },
};

/** A refusal as the page shows it: its name, the status of its answer, its sentence, what comes along, and what may be done instead. */
export type DocRefusal = {
  code: RefusalCode;
  status: number;
  says: string;
  along: string[];
  instead: readonly NextBest[];
};

/** Every "no" that the API can say, in the order in which it is likely to be met. */
export const refusals: readonly DocRefusal[] = Object.values(samples).map((sample) => {
  const { title, status } = sayProblem(sample);
  const { code, ...along } = sample;
  return { code, status, says: title, along: Object.keys(along), instead: nextBestAfter(code) };
});
