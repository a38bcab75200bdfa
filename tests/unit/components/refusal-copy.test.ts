import { expect, test } from "vitest";
import { nextStep, refusalSentence } from "@/components/refusal-copy";
import type { Refusal } from "@/lib/domain/refusal";

const all: Refusal[] = [
  { code: "must-be-you", clientName: "Mira Holt" },
  { code: "only-client-loosens", clientName: "Mira Holt" },
  { code: "only-client", clientName: "Mira Holt" },
  { code: "only-client-approves", clientName: "Mira Holt" },
  { code: "words-changed", latest: 3 },
  { code: "let-go", state: "approved", clientName: "Mira Holt" },
  { code: "let-go", state: "approved" },
  { code: "let-go", state: "released" },
  { code: "leaving" },
  { code: "expired", neededBy: "2026-11-25T10:00:00Z" },
  {
    code: "unready",
    marks: ["Fill in “first name”.", "“leverage” is on the list of words that Mira never uses."],
  },
  {
    code: "words-moved",
    merge: { latest: 2, by: "Ana Duarte", role: "assistant", theirs: "I come.", text: "I come.", parts: [] },
  },
  { code: "not-submitted" },
  { code: "has-draft", id: "7b5b6c9e-0000-4000-8000-000000000001" },
  { code: "already-answered" },
  { code: "merged-since", name: "Noor Haddad" },
  { code: "cannot-merge", why: "looser" },
  { code: "cannot-merge", why: "closed" },
  { code: "cannot-merge", why: "same" },
  { code: "cannot-merge", why: "repeats" },
  { code: "cannot-merge", why: "not-merged" },
  { code: "already-closed", state: "done" },
  { code: "already-closed", state: "withdrawn" },
  { code: "not-closed" },
  { code: "stale", version: 3, changed: ["tag", "title"], by: "Ana Duarte" },
  { code: "stale", version: 3, changed: [] },
  { code: "not-found" },
  { code: "invalid", fields: { title: "Say in a few words what is to be done." } },
  { code: "not-undoable" },
  { code: "signed-out" },
  {
    code: "day-used-up",
    limit: 200,
    begins: "00:00 on Friday 27 November (Europe/Berlin)",
    retryAfterSeconds: 5,
  },
  { code: "too-many", retryAfterSeconds: 5 },
  { code: "too-many", retryAfterSeconds: 600 },
  { code: "too-large", limitBytes: 262_144 },
];

test.each(all)("whoever is refused reads a sentence, not a code: %o", (refusal) => {
  const sentence = refusalSentence(refusal, { clientName: "Mira Holt" });
  expect(sentence).toMatch(/^[A-Z].*\.$/);
  expect(sentence).not.toContain(refusal.code);
  expect(sentence).not.toContain("undefined");
});

test("an assistant who may not complete reads who can, and is offered to put it before them", () => {
  const refusal: Refusal = { code: "must-be-you", clientName: "Mira Holt" };
  expect(refusalSentence(refusal)).toBe("Only Mira can complete or decline this.");
  expect(nextStep(refusal, { state: "inbox" })).toEqual({
    label: "Put before Mira",
    verb: "move",
    to: "client",
  });
});

test("what lies before the client already is not offered to be put there again", () => {
  expect(nextStep({ code: "must-be-you", clientName: "Mira Holt" }, { state: "client" })).toBeNull();
});

test("an agent that was quicker is not taken for a person of that name", () => {
  const by = { by: "Ana Helper", byRole: "agent" as const };
  expect(refusalSentence({ code: "stale", version: 3, changed: ["title"], ...by })).toBe(
    "Ana, an agent, changed its title. Nothing of yours was done yet.",
  );
  const merge = { latest: 2, by: "Ana Helper", role: "agent" as const, theirs: "", text: "", parts: [] };
  expect(refusalSentence({ code: "words-moved", merge })).toMatch(/^Ana, an agent, wrote here meanwhile\./);
});

test("whoever acts on something that moved reads who changed what", () => {
  const sentence = refusalSentence({ code: "stale", version: 3, changed: ["tag"], by: "Ana Duarte" });
  expect(sentence).toBe("Ana changed its tag. Nothing of yours was done yet.");
  const more = { changed: ["dueAllDay", "dueAt", "fields", "snoozedUntil"], by: "Ana Duarte" };
  expect(refusalSentence({ code: "stale", version: 3, ...more })).toBe(
    "Ana changed its date, its details and until when it sleeps. Nothing of yours was done yet.",
  );
});
