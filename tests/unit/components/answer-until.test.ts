import { expect, test } from "vitest";
import { answerUntil } from "@/components/tasks/for-you/words";

const feast = "2026-12-04T18:00:00.000Z";

test.each([
  [
    "before the feast it is asked for until then",
    feast,
    "2026-11-28T09:00:00.000Z",
    "2026-11-28T09:00:00.000Z",
  ],
  ["after the feast nobody answers", feast, "2026-12-06T09:00:00.000Z", null],
  ["at the feast itself it is too late as well", feast, feast, null],
  ["without a day it is asked for until then", null, "2026-12-06T09:00:00.000Z", "2026-12-06T09:00:00.000Z"],
  ["where no answer is due there is none", feast, null, null],
  ["where nothing is known there is none", null, null, null],
])("An answer: %s", (_, dueAt, replyDueAt, expected) => {
  expect(answerUntil({ dueAt, replyDueAt })).toBe(expected);
});
