import { expect, it } from "vitest";
import { undoInBar } from "@/app/(workspace)/w/[workspace]/_components/undo-in-bar";

const onClick = () => undefined;

it("The keys of Undo press the bar's Undo", () => {
  const bar = {
    says: "Ada is one person now.",
    tone: "plain",
    action: { label: "Undo", shortcut: "U", onClick },
  };

  expect(undoInBar({ ...bar, tone: "plain" })).toBe(onClick);
});

it("The keys of Undo press no other button that a bar may have", () => {
  const bar = { says: "You may be offline.", action: { label: "Try again", onClick } };

  expect(undoInBar({ ...bar, tone: "refused" })).toBeNull();
  expect(undoInBar({ ...bar, tone: "refused", action: null })).toBeNull();
  expect(undoInBar(null)).toBeNull();
});
