import { describe, expect, test } from "vitest";
import type { SendingState } from "@/lib/domain/draft/draft";
import { stepOf } from "@/lib/domain/task/card-step";

const at = new Date("2026-11-22T10:00:00Z");
type Draft = NonNullable<Parameters<typeof stepOf>[0]["draft"]>;

const draft = (more: Partial<Draft> = {}): Draft => ({
  state: "submitted",
  text: "Dear Tomas",
  answer: null,
  way: "mail",
  sending: null,
  neededBy: null,
  ...more,
});
const sending = (state: SendingState) => ({
  id: "s",
  version: 1,
  state,
  nextAt: "",
  attempts: 0,
  lastError: "",
  sentAt: null,
});
const step = (one: Draft | null, answer: string | null = "yes") =>
  stepOf({ draft: one, decision: { answer } }, at);

describe("What Mira's card asks of her, one thing at a time", () => {
  test("first what went wrong, then the question, then the words, then the task itself", () => {
    const failed = draft({ state: "approved", sending: sending("failed") });
    expect(step(failed, null)).toBe("wrong");
    expect(step(draft({ state: "approved", sending: sending("unsure") }))).toBe("wrong");
    expect(step(draft(), null)).toBe("question");
    expect(step(draft())).toBe("draft");
    expect([step(null), step(draft({ text: "  \n" })), stepOf({ draft: null, decision: null }, at)]).toEqual([
      "plain",
      "plain",
      "plain",
    ]);
  });

  test("approved words wait to leave by mail; elsewhere she is asked whether they went out", () => {
    expect(step(draft({ state: "approved", sending: sending("held") }))).toBe("leaving");
    expect(step(draft({ state: "approved", way: "elsewhere" }))).toBe("went-out");
    expect(step(draft({ state: "released", sending: sending("held") }))).toBe("leaving");
  });

  test("what was not approved in time is held, to the second, whether or not anybody has marked it", () => {
    expect(step(draft({ state: "expired", neededBy: "2026-11-22T09:00:00Z" }))).toBe("late");
    expect(step(draft({ neededBy: "2026-11-22T10:00:00Z" }))).toBe("late");
    expect(step(draft({ neededBy: "2026-11-22T10:00:01Z" }))).toBe("draft");
    expect(step(draft({ state: "changes-requested" }))).toBe("draft");
  });
});
