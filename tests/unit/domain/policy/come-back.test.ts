import { expect, test } from "vitest";
import { type CircleEver, standingCircles, whyNotComeBack } from "@/lib/domain/policy/come-back";

const circle = (key: string, more: Partial<CircleEver> = {}): CircleEver => ({
  key,
  name: key,
  position: 1,
  greetInPerson: false,
  defaultTag: null,
  cadenceDays: null,
  leadDays: null,
  replyWithinHours: null,
  checkHours: null,
  isGone: false,
  ...more,
});
const ever = [
  circle("inner", { greetInPerson: true }),
  circle("wider"),
  circle("choir", { isGone: true }),
  circle("family", { isGone: true, defaultTag: "must-be-you" }),
];
const who = (role: "client" | "assistant" | "agent") => ({
  role,
  door: "screen" as const,
  clientName: "Mira Holt",
});

test("Somebody who comes back stands in the circles that are still there, or in the wider one", () => {
  expect(standingCircles(ever, ["inner", "choir"])).toEqual(["inner"]);
  expect(standingCircles(ever, ["choir", "family"])).toEqual(["wider"]);
  expect(standingCircles(ever, ["wider"])).toEqual(["wider"]);
});

test("Only Mira brings somebody back out of a strict circle that is gone", () => {
  const no = { code: "only-client", clientName: "Mira Holt" };
  for (const role of ["assistant", "agent"] as const) {
    expect(whyNotComeBack(who(role), ever, ["family"])).toEqual(no);
    expect(whyNotComeBack(who(role), ever, ["inner", "family"])).toEqual(no);
    expect(whyNotComeBack(who(role), ever, ["choir"])).toBeNull();
    expect(whyNotComeBack(who(role), ever, ["inner", "choir"])).toBeNull();
  }
  expect(whyNotComeBack(who("client"), ever, ["family"])).toBeNull();
});
