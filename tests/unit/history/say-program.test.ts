import { describe, expect, test } from "vitest";
import type { LoggedChange } from "@/lib/domain/history/entry";
import { sayEntry } from "@/lib/domain/history/say";

const reader = { clientName: "Mira Holt", workspace: { zone: "Europe/Berlin" } };
const ended = (why: string) => ({ after: { ended_at: "2026-11-26T10:00:00Z", ended_why: why } });

function said(change: Partial<LoggedChange>): string {
  const entry: LoggedChange = {
    seq: 1,
    at: "2026-11-26T10:00:00Z",
    by: { name: "Ana Duarte", role: "assistant" },
    door: "screen",
    verb: "let-program-in",
    subject: "program",
    subjectId: "7b5b6c9e-0000-4000-8000-000000000001",
    subjectName: "Some Studio",
    before: {},
    after: {},
    refusal: null,
  };
  return sayEntry({ ...entry, ...change }, reader);
}

describe("What programs do by signing in is told in sentences", () => {
  const lines: [sentence: string, change: Partial<LoggedChange>][] = [
    ["Ana let the program “Some Studio” in, as an agent.", { before: null }],
    [
      "The program “Some Studio” signed in, as Ana had allowed.",
      { verb: "sign-program-in", after: { begun_at: "2026-11-26T10:00:00Z" } },
    ],
    ["Ana sent the program “Some Studio” away.", ended("person")],
    ["The program “Some Studio” took its leave.", ended("program")],
    [
      "The program “Some Studio” was signed out: its secret came twice, so somebody else may have had it.",
      ended("refresh-reused"),
    ],
    [
      "The program “Some Studio” was signed out: whoever let it in does not answer for its agent any more, or its time was over.",
      ended("left"),
    ],
    [
      "The program “Some Studio” got a token for an hour.",
      { subject: "token", verb: "sign-program-in", before: null },
    ],
    [
      "The program “Some Studio” renewed its token.",
      { subject: "token", verb: "renew-program", after: { expires_at: "2026-11-26T11:00:00Z" } },
    ],
    [
      "The token of the program “Some Studio” ended with that.",
      { subject: "token", verb: "end-program", after: { revoked_at: "2026-11-26T11:00:00Z" } },
    ],
  ];

  test.each(lines)("%s", (sentence, change) => {
    expect(said(change)).toBe(sentence);
  });
});
