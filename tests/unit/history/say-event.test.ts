import { describe, expect, test } from "vitest";
import type { LoggedChange } from "@/lib/domain/history/entry";
import { sayEntry } from "@/lib/domain/history/say";

const reader = { clientName: "Mira Holt", workspace: { zone: "Europe/Berlin" } };
function said(change: Partial<LoggedChange>): string {
  const entry: LoggedChange = {
    seq: 1,
    at: "2026-12-01T10:00:00Z",
    by: { name: "Ana Duarte", role: "assistant" },
    door: "screen",
    verb: "edit-event",
    subject: "event",
    subjectId: null,
    subjectName: "Supper",
    before: {},
    after: {},
    refusal: null,
  };
  return sayEntry({ ...entry, ...change }, reader);
}
const mira = { name: "Mira Holt", role: "client" } as const;

describe("What becomes of an entry is told in sentences", () => {
  const lines: [sentence: string, change: Partial<LoggedChange>][] = [
    ["Ana put “Supper” on the calendar.", { before: null, after: { held: false } }],
    [
      "Ana put “Supper” on the calendar, in pencil, over time that is kept.",
      { before: null, after: { held: true } },
    ],
    [
      "The answer to “Supper” went out: yes.",
      {
        by: { name: null, role: "system" },
        verb: "carry-sending",
        before: { answer: "needs-action" },
        after: { answer: "accepted" },
      },
    ],
    [
      "“Supper” asks for an answer again.",
      { verb: "receive-invitation", before: { answer: "accepted" }, after: { answer: "needs-action" } },
    ],
    ["Ana moved “Supper”.", { verb: "move-event", before: { sequence: 0 }, after: { sequence: 1 } }],
    [
      "Ana asked whether “Supper” may be over time that is kept.",
      { verb: "move-event", before: { held: false }, after: { held: true } },
    ],
    [
      "Mira let “Supper” stand over time that is kept.",
      {
        by: mira,
        verb: "answer-decision",
        before: { held: true, over_protected: false },
        after: { held: false, over_protected: true },
      },
    ],
    [
      "Mira took “Supper” off the calendar.",
      { by: mira, before: { removed_at: null }, after: { removed_at: "2026-12-01T10:00:00Z" } },
    ],
    [
      "Ana took back a change of “Supper”.",
      { verb: "undo-event", before: { removed_at: "2026-12-01T10:00:00Z" }, after: { removed_at: null } },
    ],
    ["Mira made “Supper” private.", { by: mira, before: { is_private: false }, after: { is_private: true } }],
    [
      "Ana changed the place of “Supper”.",
      { before: { location: "", sequence: 0 }, after: { location: "Quay 4", sequence: 1 } },
    ],
    [
      "Refused: Ana tried to move “Supper”. Only Mira gives protected time away.",
      { verb: "move-event", refusal: "protected" },
    ],
    [
      "Refused: Ana tried to put something on the calendar. Only Mira gives protected time away.",
      { verb: "create-event", refusal: "protected", subjectName: null },
    ],
    [
      "Refused: Ana tried to let “Supper” stand over protected time. That is for Mira alone.",
      { verb: "allow-event", refusal: "only-client" },
    ],
  ];

  test.each(lines)("%s", (sentence, change) => {
    expect(said(change)).toBe(sentence);
  });
});
