import { expect, test } from "vitest";
import { noteOn } from "@/components/tasks/task-verbs";
import type { TaskRow } from "@/lib/domain/task/view";

const mira = { role: "client", clientShort: "Mira", assistantShort: "Ana" } as const;
const ana = { ...mira, role: "assistant" } as const;

function row(tag: TaskRow["tag"], mayComplete: boolean, more: Partial<TaskRow> = {}): TaskRow {
  const can = { complete: mayComplete, decline: mayComplete };
  return { kind: "personal-reply", tag, state: "assistant", mergedIntoId: null, can, ...more } as TaskRow;
}

test.each([
  ["Ana may complete it", row("delegable", true), ana, "ask"],
  ["it must be Mira", row("must-be-you", false), ana, "client"],
  ["it must be Mira, and is before her", row("must-be-you", false, { state: "client" }), ana, "client"],
  ["Mira looks at what must be her", row("must-be-you", true), mira, "ask"],
  ["it is closed", row("must-be-you", false, { state: "done" }), ana, null],
  ["it is folded into another", row("must-be-you", false, { mergedIntoId: "other" }), ana, null],
  [
    "it is a check, which has the key for itself",
    row("must-be-you", false, { kind: "meeting-check" }),
    ana,
    null,
  ],
  ["it keeps time that only Mira gives away", row("delegable", false, { kind: "scheduled-post" }), ana, null],
] as const)("D where %s", (_, task, looking, expected) => {
  expect(noteOn(task, looking)).toBe(expected);
});
