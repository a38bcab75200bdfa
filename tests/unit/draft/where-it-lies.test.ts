import { expect, test } from "vitest";
import type { DraftState, SendingState } from "@/lib/domain/draft/draft";
import { whereItLies } from "@/lib/domain/draft/where-it-lies";

const words = (state: DraftState, sending: SendingState | null = null) => ({
  state,
  way: "mail" as const,
  submittedAt: state === "draft" ? null : "2026-11-24T09:00:00.000Z",
  sending: sending && { id: "s", version: 1, state: sending, pressedBy: "mira" },
});

test.each([
  ["no words", null, "assistant"],
  ["words that Ana writes", words("draft"), "assistant"],
  ["words that Mira sent back", words("changes-requested"), "assistant"],
  ["words before Mira", words("submitted"), "client"],
  ["words that Mira did not approve in time", words("expired"), "client"],
  ["words that were late before Mira saw them", { ...words("expired"), submittedAt: null }, "assistant"],
  ["words that wait to leave", words("approved", "held"), "scheduled"],
  ["words that Ana let go", words("released", "held"), "scheduled"],
  ["words that Mira is to copy", { ...words("approved"), way: "elsewhere" as const }, "client"],
  ["words that did not leave", words("approved", "failed"), "client"],
  ["words of which nobody knows", words("released", "unsure"), "client"],
] as const)("With nothing asked any more, a task with %s lies there", (_, draft, where) => {
  expect(whereItLies(draft)).toBe(where);
});
