import { describe, expect, test } from "vitest";
import { afterRefusal, type Carried, closesItsTask, whatNow } from "@/lib/domain/draft/carry";
import { type SendingState, sendingStates } from "@/lib/domain/draft/draft";

const at = new Date("2026-11-25T12:00:00Z");
const hoursAgo = (hours: number) => new Date(at.getTime() - hours * 3_600_000);
const words = (state: SendingState, more: Partial<Carried> = {}): Carried => ({
  state,
  attempts: 1,
  doubts: 0,
  pressedAt: hoursAgo(1),
  ...more,
});

describe("Words whose turn it is", () => {
  test.each([
    ["held", 0, true, "carry"],
    ["held", 0, false, "stop"],
    ["held", 1, true, "carry"],
    ["leaving", 0, true, "carry"],
    ["leaving", 0, false, "stop"],
    ["leaving", 1, true, "carry"],
    ["leaving", 1, false, "ask"],
    ["handed-over", 0, true, "carry-again"],
    ["handed-over", 0, false, "ask"],
    ["handed-over", 1, true, "ask"],
    ["handed-over", 1, false, "ask"],
  ] as const)("%s with %i doubts, let go: %s → %s", (state, doubts, isLetGo, what) => {
    expect(whatNow(words(state, { doubts }), isLetGo)).toBe(what);
  });

  test("What is sent, stopped, failed or unsure is nobody's to carry", () => {
    const over = sendingStates.filter((state) => !["held", "leaving", "handed-over"].includes(state));
    expect(over.map((state) => whatNow(words(state), true))).toEqual(over.map(() => "nothing"));
  });
});

describe("Words that a server did not take", () => {
  test("are tried again later and later, an hour at most", () => {
    const minutes = [1, 2, 3, 4, 5, 6, 7, 40].map((attempts) =>
      afterRefusal(words("leaving", { attempts }), false, at),
    );
    expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 60, 60].map((n) => ({ state: "held", minutes: n })));
  });

  test("are not tried again where that is no use, nor after a day", () => {
    expect(afterRefusal(words("leaving"), true, at)).toEqual({ state: "failed" });
    expect(afterRefusal(words("handed-over"), true, at)).toEqual({ state: "failed" });
    const old = words("leaving", { attempts: 29, pressedAt: hoursAgo(25) });
    expect(afterRefusal(old, false, at)).toEqual({ state: "failed" });
  });

  test("are tried for an hour at least, however old they are", () => {
    const again = words("leaving", { attempts: 5, pressedAt: hoursAgo(200) });
    expect(afterRefusal(again, false, at)).toEqual({ state: "held", minutes: 16 });
  });

  test("are never said to have gone to nobody when an earlier copy may have arrived", () => {
    for (const state of ["leaving", "handed-over"] as const)
      expect(afterRefusal(words(state, { doubts: 1 }), true, at)).toEqual({ state: "unsure" });
    expect(afterRefusal(words("handed-over", { doubts: 1 }), false, at)).toEqual({ state: "unsure" });
    expect(afterRefusal(words("leaving", { doubts: 1 }), false, at)).toEqual({
      state: "leaving",
      minutes: 1,
    });
  });
});

test("What Mira let go closes its task; what Ana let go does unless it was made Mira's meanwhile", () => {
  expect(closesItsTask("client", "must-be-you")).toBe(true);
  expect(closesItsTask("assistant", "delegable")).toBe(true);
  expect(closesItsTask("assistant", "must-be-you")).toBe(false);
  expect(closesItsTask("agent", "must-be-you")).toBe(false);
});
