import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isHopeless, judgeAttempt } from "@/lib/domain/webhook/attempt";

const at = new Date("2026-11-26T10:00:00Z");
const said = (status: number | null) => ({ status, error: "", ms: 10 });

describe("What becomes of something that a program was told", () => {
  test("Any answer from 200 to 299 is heard, and nothing else is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), fc.integer({ min: 1, max: 10 }), (status, attempts) => {
        const { state } = judgeAttempt(said(status), attempts, at, 0);
        expect(state === "delivered").toBe(status >= 200 && status <= 299);
      }),
    );
  });

  test("It waits longer each time, never longer than a fifth beyond, and is given up after the tenth", () => {
    const wait = (attempts: number, random: number) => {
      const { state, nextAt } = judgeAttempt(said(500), attempts, at, random);
      return state === "waiting" ? nextAt.getTime() - at.getTime() : null;
    };
    const bare = Array.from({ length: 10 }, (_, n) => wait(n + 1, 0));
    expect(bare[9]).toBeNull();
    const waits = bare.slice(0, 9) as number[];
    expect([...waits].sort((one, other) => one - other)).toEqual(waits);
    expect(waits[0]).toBe(5_000);
    for (const [n, one] of waits.entries()) expect(wait(n + 1, 0.999)).toBeLessThanOrEqual(one * 1.2);
  });

  test("Where nobody answers it is tried again; where the receiver is gone it is not", () => {
    expect(judgeAttempt(said(null), 1, at, 0).state).toBe("waiting");
    expect(judgeAttempt(said(410), 1, at, 0).state).toBe("given-up");
  });

  test("After three days of it nobody hopes any more", () => {
    const since = (hours: number) => new Date(at.getTime() - hours * 3_600_000);
    expect([isHopeless(since(71), at), isHopeless(since(72), at)]).toEqual([false, true]);
  });
});
