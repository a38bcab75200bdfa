import { describe, expect, test } from "vitest";
import type { LoggedChange } from "@/lib/domain/history/entry";
import { sayEntry } from "@/lib/domain/history/say";
import { agentIn } from "@/lib/domain/history/words";

const reader = { clientName: "Mira Holt", workspace: { zone: "Europe/Berlin" } };

function entry(change: Partial<LoggedChange>): LoggedChange {
  return {
    seq: 1,
    at: "2026-11-26T10:00:00.000Z",
    by: { name: "Mira Holt", role: "client" },
    door: "screen",
    verb: "x",
    subject: "agent",
    subjectId: "one",
    subjectName: "Quill",
    before: null,
    after: null,
    refusal: null,
    ...change,
  };
}

const say = (change: Partial<LoggedChange>) => sayEntry(entry(change), reader);
const ana = { name: "Ana Duarte", role: "assistant" as const };
const added = { owner_id: "ana", may_finish: false, daily_limit: 200 };

describe("What Mira reads about agents and tokens", () => {
  test.each<[Partial<LoggedChange>, string]>([
    [
      { after: added },
      "Mira added the agent “Quill”: it prepares only, and makes at most 200 changes a day.",
    ],
    [
      { before: { may_finish: false }, after: { may_finish: true } },
      "Mira changed the agent “Quill”: it may finish what is delegable.",
    ],
    [
      { before: { owner_id: "ana", daily_limit: 200 }, after: { owner_id: "mira", daily_limit: 5000 } },
      "Mira changed the agent “Quill”: it has somebody else who answers for it, and makes at most 5,000 changes a day.",
    ],
    [
      { by: ana, before: { paused_at: null }, after: { paused_at: "2026-11-26", paused_by: "ana" } },
      "Ana paused the agent “Quill”.",
    ],
    [{ before: { paused_at: "2026-11-26" }, after: { paused_at: null } }, "Mira woke the agent “Quill”."],
    [
      { by: ana, subject: "token", subjectName: "Reminders", after: { user_id: "ana" } },
      "Ana made the token “Reminders”.",
    ],
    [
      {
        by: ana,
        subject: "token",
        subjectName: null,
        after: { name: "Quill’s", user_id: "q" },
      },
      "Ana made the token “Quill’s”.",
    ],
    [
      {
        subject: "token",
        subjectName: "Reminders",
        before: { revoked_at: null },
        after: { revoked_at: "2026" },
      },
      "Mira ended the token “Reminders”.",
    ],
    [
      { by: ana, verb: "add-agent", subjectId: null, subjectName: null, refusal: "only-client" },
      "Refused: Ana tried to add an agent. That is for Mira alone.",
    ],
    [
      {
        by: { name: "Quill", role: "agent" },
        verb: "complete-task",
        subject: "task",
        subjectName: "Order flowers",
        refusal: "draft-only",
      },
      "Refused: Quill tried to complete “Order flowers”. An agent that prepares only finishes nothing.",
    ],
  ])("%j", (change, sentence) => {
    expect(say(change)).toBe(sentence);
  });

  test("the agent that did something is known by the name that its sentence begins with", () => {
    expect(agentIn(entry({ by: { name: "Quill Pen", role: "agent" } }))).toBe("Quill");
    expect(agentIn(entry({ by: ana }))).toBe(null);
  });
});
