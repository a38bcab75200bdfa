import { expect, test } from "vitest";
import type { Door } from "@/lib/domain/actor";
import {
  answersTo,
  type DecisionFacts,
  sayAnswer,
  whyNotAnswer,
  whyNotUnanswer,
  whyNotWithdrawQuestion,
} from "@/lib/domain/decision/decision";
import { somebody } from "../draft/cells";

const open: DecisionFacts = {
  id: "decision",
  version: 1,
  taskId: "task",
  choices: [],
  askedBy: "user-assistant",
  answer: null,
  isWithdrawn: false,
};
const answered = { ...open, answer: "yes" };
const withdrawn = { ...open, isWithdrawn: true };
const roles = ["client", "assistant", "agent", "system"] as const;
const doors: Door[] = ["screen", "mail", "api", "import", "job", "arrival"];

test("Mira alone answers, in person or by her mail, and alone takes an answer back", () => {
  for (const role of roles)
    for (const door of doors) {
      const isMira = role === "client" && (door === "screen" || door === "mail");
      const who = somebody(role, door);
      const no = { code: "only-client", clientName: "Mira Holt" };
      expect(whyNotAnswer(who, open, "yes"), `${role} ${door}`).toEqual(isMira ? null : no);
      expect(whyNotUnanswer(who, answered), `${role} ${door}`).toEqual(isMira ? null : no);
    }
});

test("What is answered or taken back is not answered again", () => {
  const mira = somebody("client");

  expect(whyNotAnswer(mira, answered, "no")).toEqual({ code: "already-answered" });
  expect(whyNotAnswer(mira, withdrawn, "no")).toEqual({ code: "already-answered" });
  expect(whyNotUnanswer(mira, open)).toEqual({ code: "not-undoable" });
  expect(whyNotUnanswer(mira, withdrawn)).toEqual({ code: "not-undoable" });
});

test("Only what was offered is an answer", () => {
  const mira = somebody("client");
  const choices = ["By train", "By boat"];
  const offered = (facts: DecisionFacts) =>
    ["yes", "no", "more", "1", "2", "3", "9", "0", "", "YES"].filter(
      (one) => whyNotAnswer(mira, facts, one) === null,
    );

  expect(offered(open)).toEqual(["yes", "no", "more"]);
  expect(offered({ ...open, choices })).toEqual(["more", "1", "2"]);
  expect(answersTo(choices)).toEqual(["1", "2", "more"]);
});

test("A question is taken back by whoever asked it, or by Mira, while it is open", () => {
  const answerTo = (role: (typeof roles)[number], facts: DecisionFacts) =>
    whyNotWithdrawQuestion(somebody(role), facts)?.code ?? "yes";

  expect(roles.map((role) => answerTo(role, open))).toEqual(["yes", "yes", "only-client", "only-client"]);
  for (const facts of [answered, withdrawn])
    expect(roles.map((role) => answerTo(role, facts))).toEqual(Array(4).fill("already-answered"));
});

test("An answer is said in words", () => {
  const choices = ["By train", "By boat"];

  expect(["yes", "no", "more"].map((answer) => sayAnswer([], answer))).toEqual(["Yes", "No", "Need more"]);
  expect(["1", "2", "more", "7"].map((answer) => sayAnswer(choices, answer))).toEqual([
    "By train",
    "By boat",
    "Need more",
    "7",
  ]);
});
