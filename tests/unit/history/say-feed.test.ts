import { describe, expect, test } from "vitest";
import type { LoggedChange } from "@/lib/domain/history/entry";
import { sayEntry } from "@/lib/domain/history/say";

const reader = { clientName: "Mira Holt", workspace: { zone: "Europe/Berlin" } };

function said(change: Partial<LoggedChange>): string {
  const entry: LoggedChange = {
    seq: 1,
    at: "2026-11-25T10:00:00Z",
    by: { name: "Mira Holt", role: "client" },
    door: "screen",
    verb: "make-feed",
    subject: "feed",
    subjectId: "7b5b6c9e-0000-4000-8000-000000000001",
    subjectName: "My phone",
    before: {},
    after: {},
    refusal: null,
  };
  return sayEntry({ ...entry, ...change }, reader);
}

describe("Who reads the calendar elsewhere is told in sentences", () => {
  const lines: [sentence: string, change: Partial<LoggedChange>][] = [
    [
      "Mira made an address for “My phone”: the whole calendar, to read elsewhere.",
      { before: null, after: { scope: "all" } },
    ],
    [
      "Mira made an address for “My phone”: birthdays and other days, to read elsewhere.",
      { before: null, after: { scope: "birthdays" } },
    ],
    [
      "Mira made an address for “My phone”: the calendar as an assistant sees it, to read elsewhere.",
      { before: null, after: { scope: "assistant" } },
    ],
    [
      "Mira gave “My phone” a new address; the old one opens nothing any more.",
      { after: { issued_at: "2026-11-25T10:00:00Z" } },
    ],
    ["Mira took the address of “My phone” back.", { after: { revoked_at: "2026-11-25T10:00:00Z" } }],
    [
      "Refused: Ana tried to hand the calendar out. That is for Mira alone.",
      { by: { name: "Ana Duarte", role: "assistant" }, refusal: "only-client", subjectName: null },
    ],
  ];

  test.each(lines)("%s", (sentence, change) => {
    expect(said(change)).toBe(sentence);
  });
});
