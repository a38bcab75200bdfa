import { describe, expect, test } from "vitest";
import type { Door, Role } from "@/lib/domain/actor";
import { sendingStates } from "@/lib/domain/draft/draft";
import { whyNotSendAgain, whyNotSettle } from "@/lib/domain/draft/who-may-settle";

const roles: readonly Role[] = ["client", "assistant", "agent"];
const doors: readonly Door[] = ["screen", "mail", "api", "import"];
const who = (role: Role, door: Door = "screen") => ({ role, door, userId: role, clientName: "Mira Holt" });
const words = (state: (typeof sendingStates)[number], more = {}) => ({
  state,
  version: 4,
  pressedBy: "client",
  isLetGo: true,
  latest: 2,
  ...more,
});
const code = (answer: { code: string } | null) => answer?.code ?? "yes";

describe("Who sends words again", () => {
  test("Mira does, of those that did not leave and those that nobody knows of", () => {
    const answers = sendingStates.map((state) => [state, code(whyNotSendAgain(who("client"), words(state)))]);
    expect(Object.fromEntries(answers)).toEqual({
      held: "stale",
      leaving: "stale",
      "handed-over": "stale",
      sent: "stale",
      failed: "yes",
      unsure: "yes",
      stopped: "stale",
    });
  });

  test("whoever sent them by Mira's leave does, of those that certainly did not leave", () => {
    const own = { pressedBy: "assistant" };
    expect(code(whyNotSendAgain(who("assistant"), words("failed", own)))).toBe("yes");
    expect(code(whyNotSendAgain(who("assistant"), words("unsure", own)))).toBe("only-client-approves");
    expect(code(whyNotSendAgain(who("agent"), words("failed", own)))).toBe("only-client-approves");
    expect(code(whyNotSendAgain(who("assistant"), words("failed")))).toBe("only-client-approves");
  });

  test("nobody does of words that are no longer what was let go", () => {
    const changed = words("failed", { isLetGo: false });
    expect(whyNotSendAgain(who("client"), changed)).toEqual({ code: "words-changed", latest: 2 });
  });
});

describe("Who says what became of words", () => {
  const cells = roles.flatMap((role) => doors.map((door) => [role, door] as const));
  test.each(cells)("%s through %s", (role, door) => {
    const isMira = role === "client" && (door === "screen" || door === "mail");
    const no = (name: string) => (isMira ? "yes" : name);
    for (const went of [true, false])
      expect(code(whyNotSettle(who(role, door), words("unsure"), went))).toBe(no("only-client"));
    expect(code(whyNotSendAgain(who(role, door), words("unsure")))).toBe(no("only-client-approves"));
  });

  test("of words that certainly did not leave nobody says that they did; they can be dropped", () => {
    expect(code(whyNotSettle(who("client"), words("failed"), true))).toBe("stale");
    expect(code(whyNotSettle(who("client"), words("failed"), false))).toBe("yes");
  });

  test("of words that are on their way, or gone, there is nothing to be said", () => {
    const others = sendingStates.filter((state) => state !== "unsure" && state !== "failed");
    for (const state of others)
      for (const went of [true, false])
        expect(code(whyNotSettle(who("client"), words(state), went))).toBe("stale");
  });
});
