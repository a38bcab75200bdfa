import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { LoggedChange } from "@/lib/domain/history/entry";
import { sayEntry } from "@/lib/domain/history/say";
import { sayGesture } from "@/lib/domain/task/found";

const reader = { clientName: "Mira Holt", workspace: { zone: "Europe/Berlin" } };
const ana = { name: "Ana Duarte", role: "assistant" } as const;
const mira = { name: "Mira Holt", role: "client" } as const;

function said(change: Partial<LoggedChange>): string {
  return sayEntry(
    {
      seq: 1,
      at: "2026-11-22T10:00:00Z",
      by: ana,
      door: "screen",
      verb: "edit-task",
      subject: "task",
      subjectId: "7b5b6c9e-0000-4000-8000-000000000001",
      subjectName: "Reply to Tomas Lind",
      before: {},
      after: {},
      refusal: null,
      ...change,
    },
    reader,
  );
}

describe("A title that ends of itself", () => {
  test("ends the sentence about it, too", () => {
    const call = { subjectName: "Call Noor." };
    expect(said({ ...call, verb: "reopen-task" })).toBe("Ana opened “Call Noor.” again.");
    expect(said({ ...call, verb: "move-task", after: { state: "assistant" } })).toBe(
      "Ana took on “Call Noor.”",
    );
    expect(said({ ...call, verb: "create-task", before: null, after: { tag: "delegable" } })).toBe(
      "Ana added “Call Noor.” Delegable, by hand.",
    );
    expect(said({ subjectName: "Did she call?", verb: "complete-task", after: {} })).toBe(
      "Ana completed “Did she call?”",
    );
    expect(sayGesture({ by: "Mira Holt", outcome: "done", title: "Call Noor!", note: "" })).toBe(
      "Mira Holt completed “Call Noor!”",
    );
  });
});

describe("The history is told in sentences", () => {
  const lines: [string, Partial<LoggedChange>][] = [
    [
      "Ana wrote down that “Noor Haddad” and somebody who looks alike are two people.",
      {
        subject: "person",
        subjectName: "Noor Haddad",
        verb: "tell-people-apart",
        before: { told_apart: false },
        after: { told_apart: true },
      },
    ],
    [
      "Ana took back that “Noor Haddad” and somebody who looks alike are two people.",
      {
        subject: "person",
        subjectName: "Noor Haddad",
        verb: "forget-apart",
        before: { told_apart: true },
        after: { told_apart: false },
      },
    ],
    [
      "Ana said what the columns of a table mean.",
      {
        subject: "desk",
        subjectName: null,
        verb: "remap-import",
        before: { table_columns: null },
        after: { table_columns: { columns: [] } },
      },
    ],
    [
      "Ana moved “Reply to Tomas Lind” to Mira.",
      { verb: "move-task", before: { state: "inbox" }, after: { state: "client" } },
    ],
    [
      "Ana took on “Reply to Tomas Lind”.",
      { verb: "move-task", before: { state: "inbox" }, after: { state: "assistant" } },
    ],
    [
      "Mira moved “Reply to Tomas Lind” to the assistant.",
      { by: mira, verb: "move-task", after: { state: "assistant" } },
    ],
    [
      "Refused: Ana tried to complete “Reply to Tomas Lind”. Only Mira can.",
      { verb: "complete-task", before: null, after: null, refusal: "must-be-you" },
    ],
    [
      "Refused: Ana tried to loosen the tag of “Reply to Tomas Lind”. Only Mira can loosen a tag.",
      { verb: "retag-task", before: null, after: null, refusal: "only-client-loosens" },
    ],
    [
      "Refused: Ana tried to change the tag of “Reply to Tomas Lind”. The token was not made for that.",
      { door: "api", verb: "retag-task", before: null, after: null, refusal: "out-of-scope" },
    ],
    [
      "Refused: Ana tried to decline “Reply to Tomas Lind”. The agent was paused.",
      { door: "api", verb: "decline-task", before: null, after: null, refusal: "paused" },
    ],
    [
      "Refused: Ana tried to change several tasks at once. The agent’s changes for the day were used up.",
      { door: "api", verb: "change-tasks", before: null, after: null, refusal: "day-used-up" },
    ],
    [
      "Refused: Ana tried to remove an assistant. That is for Mira alone.",
      { verb: "remove-assistant", subject: "member", before: null, after: null, refusal: "only-client" },
    ],
    [
      "Mira completed “Supper at the rope walk”, without saying what was answered.",
      {
        by: mira,
        verb: "complete-task",
        subjectName: "Supper at the rope walk",
        asksForAnswer: true,
        after: { state: "done" },
      },
    ],
    [
      "Mira completed “Supper at the rope walk”, noting “Said no”.",
      {
        by: mira,
        verb: "complete-task",
        subjectName: "Supper at the rope walk",
        asksForAnswer: true,
        after: { state: "done", closing_note: "Said no" },
      },
    ],
    [
      "Mira completed “Reply to Tomas Lind”, noting “called him”.",
      {
        by: mira,
        verb: "complete-task",
        before: { state: "client" },
        after: { state: "done", closing_note: "called him" },
      },
    ],
    [
      "Mira loosened the tag of “Reply to Tomas Lind”: must be you → delegable. It was set by the rule “A personal message is answered in person.” It went to the assistant.",
      {
        by: mira,
        verb: "retag-task",
        before: { tag: "must-be-you", tag_by: "rule", tag_rule: "personal-message", state: "client" },
        after: { tag: "delegable", tag_by: "hand", state: "assistant" },
      },
    ],
    [
      "Ana put “Reply to Tomas Lind” to sleep until 23 November 2026, 08:00.",
      {
        verb: "snooze-task",
        before: { snoozed_until: null },
        after: { snoozed_until: "2026-11-23T07:00:00+00:00" },
      },
    ],
    [
      "Ana put “Reply to Tomas Lind” to sleep until they answer.",
      { verb: "snooze-task", after: { snoozed_until_answer: true } },
    ],
    [
      "Mira undid the completion of “Reply to Tomas Lind”.",
      { by: mira, verb: "undo-task", before: { state: "done" }, after: { state: "client" } },
    ],
    [
      "Ana undid the moving of “Reply to Tomas Lind”.",
      { verb: "undo-task", before: { state: "client" }, after: { state: "inbox" } },
    ],
    [
      "Ana undid the snoozing of “Reply to Tomas Lind”.",
      {
        verb: "undo-task",
        before: { snoozed_until: "2026-11-23T07:00:00+00:00" },
        after: { snoozed_until: null },
      },
    ],
    [
      "Ana undid the waking of “Reply to Tomas Lind”.",
      { verb: "undo-task", before: { snoozed_until_answer: false }, after: { snoozed_until_answer: true } },
    ],
    [
      "Ana took “Reply to Tomas Lind” out of the task it was folded into.",
      {
        verb: "undo-task",
        before: { merged_into_id: "0b0e7e0a-0000-4000-8000-000000000001" },
        after: { merged_into_id: null },
      },
    ],
    [
      "Ana folded “Reply to Tomas Lind” into another task again.",
      {
        verb: "undo-task",
        before: { merged_into_id: null },
        after: { merged_into_id: "0b0e7e0a-0000-4000-8000-000000000001" },
      },
    ],
    [
      "Mira undid a change to “Reply to Tomas Lind” (tag and whose turn it is).",
      {
        by: mira,
        verb: "undo-task",
        before: { tag: "delegable", state: "assistant" },
        after: { tag: "must-be-you", state: "client" },
      },
    ],
    [
      "Ana undid a change to “Reply to Tomas Lind” (date and note).",
      { verb: "undo-task", before: { due_at: null, note: "" }, after: { due_at: "x", note: "y" } },
    ],
    [
      "Ana added “Reply to Tomas Lind”. Must be you, by the rule “A personal message is answered in person.”",
      { verb: "create-task", before: null, after: { tag: "must-be-you", tag_rule: "personal-message" } },
    ],
    [
      "The next “Reply to Tomas Lind” was made.",
      { verb: "complete-task", before: null, after: { state: "inbox" } },
    ],
    [
      "Ana renamed “Old” to “New” and changed its date and note.",
      {
        before: { title: "Old", note: "", due_at: null },
        after: { title: "New", note: "x", due_at: "2026-11-23T07:00:00Z" },
      },
    ],
    [
      "Firsthand added “Reply to Tomas Lind”. Delegable, by the rule “Dates, invitations, requests, checks and account care may be delegated.”",
      {
        by: { name: null, role: "system" },
        verb: "make-birthday-tasks",
        before: null,
        after: { tag: "delegable", tag_rule: "mechanics" },
      },
    ],
    [
      "Ana joined as an assistant.",
      {
        subject: "member",
        subjectName: "Ana Duarte",
        verb: "accept-invitation",
        before: null,
        after: { role: "assistant" },
      },
    ],
    [
      "Mira opened this desk.",
      {
        by: mira,
        subject: "member",
        subjectName: "Mira Holt",
        verb: "found-desk",
        before: null,
        after: { role: "client" },
      },
    ],
    [
      "Mira removed the agent “Ana Helper” from the desk.",
      {
        by: mira,
        verb: "remove-agent",
        subject: "member",
        subjectName: "Ana Helper",
        isOfAgent: true,
        before: { ended_at: null },
        after: { ended_at: "2026-11-26T10:00:00Z" },
      },
    ],
    [
      "Mira removed Ana from the desk.",
      {
        by: mira,
        subject: "member",
        subjectName: "Ana Duarte",
        verb: "remove-assistant",
        before: { ended_at: null },
        after: { ended_at: "2026-11-22T10:00:00Z" },
      },
    ],
    [
      "Mira invited ana@example.com as an assistant.",
      {
        by: mira,
        subject: "invitation",
        verb: "invite-assistant",
        before: null,
        after: { email: "ana@example.com" },
      },
    ],
    [
      "Mira withdrew the invitation of ana@example.com.",
      {
        by: mira,
        subject: "invitation",
        subjectName: "ana@example.com",
        verb: "withdraw-invitation",
        before: { withdrawn_at: null },
        after: { withdrawn_at: "2026-11-22T10:00:00Z" },
      },
    ],
    [
      "Ana imported “friends.vcf”.",
      {
        subject: "import",
        subjectName: "friends.vcf",
        verb: "import",
        before: { state: "previewed" },
        after: { state: "done" },
      },
    ],
    [
      "Ana took back the import of “friends.vcf”.",
      {
        subject: "import",
        subjectName: "friends.vcf",
        verb: "undo-import",
        before: { state: "done" },
        after: { state: "undone" },
      },
    ],
    [
      "Mira renamed the desk from “Mira’s desk” to “Studio” and changed its time zone.",
      {
        by: mira,
        subject: "desk",
        verb: "rename-desk",
        before: { name: "Mira’s desk", zone: "UTC" },
        after: { name: "Studio", zone: "Europe/Berlin" },
      },
    ],
    [
      "Mira made “Noor Haddad” private.",
      {
        by: mira,
        subject: "person",
        subjectName: "Noor Haddad",
        before: { is_private: false },
        after: { is_private: true },
      },
    ],
  ];
  test.each(lines)("%s", (sentence, change) => {
    expect(said(change)).toBe(sentence);
  });

  test("a verb that nobody has worded still gives a true sentence", () => {
    expect(said({ verb: "polish-task", before: { note: "" }, after: { note: "shiny" } })).toBe(
      "Ana changed the note of “Reply to Tomas Lind”.",
    );
    expect(said({ verb: "polish-lens", subject: "lens", subjectName: null, before: null, after: {} })).toBe(
      "Ana added something.",
    );
    expect(said({ verb: "polish-lens", before: null, after: null, refusal: "too-shiny" })).toBe(
      "Refused: Ana tried to polish lens: “Reply to Tomas Lind”. The answer was “too shiny”.",
    );
  });

  test("a thing the reader may not see is not named", () => {
    expect(said({ subjectName: null, before: { note: "" }, after: { note: "the secret" } })).toBe(
      "Ana changed the note of a task.",
    );
  });

  test("every verb of the use-cases gives a sentence that ends, for a change, a new thing and a refusal", () => {
    const verbs = verbsInUse();
    expect(verbs.length).toBeGreaterThan(12);
    for (const verb of verbs) {
      for (const change of [
        { before: { state: "inbox" }, after: { state: "client" } },
        { before: null, after: {} },
        { before: null, after: null, refusal: "must-be-you" },
      ])
        expect(said({ verb, ...change })).toMatch(/^\S.*[.”]$/);
    }
  });
});

/** The verbs with which use-cases open their transactions, read from their source. */
function verbsInUse(): string[] {
  const root = path.resolve("lib/use-cases");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const found = files.flatMap((name) => [
    ...readFileSync(path.join(root, name), "utf8").matchAll(
      /(?:writeAs|changeTask|changeDraft|changeDecision|changePhrase)\(\s*actor,\s*"([a-z-]+)"/g,
    ),
  ]);
  return [...new Set(found.map((match) => match[1] as string))].sort();
}
