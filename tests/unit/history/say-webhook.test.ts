import { describe, expect, test } from "vitest";
import type { LoggedChange } from "@/lib/domain/history/entry";
import { sayEntry } from "@/lib/domain/history/say";

const reader = { clientName: "Mira Holt", workspace: { zone: "Europe/Berlin" } };
const at = "2026-11-26T10:00:00Z";

function said(change: Partial<LoggedChange>): string {
  const entry: LoggedChange = {
    seq: 1,
    at,
    by: { name: "Ana Duarte", role: "assistant" },
    door: "screen",
    verb: "edit-webhook",
    subject: "webhook",
    subjectId: "7b5b6c9e-0000-4000-8000-000000000001",
    subjectName: "Lights",
    before: {},
    after: {},
    refusal: null,
  };
  return sayEntry({ ...entry, ...change }, reader);
}

describe("Who has the desk told to a program is told in sentences", () => {
  const system = { name: null, role: "system" } as const;
  const lines: [sentence: string, change: Partial<LoggedChange>][] = [
    [
      "Ana made the webhook “Lights”, which is told what changes.",
      { before: null, after: { name: "Lights" } },
    ],
    ["Ana changed the address of the webhook “Lights”.", { after: { url: "https://told.test/" } }],
    ["Ana changed the topics of the webhook “Lights”.", { after: { about: ["tasks"] } }],
    ["Ana gave the webhook “Lights” a new secret.", { after: { rotated_at: at } }],
    ["Ana paused the webhook “Lights”.", { after: { paused_at: at, paused_why: "hand" } }],
    ["Ana woke the webhook “Lights”.", { after: { paused_at: null, paused_why: null } }],
    ["Ana removed the webhook “Lights”.", { after: { removed_at: at } }],
    [
      "Firsthand paused the webhook “Lights”: nothing had arrived there for three days.",
      { by: system, after: { paused_at: at, paused_why: "failing" } },
    ],
    [
      "Firsthand paused the webhook “Lights”: its receiver is gone.",
      { by: system, after: { paused_at: at, paused_why: "gone" } },
    ],
    [
      "Refused: Ana tried to wake “Lights”. That is for Mira alone.",
      { verb: "wake-webhook", refusal: "only-client" },
    ],
  ];

  test.each(lines)("%s", (sentence, change) => {
    expect(said(change)).toBe(sentence);
  });
});
