import { expect, test } from "vitest";
import { parseInput } from "@/lib/actions/field-sentences";
import { createTaskSchema } from "@/lib/schemas/task";

const repeating = (rule: string) =>
  parseInput(createTaskSchema, { kind: "other", title: "Water plants", repeat: { rule, from: "calendar" } });

test("Whoever types a rule that never ends well is told so at the field", () => {
  expect(repeating("FREQ=SECONDLY")).toEqual({
    ok: false,
    fields: { "repeat.rule": "A task repeats once a day at most." },
  });
  expect(repeating("")).toMatchObject({ ok: false });
});

test("Every six weeks is taken", () => {
  expect(repeating("FREQ=WEEKLY;INTERVAL=6")).toMatchObject({ ok: true });
});
