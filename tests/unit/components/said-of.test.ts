import { expect, test } from "vitest";
import { saidOf } from "@/components/tasks/task-verbs";
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
