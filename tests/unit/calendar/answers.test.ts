import { describe, expect, test } from "vitest";
import {
  answerAgain,
  answeredWith,
  answerOf,
  type Invited,
  kindOfAnswer,
} from "@/lib/domain/calendar/answer-of";
import { chooseAccount, whyNotAnswerable, whyNotPromise } from "@/lib/domain/calendar/may-answer";
import { answerSubject, answerText, sayAnswer } from "@/lib/domain/calendar/say-answer";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import { whyNotApprove, whyNotRelease } from "@/lib/domain/draft/who-may-approve";
import { at, draftIn, somebody } from "../domain/draft/cells";

const invited: Invited = {
  uid: "one@haddad.test",
  recurrenceId: null,
  sequence: 1,
  summary: "Budget\r\nreview",
  organiser: { name: "Noor Haddad", address: "noor@haddad.test" },
  attendee: { name: "Mira Okafor", address: "mira@okafor.test" },
  startsAt: "2026-12-03T09:00:00.000Z",
  endsAt: "2026-12-03T09:30:00.000Z",
  allDay: false,
  firstDay: null,
  endDay: null,
  zone: "Europe/Berlin",
  place: "",
};
const slot = { startsAt: "2026-12-04T13:00:00.000Z", endsAt: "2026-12-04T13:30:00.000Z" };
const mira = { client: "Mira Okafor", answeredBy: null, zone: "UTC" };

describe("An answer", () => {
  test.each([
    ["accepted", "REPLY", "ACCEPTED", "Accepted: Budget review", "accepted"],
    ["tentative", "REPLY", "TENTATIVE", "Tentative: Budget review", "tentative"],
    ["declined", "REPLY", "DECLINED", "Declined: Budget review", "declined"],
    ["counter", "COUNTER", "TENTATIVE", "New time proposed: Budget review", "tentative"],
  ] as const)(
    "%s is %s, %s, and its subject says so on one line",
    (kind, method, partstat, subject, leaves) => {
      const answer = answerOf(invited, kind, kind === "counter" ? slot : null);
      expect(answer).toMatchObject({
        method,
        partstat,
        startsAt: kind === "counter" ? slot.startsAt : invited.startsAt,
      });
      expect([kindOfAnswer(answer), answerSubject(answer), answeredWith(answer)]).toEqual([
        kind,
        subject,
        leaves,
      ]);
    },
  );

  test("is said with its time where it was asked for, and with who answered for Mira", () => {
    const yes = answerOf(invited, "accepted", null);
    expect(sayAnswer(yes, mira)).toBe(
      "Mira Okafor accepts “Budget review”, Thu 3 Dec, 10:00–10:30 (Europe/Berlin)",
    );
    expect(sayAnswer(yes, { ...mira, answeredBy: "Ana Ruiz" })).toMatch(
      / · answered by Ana Ruiz for Mira Okafor$/,
    );
    const days = answerOf(
      { ...invited, allDay: true, firstDay: "2026-12-03", endDay: "2026-12-05", zone: null },
      "declined",
      null,
    );
    expect(sayAnswer(days, { ...mira, zone: "Asia/Kathmandu" })).toBe(
      "Mira Okafor declines “Budget review”, Thu 3 Dec – Fri 4 Dec",
    );
    expect(answerText("A yes.", " \n")).toBe("A yes.");
  });

  test("goes along when the invitation changes; a time that was proposed stays the one proposed", () => {
    const moved = { ...invited, sequence: 2, startsAt: "2026-12-03T10:00:00.000Z" };
    expect(answerAgain(answerOf(invited, "declined", null), moved)).toMatchObject({
      partstat: "DECLINED",
      sequence: 2,
      startsAt: moved.startsAt,
    });
    expect(answerAgain(answerOf(invited, "counter", slot), moved)).toMatchObject({
      method: "COUNTER",
      sequence: 2,
      startsAt: slot.startsAt,
    });
  });

  test("leaves from the address that was invited, else where it came to, else in Mira's own voice", () => {
    const account = (id: string, address: string, more = {}) => ({
      id,
      address,
      voice: "personal" as const,
      sendsMail: true,
      ...more,
    });
    const all = [
      account("company", "hello@okafor.test", { voice: "company" }),
      account("own", "m@okafor.test"),
      account("asked", "Mira@Okafor.test"),
      account("mute", "x@okafor.test", { sendsMail: false }),
    ];
    const best = (from: typeof all, cameTo: string | null = null, chosen: string | null = null) =>
      chooseAccount(from, { chosen, invitedAt: invited.attendee.address, cameTo })?.id ?? null;
    expect(best(all)).toBe("asked");
    expect(best(all.slice(0, 2))).toBe("own");
    expect(best(all.slice(0, 2), "company")).toBe("company");
    expect(best(all, null, "own")).toBe("own");
    expect(best(all, null, "mute")).toBeNull();
    expect(best([])).toBeNull();
  });

  test("is given to what can be answered alone", () => {
    const good = { isCancelled: false, organiserAddress: "noor@haddad.test", hasTime: true };
    expect(whyNotAnswerable(good)).toBeNull();
    for (const more of [{ isCancelled: true }, { organiserAddress: "" }, { hasTime: false }])
      expect(whyNotAnswerable({ ...good, ...more })?.code).toBe("invalid");
  });
});

describe("Whose word an answer needs", () => {
  const leave = {
    voice: "personal",
    assistantsSend: false,
    assistantsAnswer: true,
    sendsMail: true,
    removed: false,
  } as const;
  const bare: Partial<DraftFacts> = {
    answer: answerOf(invited, "accepted", null),
    text: "",
    account: leave,
    task: { kind: "event-invite", tag: "delegable", state: "client", mergedIntoId: null },
  };
  const release = (more: Partial<DraftFacts> = {}, role: "assistant" | "agent" | "system" = "assistant") =>
    whyNotRelease(somebody(role), draftIn("draft", { ...bare, ...more }), "shown", at)?.code ?? "yes";

  test("Ana lets it go by leave in one case of all: delegable, and nobody's word in it", () => {
    expect([release(), release({}, "agent"), release({}, "system")]).toEqual([
      "yes",
      "yes",
      "only-client-approves",
    ]);
    const others: Partial<DraftFacts>[] = [
      { text: "With joy." },
      { text: " " },
      { hasFiles: true },
      { takesKept: true },
      { isClients: true },
      { wantsProof: true },
      { way: "elsewhere" },
      { account: null },
      { account: { ...leave, removed: true } },
      { account: { ...leave, assistantsAnswer: false, voice: "company", assistantsSend: true } },
      { task: { kind: "event-invite", tag: "must-be-you", state: "client", mergedIntoId: null } },
      { task: { kind: "other", tag: "delegable", state: "client", mergedIntoId: null } },
      { answer: null, text: "With joy." },
    ];
    expect(others.map((more) => release(more))).toEqual(others.map(() => "only-client-approves"));
  });

  test("Mira approves it as any words; what would promise her own time she says that she knows", () => {
    expect(whyNotApprove(somebody("client"), draftIn("submitted", bare), "shown", at)).toBeNull();
    const over = [{ source: "protected", title: "" }] as const;
    expect(whyNotPromise(somebody("client"), over, false)).toEqual({
      code: "protected",
      clientName: "Mira Holt",
      kept: ["protected time"],
    });
    expect(whyNotPromise(somebody("client"), over, true)).toBeNull();
    expect(whyNotPromise(somebody("assistant"), over, false)).toBeNull();
  });
});
