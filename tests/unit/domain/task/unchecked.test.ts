import { expect, test } from "vitest";
import { canOn } from "@/lib/domain/task/can";
import { whyNotComplete } from "@/lib/domain/task/must-be-you";
import type { Tag, TaskFacts } from "@/lib/domain/task/task";

const check = (tag: Tag): TaskFacts => ({
  id: "1",
  version: 1,
  kind: "meeting-check",
  tag,
  tagReason: { by: "rule", rule: "mechanics" },
  state: "assistant",
  mergedIntoId: null,
  createdBy: null,
  isPrivate: false,
  isCheck: true,
});
const mira = { role: "client", door: "screen", clientName: "Mira Holt", userId: "mira" } as const;
const ana = { role: "assistant", door: "screen", clientName: "Mira Holt", userId: "ana" } as const;

test("Nobody completes the double-check of a meeting without saying what was confirmed", () => {
  expect(whyNotComplete(mira, check("must-be-you"))).toEqual({ code: "unchecked" });
  expect(whyNotComplete(ana, check("delegable"))).toEqual({ code: "unchecked" });
  expect(whyNotComplete(ana, check("must-be-you"))).toMatchObject({ code: "must-be-you" });
});

test("Ana may say that nobody needs to confirm it, where it may be delegated", () => {
  expect(canOn(ana, check("delegable"))).toMatchObject({ complete: false, decline: true });
  expect(canOn(ana, check("must-be-you"))).toMatchObject({ complete: false, decline: false });
});
