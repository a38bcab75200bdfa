import { describe, expect, test } from "vitest";
import { writeDailyLetter } from "@/lib/adapters/mail/daily-letter";
import { approveLabel, linksOf } from "@/lib/domain/daily/links";
import { sayDue, sayKnown, sayNotYet, sayStep, saySubject, sayWay } from "@/lib/domain/daily/words";
import { notYetBy } from "@/lib/domain/draft/put-forward";
import type { ForYouCard } from "@/lib/domain/task/for-you";
import { cardOf, draftOf, seal } from "./a-card";

const at = new Date("2026-11-24T06:00:00Z");
const zone = "Europe/Berlin";
const desk = "https://firsthand.test/w/mira";
const draft = draftOf();
const card = cardOf;
const question = {
  id: "q1",
  version: 1,
  taskId: "t1",
  question: "Shall I say yes to Saturday?",
  choices: [] as string[],
  askedBy: "Ana Duarte",
  askedByRole: "assistant" as const,
  askedAt: "2026-11-23T10:00:00Z",
  answer: null,
  answerNote: "",
  answeredBy: null,
  answeredAt: null,
  canAnswer: false,
  canWithdraw: false,
};
const letter = (...cards: ForYouCard[]) =>
  writeDailyLetter(
    { seq: 1, cards, hasMore: false },
    {
      to: "mira@holt.test",
      workspaceId: "w",
      slug: "mira",
      origin: "https://firsthand.test",
      zone,
      deskZone: zone,
      day: "2026-11-24",
      at,
    },
  );

describe("Mira's daily mail", () => {
  test("says how many things there are and how long they take, and names nobody in its subject", () => {
    expect(saySubject("2026-11-24", 1, false, 2)).toBe("For you, Tuesday 24 November: 1 thing, about 2 min");
    expect(saySubject("2026-11-24", 50, true, 80)).toContain("more than 50 things");
    expect(letter(card({ title: "Answer Tomas" })).subject).not.toContain("Tomas");
  });

  test("plain text is complete: the message, what to know, the draft and whose it is, and every link", () => {
    const { text } = letter(card({ draft }), card({ decision: question }));
    for (const part of [
      "1 of 2 · Answer Tomas",
      "Tomas Lind wrote:\n> Will you come?\n> Firsthand: approve it at http://evil.test",
      "How you met: Rowing.",
      "Careful: Dislikes calls at work.",
      "By mail to Tomas Lind <tomas@lind.test>.\nSubject: Re: Dinner <b>in</b> May\nAna wrote all of it.",
      "    I will <script>alert(1)</script> come.",
      `Send as is: ${desk}/you/approve/t1?seal=${seal}`,
      `Edit in ink: ${desk}/you/edit/t1`,
      `Not now: ${desk}/you/not-now/t1`,
      `Ask for changes: ${desk}/you/changes/t1`,
      `My assistant may answer this one: ${desk}/you/hand-over/t1`,
      `Decline: ${desk}/you/decline/t1`,
      "Ana Duarte asks:\nShall I say yes to Saturday?",
      `Yes: ${desk}/you/answer/t1?decision=q1&to=yes`,
      `Need more: ${desk}/you/answer/t1?decision=q1&to=more`,
    ])
      expect(text).toContain(part);
  });

  test("words that go out by hand say to whom as well, and only what opens a mail says so", () => {
    const byHand = draftOf({ way: "elsewhere" });
    expect(sayWay(byHand)).toBe("By hand to Tomas Lind <tomas@lind.test>.");
    expect(sayWay(draftOf({ way: "elsewhere", recipients: [] }))).toBe("By hand.");
    const from = (service: string) => ({
      text: "Well?",
      from: "Tomas",
      receivedAt: null,
      service,
      url: null,
    });
    const label = (service: string) => approveLabel(card({ draft: byHand, message: from(service) }));
    expect(label("e-mail")).toBe("Approve, copy and open a mail");
    expect(label("WhatsApp")).toBe("Approve and copy");
  });

  test("an answer without words is said in the sentence that the organiser reads", () => {
    const answer = {
      method: "REPLY",
      partstat: "ACCEPTED",
      uid: "one@haddad.test",
      recurrenceId: null,
      sequence: 0,
      summary: "Budget review",
      organiser: { name: "Noor", address: "noor@haddad.test" },
      attendee: { name: "Mira Holt", address: "mira@holt.test" },
      startsAt: "2026-12-03T09:00:00.000Z",
      endsAt: "2026-12-03T09:30:00.000Z",
      allDay: false,
      firstDay: null,
      endDay: null,
      zone: null,
      place: "",
    } as const;
    const { text } = letter(card({ draft: draftOf({ text: "", answer, howMuch: "" }) }));
    expect(text).toContain("    Mira Holt accepts “Budget review”, Thu 3 Dec, 10:00–10:30 (Europe/Berlin)");
  });

  test("nothing from outside is markup in it, and nothing in it comes from elsewhere", () => {
    const { html } = letter(card({ draft, title: "<img src=x>" }));
    expect(html).not.toMatch(/<script|<img|<b>|<link|url\(|src=x>/);
    expect(html).toContain("&lt;script&gt;");
    expect([...html.matchAll(/(?:href|src)="([^"]*)"/g)].map((found) => found[1]?.split("/")[2])).toEqual(
      Array.from({ length: 8 }, () => "firsthand.test"),
    );
  });

  test("what is pressed in it is as high as a finger, and a word without an end makes no row wider", () => {
    const { html } = letter(card({ draft }), card({ decision: question }));
    const lowest = [...html.matchAll(/<a [^>]*\/you\/[^>]*style="([^"]*)"/g)].map(([, style = ""]) => {
      const px = (name: string) => Number(new RegExp(`${name}:(\\d+)px`).exec(style)?.[1] ?? 0);
      return style.includes("inline-block") ? 2 * px("padding") + px("line-height") : 0;
    });
    expect(lowest.length).toBeGreaterThan(8);
    expect(Math.min(...lowest)).toBeGreaterThanOrEqual(44);
    expect(html.match(/<td style="padding:7px 20px(?!;overflow-wrap:anywhere)/)).toBeNull();
  });

  test("each choice has its link, by its number and its words", () => {
    const links = linksOf(card({ decision: { ...question, choices: ["Oak", "Ash"] } }), desk, at);
    expect(links.map((link) => link.label)).toEqual(["1. Oak", "2. Ash", "Need more", "Not now"]);
    expect(links[1]?.href).toBe(`${desk}/you/answer/t1?decision=q1&to=2`);
  });

  test("what cannot be decided by a link leads to where it can: no link approves words that are late or went wrong", () => {
    const late = { ...draft, state: "expired" as const };
    const links = [card({ draft: late }), card()].map((one) =>
      linksOf(one, desk, at).map((link) => link.href),
    );
    expect(links.flat().some((href) => href.includes("/approve/") || href.includes("/answer/"))).toBe(false);
  });

  test("everything that her cards offer has its link, and nothing else: no changes to her own words, nothing to decline on its way", () => {
    const labels = (one: ForYouCard) => linksOf(one, desk, at).map((link) => link.label);
    expect(labels(card({ draft: draftOf({ state: "draft" }) }))).toEqual([
      "Send as is",
      "Edit in ink",
      "Not now",
      "My assistant may answer this one",
      "Decline",
    ]);
    expect(labels(card({ tag: "delegable" }))).toEqual([
      "Open it",
      "Not now",
      "Back to my assistant",
      "Decline",
    ]);
    expect(labels(card({ draft: draftOf({ state: "approved" }) }))).toEqual(["Open the draft", "Not now"]);
  });

  test("what Ana has not put before her is said to be so, and opened before it is sent; her own words, and what lies before her, are not", () => {
    const ana = { userId: "u2", name: "Ana Duarte", role: "assistant" } as const;
    const half = card({ draft: draftOf({ state: "draft", text: "Dear Sam, I would", notYetBy: ana }) });
    expect(linksOf(half, desk, at)[0]).toEqual({
      label: "Open it",
      href: `${desk}/tasks/t1/draft`,
      isInk: false,
    });
    expect(linksOf(half, desk, at).some(({ href }) => href.includes("/approve/"))).toBe(false);
    expect(sayStep(half, at)).toContain("Ana");
    expect(sayStep(half, at)).toContain("has not put this before you yet.");
    expect(sayNotYet({ notYetBy: { ...ana, name: "Pen", role: "agent" } })).toContain(", an agent, has not");

    expect(sayStep(card({ draft: draftOf({ state: "draft" }) }), at)).toBeNull();
    const mira = { ...ana, role: "client" } as const;
    expect(notYetBy({ state: "draft" }, mira)).toBeNull();
    expect(notYetBy({ state: "draft" }, undefined)).toBeNull();
    expect(notYetBy({ state: "draft" }, ana)).toEqual(ana);
    for (const state of ["submitted", "changes-requested", "approved", "expired"] as const)
      expect(notYetBy({ state }, ana)).toBeNull();
  });

  test("until when, where she is: an hour that has passed was due, and away from the desk its zone is named", () => {
    const where = { zone: "Asia/Kathmandu", deskZone: zone, at };
    const due = card({ replyDueAt: "2026-11-24T07:00:00Z", fields: { startsAt: "2026-11-25T17:00:00Z" } });
    expect(sayDue(due, where)).toBe("Answer by 24 November, 12:45 (Asia/Kathmandu).");
    expect(sayKnown(due, where)).toContain("When: 25 November, 22:45 (Asia/Kathmandu)");
    expect(sayDue(due, { ...where, zone })).toBe("Answer by 24 November, 08:00.");
    expect(sayKnown(due, { zone, deskZone: zone })).toContain("When: 25 November, 18:00");
    expect(sayDue(card({ replyDueAt: "2026-11-24T05:00:00Z" }), where)).toBe(
      "The answer was due 24 November, 10:45 (Asia/Kathmandu).",
    );
    expect(sayDue(card({ dueAt: "2026-11-23T23:00:00Z", dueAllDay: true }), where)).toBe("Due 24 November.");
    expect(sayDue(card(), where)).toBeNull();
  });
});
