import { expect, test } from "vitest";
import { saidOf, whoUndoes } from "@/components/tasks/task-verbs";
import { stateWords } from "@/components/tasks/words";
import type { TaskRow } from "@/lib/domain/task/view";

const row = (title: string) => ({ title }) as TaskRow;
const looking = { role: "assistant", clientShort: "Mira", assistantShort: "Ana" } as const;

test("The bar says where a task went, and names are written as names", () => {
  const said = saidOf({ verb: "move", input: { to: "client" } }, [row("Reply to Noor")], (state) =>
    stateWords(state, looking),
  );
  expect(said).toBe("“Reply to Noor”: waiting for Mira.");
});

test("Whoever may not loosen what they tightened reads who can, and everybody else has no such sentence", () => {
  const tighten = { verb: "retag", input: { tag: "must-be-you" } };
  expect(whoUndoes(tighten, 1, looking)).toBe("Only Mira can make it delegable again.");
  expect(whoUndoes(tighten, 3, looking)).toBe("Only Mira can make them delegable again.");
  expect(whoUndoes(tighten, 1, { ...looking, role: "client" })).toBe("");
  expect(whoUndoes({ verb: "retag", input: { tag: "delegable" } }, 1, { ...looking, role: "client" })).toBe(
    "",
  );
  expect(whoUndoes({ verb: "complete", input: {} }, 1, looking)).toBe("");
});

test.each([
  [{ verb: "snooze", input: {} }, "“A” comes back later.", "2 tasks come back later."],
  [
    { verb: "snooze", input: { untilAnswer: true } },
    "“A” sleeps until they answer.",
    "2 tasks sleep until they answer.",
  ],
  [{ verb: "wake", input: {} }, "“A” is back.", "2 tasks are back."],
  [{ verb: "reopen", input: {} }, "“A” is open again.", "2 tasks are open again."],
])("Of one task and of several the bar speaks as one does: %o", (step, one, several) => {
  expect(saidOf(step, [row("A")], () => "")).toBe(one);
  expect(saidOf(step, [row("A"), row("B")], () => "")).toBe(several);
});
