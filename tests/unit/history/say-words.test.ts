import { describe, expect, test } from "vitest";
import type { LoggedChange } from "@/lib/domain/history/entry";
import { sayEntry } from "@/lib/domain/history/say";

const reader = { clientName: "Mira Holt", workspace: { zone: "Europe/Berlin" } };
const ana = { name: "Ana Duarte", role: "assistant" } as const;
const mira = { name: "Mira Holt", role: "client" } as const;
const job = { name: null, role: "system" } as const;
const gone = { removed_at: "2026-11-25T10:00:00Z" };

function said(change: Partial<LoggedChange>): string {
  const entry: LoggedChange = {
    seq: 1,
    at: "2026-11-25T10:00:00Z",
    by: ana,
    door: "screen",
    verb: "write-draft",
    subject: "draft",
    subjectId: "7b5b6c9e-0000-4000-8000-000000000001",
    subjectName: "Reply to Tomas",
    before: {},
    after: {},
    refusal: null,
  };
  return sayEntry({ ...entry, ...change }, reader);
}

const state = (was: string, is: string) => ({ before: { state: was }, after: { state: is } });

describe("What is done to words is told in sentences", () => {
  const lines: [sentence: string, change: Partial<LoggedChange>][] = [
    ["Ana began a draft for “Reply to Tomas”.", { before: null, after: { state: "draft" } }],
    ["Ana began a draft.", { before: null, subjectName: null }],
    ["Ana took the draft for “Reply to Tomas” away.", { before: { removed_at: null }, after: gone }],
    ["Ana brought the draft for “Reply to Tomas” back.", { before: gone, after: { removed_at: null } }],
    [
      "Ana prepared an answer for “Reply to Tomas”: another time.",
      {
        verb: "answer-invitation",
        before: { answer: null },
        after: { answer: { method: "COUNTER", partstat: "TENTATIVE" } },
      },
    ],
    [
      "Ana put the draft for “Reply to Tomas” before Mira.",
      { verb: "submit-draft", ...state("draft", "submitted") },
    ],
    ["Ana took the draft for “Reply to Tomas” back to work on it.", state("submitted", "draft")],
    [
      "Mira asked for changes to the draft for “Reply to Tomas”.",
      { by: mira, ...state("submitted", "changes-requested") },
    ],
    [
      "Mira took the request for changes to the draft for “Reply to Tomas” back.",
      { by: mira, verb: "submit-draft", ...state("changes-requested", "submitted") },
    ],
    [
      "Ana put the draft for “Reply to Tomas” before Mira.",
      { verb: "submit-draft", ...state("changes-requested", "submitted") },
    ],
    [
      "The draft for “Reply to Tomas” went back to the assistant with its task.",
      { by: mira, verb: "retag-task", ...state("submitted", "draft") },
    ],
    [
      "The draft for “Reply to Tomas” lies before Mira again.",
      { by: mira, verb: "undo-task", ...state("draft", "submitted") },
    ],
    ["Mira approved the draft for “Reply to Tomas”.", { by: mira, ...state("submitted", "approved") }],
    ["Ana let the words for “Reply to Tomas” go, as Mira has given leave to.", state("draft", "released")],
    [
      "Mira called back the words for “Reply to Tomas”.",
      { by: mira, verb: "undo-approval", ...state("approved", "submitted") },
    ],
    [
      "The words for “Reply to Tomas” no longer wait to leave: something has changed since they were let go.",
      state("approved", "draft"),
    ],
    [
      "The draft for “Reply to Tomas” was not approved in time, so it is held.",
      { by: job, ...state("draft", "expired") },
    ],
    ["Ana gave the draft for “Reply to Tomas” another time.", state("expired", "submitted")],
    ["The words for “Reply to Tomas” went out.", { by: job, ...state("approved", "sent") }],
    [
      "Mira wrote down that the words for “Reply to Tomas” went out.",
      { by: mira, ...state("approved", "sent") },
    ],
    [
      "Ana changed the recipients, subject and way it leaves of the draft for “Reply to Tomas”.",
      { after: { recipients: [], subject: "x", way: "mail", latest: 3 } },
    ],
    [
      "Ana wrote version 3 of the draft for “Reply to Tomas”.",
      { subject: "draft-version", before: null, after: { no: 3 } },
    ],
    [
      "Ana put “map.pdf” on the draft for “Reply to Tomas”.",
      { subject: "draft-attachment", before: null, after: { name: "map.pdf" } },
    ],
    ["Ana took a file off the draft for “Reply to Tomas”.", { subject: "draft-attachment", after: gone }],
    ["Ana put a file back on the draft for “Reply to Tomas”.", { subject: "draft-attachment", before: gone }],
    [
      "Mira said what should be different in the draft for “Reply to Tomas”: “Warmer”.",
      { by: mira, subject: "draft-comment", before: null, after: { note: "Warmer", asks_changes: true } },
    ],
    [
      "Ana commented on the draft for “Reply to Tomas”: “Is this right?”",
      { subject: "draft-comment", before: null, after: { note: "Is this right?", asks_changes: false } },
    ],
    ["Ana took a comment on the draft for “Reply to Tomas” away.", { subject: "draft-comment", after: gone }],
    [
      "Ana brought a comment on the draft for “Reply to Tomas” back.",
      { subject: "draft-comment", before: gone },
    ],
    [
      "Mira approved version 2 of the draft for “Reply to Tomas”.",
      { by: mira, subject: "approval", before: null, after: { no: 2 } },
    ],
    [
      "The approval of the draft for “Reply to Tomas” no longer holds.",
      { subject: "approval", after: { voided_at: "x" } },
    ],
    ["The words for “Reply to Tomas” wait to leave.", { subject: "sending", before: null }],
    [
      "The words for “Reply to Tomas” could not be sent.",
      { by: job, subject: "sending", ...state("leaving", "failed") },
    ],
    [
      "Nobody can know whether the words for “Reply to Tomas” went out.",
      { by: job, subject: "sending", ...state("handed-over", "unsure") },
    ],
    [
      "The words for “Reply to Tomas” have not left; they are tried again later.",
      { by: job, subject: "sending", ...state("leaving", "held") },
    ],
    [
      "Ana had the words for “Reply to Tomas” tried again.",
      { subject: "sending", ...state("failed", "held") },
    ],
    [
      "Ana asked about “Reply to Tomas”: “Shall you go?”",
      { subject: "decision", before: null, after: { question: "Shall you go?" } },
    ],
    [
      "Ana asked about “Reply to Tomas”: “Which wood?” (1: “Oak”, 2: “Ash, lighter”).",
      {
        subject: "decision",
        before: null,
        after: { question: "Which wood?", choices: ["Oak", "Ash, lighter"] },
      },
    ],
    [
      "Mira answered a question about “Reply to Tomas”: yes, noting “gladly”.",
      {
        by: mira,
        subject: "decision",
        before: { answer: null },
        after: { answer: "yes", answer_note: "gladly" },
      },
    ],
    [
      "Mira answered a question about “Reply to Tomas”: choice 2.",
      { by: mira, subject: "decision", after: { answer: "2" } },
    ],
    [
      "Mira took the answer to a question about “Reply to Tomas” back.",
      { by: mira, subject: "decision", after: { answer: null } },
    ],
    [
      "Ana took a question about “Reply to Tomas” back.",
      { subject: "decision", after: { withdrawn_at: "2026-11-25T10:00:00Z" } },
    ],
    [
      "Ana saved the phrase “No, thank you”.",
      { subject: "phrase", subjectName: null, before: null, after: { title: "No, thank you" } },
    ],
    [
      "Ana removed the phrase “No, thank you”.",
      { subject: "phrase", subjectName: "No, thank you", after: gone },
    ],
    ["Mira wrote down how Mira sounds.", { by: mira, subject: "voice", subjectName: null }],
    [
      "Mira gave assistants leave to send what may be delegated from “Holt & Co”.",
      { by: mira, subject: "account", subjectName: "Holt & Co", after: { assistants_send: true } },
    ],
    [
      "Mira took back the assistants’ leave to send from “Holt & Co”.",
      { by: mira, subject: "account", subjectName: "Holt & Co", after: { assistants_send: false } },
    ],
    [
      "Mira put “Personally written” on the words for “Reply to Tomas”.",
      { by: mira, subject: "proof", before: null },
    ],
    ["Mira took “Personally written” off the words for “Reply to Tomas”.", { by: mira, subject: "proof" }],
    ["Mira made a new key to sign with.", { by: mira, subject: "proof-key", before: null }],
    [
      "Mira put a key away; what it signed still holds.",
      { by: mira, subject: "proof-key", after: { retired_at: "x" } },
    ],
    [
      "Mira revoked a key: nothing that it signed holds any more.",
      { by: mira, subject: "proof-key", after: { revoked_at: "2026-11-25T10:00:00Z" } },
    ],
    [
      "“Reply to Tomas” lies before Mira.",
      { subject: "task", verb: "submit-draft", ...state("assistant", "client") },
    ],
    [
      "“Reply to Tomas” is with the assistant.",
      { subject: "task", verb: "answer-decision", ...state("client", "assistant") },
    ],
    [
      "“Reply to Tomas” waits until its words have left.",
      { subject: "task", verb: "approve-draft", ...state("client", "scheduled") },
    ],
    [
      "“Reply to Tomas” is done: its words went out. The words were: “I will come.”",
      {
        subject: "task",
        verb: "carry-sending",
        by: job,
        before: {},
        after: { state: "done", closing_words: "I will come." },
      },
    ],
    [
      "Refused: Ana tried to approve the words for “Reply to Tomas”. Words leave when Mira has approved them.",
      { verb: "approve-draft", before: null, after: null, refusal: "only-client-approves" },
    ],
  ];
  test.each(lines)("%s", (sentence, change) => {
    expect(said(change)).toBe(sentence);
  });
});
