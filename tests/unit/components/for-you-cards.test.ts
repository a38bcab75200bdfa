import { describe, expect, test } from "vitest";
import { asksForAnswer, asksForCheck, buttonsOf, keysOf } from "@/components/tasks/for-you/card-buttons";
import { dealtIn, isToldOf, keepFront, sayNotice, startPile } from "@/components/tasks/for-you/pile";
import {
  answering,
  answeringInvitation,
  approving,
  goneOut,
  onTask,
  recordingCheck,
  sendingAgain,
  takingBack,
} from "@/components/tasks/for-you/steps";
import { progressWords } from "@/components/tasks/for-you/words";
import type { CardStep } from "@/lib/domain/task/card-step";
import { cardOf, draftOf } from "../daily/a-card";

const question = {
  id: "q1",
  version: 4,
  taskId: "t1",
  question: "Which wood?",
  choices: ["Oak", "Ash", "Elm"],
  askedBy: "Ana Duarte",
  askedByRole: "assistant" as const,
  askedAt: "2026-11-23T10:00:00Z",
  answer: null,
  answerNote: "",
  answeredBy: null,
  answeredAt: null,
  canAnswer: true,
  canWithdraw: true,
};
const steps: CardStep[] = ["question", "draft", "late", "went-out", "leaving", "wrong", "plain"];

describe("The buttons below Mira's card", () => {
  test("each has a key of its own, whatever the card asks, and there is one primary unless it is a question", () => {
    for (const step of steps)
      for (const isInInk of [false, true])
        for (const choices of [[], question.choices]) {
          const card = cardOf({ draft: draftOf(), decision: { ...question, choices } });
          const buttons = buttonsOf(card, step, isInInk, "Ana");
          const all = [...buttons.primary, ...buttons.beside, ...buttons.quiet];
          const keys = all.flatMap((one) => (one.shortcut ? [one.shortcut] : []));
          expect(new Set(keys).size, `${step} ${keys}`).toBe(keys.length);
          expect(new Set(all.map((one) => one.deed)).size).toBe(all.length);
          if (step !== "question" || isInInk) expect(buttons.primary.length).toBeLessThanOrEqual(1);
        }
  });

  test("a choice is pressed with its number, yes with Y; and 3 is no longer “Decline” then", () => {
    const pressed: string[] = [];
    const press = (choices: string[], key: string) =>
      keysOf(buttonsOf(cardOf({ decision: { ...question, choices } }), "question", false, "Ana"), (deed) =>
        pressed.push(deed),
      )[key]?.();
    press(question.choices, "3");
    press([], "y");
    press([], "m");
    press([], "3");
    expect(pressed).toEqual(["answer:3", "answer:yes", "answer:more"]);
  });
});

test("Of words of which nobody knows whether they arrived Mira can send one more copy; of those that failed, the same ones again", () => {
  const wrong = (state: "unsure" | "failed") => {
    const sending = { id: "s1", version: 3, state, nextAt: "", attempts: 2, lastError: "", sentAt: null };
    return cardOf({ draft: draftOf({ state: "approved", sending }) });
  };
  const shown = (state: "unsure" | "failed") => {
    const { primary, beside } = buttonsOf(wrong(state), "wrong", false, "Ana");
    return [...primary, ...beside].map(({ deed, label }) => `${deed}: ${label}`);
  };

  expect(shown("unsure")).toContain("again: Send it once more");
  expect(shown("failed")).toContain("again: Send again");
  expect(sendingAgain(wrong("unsure"), "s1")).toEqual({
    path: "sendings/s1/again",
    input: {},
    says: "“Answer Tomas” is sent once more, as the same message.",
  });
});

test("A card whose day is gone can be taken back with one press, and every key does what it did", () => {
  const keys = (card: ReturnType<typeof cardOf>) =>
    Object.keys(keysOf(buttonsOf(card, "plain", false, "Ana"), () => {}));
  const card = cardOf({ kind: "birthday", noLonger: { says: "The day is gone.", canTakeBack: true } });
  const { primary, beside } = buttonsOf(card, "plain", false, "Ana");
  expect([...primary, ...beside].map(({ deed }) => deed)).toEqual([
    "complete",
    "take-back",
    "with-note",
    "not-now",
  ]);
  expect(keys(card)).toEqual(keys(cardOf({ kind: "birthday" })));
  expect(takingBack(card)).toMatchObject({ path: `tasks/${card.id}/withdraw` });
  expect(takingBack(card).back).toBeUndefined();
});

test("Whether an entry may be in her protected time Mira says with yes or no, and declines nothing else by it", () => {
  const asks = cardOf({ kind: "other", fields: { eventId: "e1" }, decision: { ...question, choices: [] } });
  const { quiet } = buttonsOf(asks, "question", false, "Ana");
  expect(quiet.map(({ deed }) => deed)).toEqual(["not-now"]);
});

describe("A card about the calendar", () => {
  const invitation = cardOf({ kind: "event-invite", fields: { eventUid: "u1" } });
  const check = cardOf({ kind: "meeting-check", fields: { eventId: "e1" } });
  const deeds = (card: typeof invitation, step: CardStep) => {
    const { primary, beside, quiet } = buttonsOf(card, step, false, "Ana");
    return [...primary, ...beside, ...quiet].map(({ deed }) => deed);
  };
  const bare = {
    method: "REPLY",
    partstat: "ACCEPTED",
    uid: "u1",
    recurrenceId: null,
    sequence: 0,
    summary: "Supper",
    organiser: { name: "Elin", address: "elin@supper.test" },
    attendee: { name: "Mira", address: "mira@harbour.test" },
    startsAt: "2026-12-11T18:00:00Z",
    endsAt: "2026-12-11T21:00:00Z",
    allDay: false,
    firstDay: null,
    endDay: null,
    zone: null,
    place: "",
  } as const;

  test("is an invitation or a check only where there is an entry to answer or to check", () => {
    expect([asksForAnswer(invitation), asksForCheck(check)]).toEqual([true, true]);
    expect(asksForAnswer(cardOf({ kind: "event-invite", fields: { organiser: "Elin" } }))).toBe(false);
    expect(asksForCheck(cardOf({ kind: "meeting-check", fields: { otherSide: "Priya" } }))).toBe(false);
    expect(asksForAnswer(check) || asksForCheck(invitation)).toBe(false);
  });

  test("an invitation is answered on the card itself, and leaves Y, N and M to it; elsewhere it was with D", () => {
    expect(deeds(invitation, "plain")).not.toContain("complete");
    const keys = Object.keys(keysOf(buttonsOf(invitation, "plain", false, "Ana"), () => {}));
    expect(keys).toContain("d");
    for (const key of ["y", "n", "m"]) expect(keys).not.toContain(key);
  });

  test("an answer that Ana prepared without a word is approved with one press, or given otherwise there", () => {
    const waiting = { ...invitation, draft: draftOf({ answer: bare, text: " " }) };
    expect(deeds(waiting, "draft")).toEqual(["approve", ...deeds(invitation, "plain")]);
    expect(buttonsOf(waiting, "draft", false, "Ana").primary[0]?.label).toBe("Approve & send");
    for (const key of Object.keys(keysOf(buttonsOf(waiting, "draft", false, "Ana"), () => {})))
      expect("ynm").not.toContain(key);
    expect(deeds({ ...invitation, draft: draftOf({ answer: bare }) }, "draft")).toContain("edit");
    const asked = draftOf({ answer: bare, text: "" });
    const may = { ...asked, can: { ...asked.can, askChanges: true } };
    expect(deeds({ ...invitation, draft: may }, "draft")).toContain("ask-changes");
  });

  test("an answer that was called back before it left is given anew, and not approved as it was", () => {
    const back = { ...invitation, draft: draftOf({ answer: bare, text: "", state: "draft" }) };
    expect(deeds(back, "draft")).toEqual(deeds(invitation, "plain"));
  });

  test("that an answer takes time she keeps stands on the button, and goes with it", () => {
    const over = draftOf({ answer: bare, text: "", takesKept: true });
    expect(buttonsOf({ ...invitation, draft: over }, "draft", false, "Ana").primary[0]?.label).toBe(
      "Send over protected time",
    );
    expect(buttonsOf({ ...invitation, draft: over }, "draft", true, "Ana").primary[0]?.label).toBe(
      "Approve & send over protected time",
    );
    expect(approving(invitation, over).input).toEqual({ seal: over.seal, overProtected: true });
    expect(approving(invitation, draftOf({ answer: bare })).input).not.toHaveProperty("overProtected");
  });

  test("a check is never done with one press: it is recorded, with D, or declined", () => {
    expect(deeds(check, "plain")).toEqual(["not-now", "hand-over", "decline"]);
    expect(Object.keys(keysOf(buttonsOf(check, "plain", false, "Ana"), () => {}))).not.toContain("d");
  });

  test("an answer is called back by its draft while it waits to leave, a check by its own id", () => {
    const given = answeringInvitation(invitation);
    expect(given).toMatchObject({ path: "tasks/t1/answer", leaves: true });
    expect(given.back?.({ draft: { id: "d7" } })).toEqual({ path: "drafts/d7/undo", input: {} });
    const recorded = recordingCheck(check, "c9");
    expect(recorded.leaves).toBeUndefined();
    expect(recorded.back?.({})).toEqual({ path: "checks/c9/undo", input: {} });
  });
});

describe("What is done with a card, and taken back", () => {
  const card = cardOf({ draft: draftOf(), decision: question });

  test("approved words are called back by their draft, an answer by its question, the rest by the task", () => {
    expect(approving(card, draftOf()).back?.({})).toEqual({ path: "drafts/d1/undo", input: {} });
    expect(answering(card, question, "2", "Ash").back?.({ version: 5 })).toEqual({
      path: "decisions/q1/unanswer",
      input: { version: 5 },
    });
    expect(goneOut(card, draftOf()).back?.({})).toEqual({ path: "tasks/t1/undo", input: { version: 4 } });
    expect(onTask(card, "decline", { note: "" }, "is declined.").back?.({ task: { version: 9 } })).toEqual({
      path: "tasks/t1/undo",
      input: { version: 9 },
    });
  });

  test("by mail her card goes and the words wait; elsewhere it stays, for she is asked whether they went out", () => {
    expect(approving(card, draftOf())).toMatchObject({ stays: false, leaves: true });
    expect(
      approving(card, draftOf({ way: "elsewhere" }), { text: "Mine", basedOn: 1, phrases: [] }),
    ).toMatchObject({
      stays: true,
      leaves: false,
      input: { text: "Mine" },
    });
  });
});

describe("The pile while others work", () => {
  const view = (...cards: ReturnType<typeof cardOf>[]) => ({ seq: 1, cards, hasMore: false });

  test("says when the words in front have changed, or the question, though the task is the same", () => {
    const pile = startPile(view(cardOf({ draft: draftOf() })));
    const other = keepFront(pile, view(cardOf({ draft: draftOf({ seal: "b".repeat(64) }) })));
    expect(other.notice?.says).toBe("This was changed meanwhile. You see it as it is now.");
    expect(keepFront(pile, view(cardOf({ draft: draftOf(), decision: question }))).notice).not.toBeNull();
    expect(keepFront(pile, view(cardOf({ draft: draftOf() }))).notice).toBeNull();
  });

  test("names what was changed, and goes on naming it when more is", () => {
    const first = startPile(view(cardOf({ draft: draftOf() })));
    const renamed = cardOf({ version: 4, title: "Answer Tomas about May", draft: draftOf() });
    const once = keepFront(first, view(renamed));
    expect(once.notice?.says).toBe("Changed meanwhile: its title. You see it as it is now.");

    const words = draftOf({ seal: "b".repeat(64), text: "Dear Tomas, no.", recipients: [] });
    const twice = keepFront(once, view({ ...renamed, version: 5, note: "He rang", draft: words }));
    expect(twice.notice?.says).toBe(
      "Changed meanwhile: its title, its note, the words of the draft and the recipients. You see it as it is now.",
    );
  });

  test("a refusal stays, and says what has changed of the words; a card dealt with elsewhere is still told of by name", () => {
    const card = cardOf({ draft: draftOf() });
    const notice = { cardId: "t1", says: "Nothing was sent.", isProblem: true, signIn: false };
    const refused = { ...startPile(view(card)), notice };
    const words = draftOf({ seal: "b".repeat(64), text: "Dear Tomas, no." });
    const told = keepFront(refused, view({ ...card, draft: words }), "t1").notice;
    expect(told && sayNotice(told)).toBe("Nothing was sent. Changed: the words of the draft.");
    const elsewhere = { cardId: "t1", isProblem: false, says: "“Answer Tomas” was dealt with elsewhere." };
    for (const pile of [startPile(view(card)), refused])
      expect(keepFront(pile, view()).notice).toMatchObject(elsewhere);
  });

  test("that one was dealt with elsewhere does not silence what is changed of the next, nor does a problem", () => {
    const [first, next] = [cardOf({ draft: draftOf() }), cardOf({ id: "t2", draft: draftOf() })];
    const gone = keepFront(startPile(view(first, next)), view(next));
    const words = cardOf({ ...next, draft: draftOf({ seal: "b".repeat(64), text: "It leaks." }) });
    const changed = keepFront(gone, view(words)).notice;
    expect(changed && [sayNotice(changed), isToldOf(changed, "t1"), isToldOf(changed, "t2")]).toEqual([
      "“Answer Tomas” was dealt with elsewhere. Changed meanwhile: the words of the draft. You see it as it is now.",
      true,
      true,
    ]);

    const gate = { cardId: null, says: "Nothing was undone.", isProblem: true, signIn: false };
    const renamed = cardOf({ ...next, title: "Answer Ida soon", version: 4 });
    const beside = keepFront({ ...startPile(view(next)), notice: gate }, view(renamed)).notice;
    expect(beside && sayNotice(beside)).toBe(
      "Nothing was undone. Changed meanwhile: its title. You see it as it is now.",
    );
  });

  test("offline she is told that nothing was sent, and then what was changed: the task as well as its words", () => {
    const card = cardOf({ draft: draftOf() });
    const notice = { cardId: "t1", says: "You are offline.", isProblem: true, signIn: false };
    const now = cardOf({ title: "Answer Tomas soon", version: 4, decision: question, draft: draftOf() });
    const told = keepFront({ ...startPile(view(card)), notice }, view(now)).notice;
    expect(told && sayNotice(told)).toBe("You are offline. Changed: its title and the question.");
    const refused = keepFront({ ...startPile(view(card)), notice }, view(now), "t1").notice;
    expect(refused && sayNotice(refused)).toBe("You are offline.");
  });

  test("a card that stays in front after a deed was not dealt with yet", () => {
    const undoing = { taskId: "t1", title: "Answer Joon", path: "drafts/d1/undo", input: {}, typed: {} };
    const done = [
      { ...undoing, dealt: false },
      { ...undoing, dealt: true },
    ];
    expect(dealtIn({ ...startPile(view()), done })).toBe(1);
  });
});

test("What Mira types in ink goes with the saved phrases that are in it; as it stands, nothing goes but what was shown", () => {
  const draft = { id: "1", seal: "ab", way: "mail" } as const;
  const inInk = { text: "Not this time.", basedOn: 2, phrases: ["Not this time."] };
  expect(approving({ title: "Answer" }, draft).input).toEqual({ seal: "ab" });
  expect(approving({ title: "Answer" }, draft, inInk).input).toEqual({
    seal: "ab",
    text: "Not this time.",
    basedOn: 2,
    phrases: [{ text: "Not this time." }],
  });
});

test("How far Mira has come is said of all that is before her: a pile that goes on is not called as high as what she sees of it", () => {
  expect(progressWords(2, 4, false, 6)).toBe("2 of 4 · about 6 min");
  expect(progressWords(4, 4, false, 0)).toBe("4 of 4");
  expect(progressWords(2, 51, true, 93)).toBe("2 of more than 51 · about 93 min");
});
