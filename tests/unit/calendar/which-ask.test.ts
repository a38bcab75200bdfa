import { describe, expect, test } from "vitest";
import { type AskedEntry, answerSaid, whichAsk } from "@/lib/domain/calendar/which-ask";

describe("Which entries ask Mira for an answer", () => {
  const now = new Date("2026-11-25T10:00:00Z");
  const clients = new Set(["mira@holt.test", "mira@studio.test"]);
  const asked: AskedEntry = {
    recurrenceId: "",
    answer: "needs-action",
    organiser: "Noor Haddad",
    organiserAddress: "noor@haddad.example",
    isCancelled: false,
    nextEnd: "2026-11-26T10:00:00Z",
  };
  test.each([
    ["asked by somebody, for tomorrow", {}, true],
    ["answered", { answer: "tentative" }, false],
    ["not asked at all", { answer: "" }, false],
    ["cancelled", { isCancelled: true }, false],
    ["her own", { organiserAddress: "mira@holt.test" }, false],
    ["her own, from her other address", { organiserAddress: "mira@studio.test" }, false],
    ["of somebody who hides their address", { organiserAddress: "" }, true],
    ["nobody's", { organiser: "", organiserAddress: "" }, false],
    ["on until in a minute", { nextEnd: "2026-11-25T10:01:00Z" }, true],
    ["over", { nextEnd: "2026-11-25T10:00:00Z" }, false],
    ["never again", { nextEnd: null }, false],
    ["in an exported calendar", { method: "PUBLISH" }, true],
    ["sent to her", { method: "REQUEST" }, true],
    ["called off", { method: "CANCEL" }, false],
    ["an answer", { method: "REPLY" }, false],
    ["a proposal", { method: "COUNTER" }, false],
  ] as const)("%s", (_, change, asks) => {
    expect(whichAsk([{ ...asked, ...change }], clients, now)).toHaveLength(asks ? 1 : 0);
  });

  test("A series asks once; one moved time of it asks by itself when the series is answered", () => {
    const moved = { ...asked, recurrenceId: "2026-12-03T10:00:00" };
    expect(whichAsk([asked, moved], clients, now)).toEqual([asked]);
    expect(whichAsk([{ ...asked, answer: "accepted" }, moved], clients, now)).toEqual([moved]);
  });
});

test.each([
  ["accepted", "accepted"],
  ["confirmed", "accepted"],
  ["declined", "declined"],
  ["delegated", "declined"],
  ["tentative", "tentative"],
  ["needs-action", "needs-action"],
  ["x-later", "needs-action"],
  [null, "needs-action"],
])("A guest of whom a file says %s has said: %s", (partstat, said) => {
  expect(answerSaid(partstat)).toBe(said);
});
