import { expect, test } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { rightsOf, withheldFromDraftOnly } from "@/lib/domain/policy/rights";
import { sayRules } from "@/lib/mcp/say-rules";

const pen = { name: "Pen", clientName: "Mira Holt", role: "agent", door: "api" } as unknown as Actor;
const leave = ["Holt Workshop"];
const view = { rights: rightsOf("assistant", leave), withheld: withheldFromDraftOnly(leave), kinds: [] };

/** The lines under a heading. */
function under(heading: string, text: string): string[] {
  const [, rest = ""] = text.split(`${heading}\n`);
  return (rest.split("\n\n")[0] ?? "").split("\n").map((line) => line.replace(/^- /, ""));
}

test("Pen is told of everything, once: what it may, and what it is refused and why", () => {
  const text = sayRules(pen, view);
  const may = under("You may:", text);
  const refused = under("You are refused:", text);
  const left = under("You might, but no tool here does it; leave it to a person:", text);
  expect(may.length + left.length + refused.length).toBe(view.rights.length);
  expect(may).toContain("complete or decline a delegable task.");
  expect(may).toContain("fold a duplicate into a task that is at least as strict.");
  expect(left).toContain("send delegable mail from Holt Workshop.");
  expect(refused).toContain(
    "complete or decline a task that must be you: that is Mira’s alone, in person. No token does it.",
  );
  expect(refused).toContain("let a job, a setting or a timeout approve words: nobody does.");
});

test("Pen makes no tokens and pauses nobody: an assistant does that in person", () => {
  const refused = under("You are refused:", sayRules(pen, view)).filter((line) =>
    line.includes("a person does it"),
  );
  expect(refused.length).toBe(2);
});

test("while it only prepares, it is told that it finishes nothing", () => {
  const text = sayRules({ ...pen, draftOnly: true }, view);
  expect(under("You may:", text).join(" ")).not.toMatch(/complete|send delegable|open a delegable/);
  expect(under("You are refused:", text)).toContain(
    "complete or decline a delegable task: not while you only prepare.",
  );
});
