import { describe, expect, test } from "vitest";
import { type LinkedCard, sayConfirmation } from "@/lib/domain/daily/confirm";
import type { ForYouCard } from "@/lib/domain/task/for-you";
import { cardOf, draftOf, seal } from "./a-card";

const at = new Date("2026-11-24T06:00:00Z");

const link = { verb: "approve", seal, to: null } as const;
const answer = { verb: "answer", seal: null, to: "yes" } as const;
const asked = { id: "q", choices: [], answer: null, answeredAt: null, isWithdrawn: false };

const say = (
  one: Parameters<typeof sayConfirmation>[0],
  card: Partial<ForYouCard> = {},
  more: Partial<LinkedCard> = {},
) => sayConfirmation(one, { card: cardOf(card), closed: null, asked: null, ...more }, "Europe/Berlin", at);

describe("Behind a link of Mira's daily mail", () => {
  test("what is as the mail showed it can be approved; what has changed is shown as it is now, and nothing was sent", () => {
    expect(say(link, { draft: draftOf({ seal }) }).says).toBe("will");
    const moved = say(link, { draft: draftOf({ seal: "b".repeat(64) }) });
    expect(moved).toEqual({
      says: "moved",
      sentence: "This has changed since the mail was sent. You see it as it is now, and nothing was sent.",
    });
    expect(say({ ...link, verb: "edit", seal: null }, { draft: draftOf({ seal }) }).says).toBe("will");
  });

  test("a used link says what happened: approved, done by whom and when, answered, asleep", () => {
    const approval = { no: 1, at: "2026-11-24T05:30:00Z", by: "Mira Holt" };
    expect(say(link, { draft: draftOf({ state: "approved", approval }) }).sentence).toBe(
      "It is on its way. You approved it on 24 November, 06:30.",
    );
    const closed = { outcome: "done", at: "2026-11-24T05:31:00Z", by: "Mira Holt", role: "client" } as const;
    expect(say(link, { state: "done" }, { closed })).toEqual({
      says: "was",
      sentence: "It was done by Mira on 24 November, 06:31.",
    });
    const agents = { ...closed, by: "Ana Helper", role: "agent" } as const;
    expect(say(link, { state: "done" }, { closed: agents }).sentence).toBe(
      "It was done by Ana, an agent, on 24 November, 06:31.",
    );
    const answered = { ...asked, answer: "no", answeredAt: "2026-11-24T05:00:00Z" };
    expect(say(answer, {}, { asked: answered }).sentence).toBe("You answered on 24 November, 06:00: No.");
    expect(say({ ...link, verb: "not-now" }, { snoozedUntil: "2026-11-25T07:00:00Z" }).sentence).toBe(
      "It sleeps already, until 25 November, 08:00.",
    );
  });

  test("a stale link says what there is instead: no draft, late, taken back, folded away, no such answer", () => {
    for (const [says, one] of [
      ["There is no draft any more.", say(link)],
      ["held", say(link, { draft: draftOf({ state: "expired" }) })],
      ["folded into another", say(link, { mergedIntoId: "t9" })],
      ["taken back", say(answer)],
      ["taken back", say(answer, {}, { asked: { ...asked, isWithdrawn: true } })],
      ["not one of the answers", say({ ...answer, to: "3" }, {}, { asked })],
    ] as const) {
      expect(one.says).toBe("was");
      expect(one.sentence).toContain(says);
    }
  });

  test("an answer says which one it will be, in the words of the choice", () => {
    expect(say(answer, {}, { asked }).sentence).toBe("Your answer: Yes.");
    const choices = { ...asked, choices: ["Oak", "Ash"] };
    expect(say({ ...answer, to: "2" }, {}, { asked: choices }).sentence).toBe("Your answer: Ash.");
  });

  test("changes can be asked for while it lies before her, and not twice", () => {
    const changes = { verb: "changes", seal: null, to: null } as const;
    expect(say(changes, { draft: draftOf() })).toEqual({
      says: "will",
      sentence: "It goes back with what you say here. Nothing is sent.",
    });
    for (const [state, says] of [
      ["changes-requested", "You asked for changes already."],
      ["draft", "It was taken back to be worked on."],
      ["approved", "It is on its way."],
    ] as const)
      expect(say(changes, { draft: draftOf({ state }) })).toEqual({ says: "was", sentence: says });
  });

  test("to decline and to let Ana do it change nothing about words that are on their way, or might have arrived", () => {
    const decline = { verb: "decline", seal: null, to: null } as const;
    const handOver = { ...decline, verb: "hand-over" } as const;
    for (const one of [decline, handOver]) {
      expect(say(one).says).toBe("will");
      expect(say(one, { draft: draftOf() }).says).toBe("will");
      expect(say(one, { draft: draftOf({ state: "expired" }) }).says).toBe("will");
      expect(say(one, { draft: draftOf({ state: "approved" }) }).sentence).toBe("It is on its way.");
      expect(say(one, { draft: draftOf({ state: "approved", way: "elsewhere" }) }).says).toBe("was");
    }
    expect(say(handOver).sentence).toContain("still need your yes");
    expect(say(handOver, { tag: "delegable", state: "assistant" }).sentence).toBe(
      "It is with your assistant already.",
    );
  });

  test("elsewhere nothing leaves by itself, and the page says so before it is pressed", () => {
    expect(say(link, { draft: draftOf({ seal, way: "elsewhere" }) }).sentence).toContain("copied");
    expect(say(link, { draft: draftOf({ seal }) }).sentence).toContain("thirty seconds");
  });
});
