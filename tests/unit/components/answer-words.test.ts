import { describe, expect, test } from "vitest";
import { answerStateWords, howItGoes, whatIsAsked } from "@/components/calendar/answer-words";
import type { InvitationView } from "@/lib/domain/calendar/answer";
import type { SendingView } from "@/lib/domain/draft/view";

const now = Date.parse("2026-11-24T09:00:00Z");
const place = { zone: "Europe/Berlin", locale: "en-GB", clientShort: "Mira" };
const mira = { ...place, role: "client" };
const ana = { ...place, role: "assistant" };
const sending = (more: Partial<SendingView>): SendingView => ({
  id: "s1",
  version: 1,
  state: "held",
  nextAt: "2026-11-24T09:00:30Z",
  attempts: 0,
  lastError: "",
  sentAt: null,
  ...more,
});
const draft = (more: Partial<NonNullable<InvitationView["draft"]>>) =>
  ({
    id: "d1",
    version: 1,
    latest: 1,
    state: "draft",
    kind: "accepted",
    words: "",
    sending: null,
    ...more,
  }) as const;

describe("An answer that is written says where it is", () => {
  test("what waits says for whom, to each in their own words", () => {
    const waiting = draft({ state: "submitted" });
    expect(answerStateWords(waiting, now, ana)).toBe("Yes. It waits for Mira.");
    expect(answerStateWords(waiting, now, mira)).toBe("Yes. It waits for you.");
    expect(answerStateWords(draft({ kind: "declined" }), now, mira)).toBe("No. It is not sent.");
    expect(answerStateWords(draft({ state: "changes-requested" }), now, ana)).toBe(
      "Yes. Mira asked for changes.",
    );
    expect(answerStateWords(draft({ state: "expired", kind: "counter" }), now, ana)).toBe(
      "Another time. It was not approved in time. Nothing was sent.",
    );
  });

  test("what is on its way can still be caught, and what went wrong is said as the draft says it", () => {
    const leaving = draft({ state: "released", kind: "tentative", sending: sending({}) });
    expect(answerStateWords(leaving, now, ana)).toBe("Maybe. Leaves within half a minute.");
    const failed = draft({
      state: "approved",
      sending: sending({ state: "failed", lastError: "No such mailbox" }),
    });
    expect(answerStateWords(failed, now, mira)).toBe("Yes. It could not be sent: No such mailbox.");
    const unsure = draft({ state: "approved", sending: sending({ state: "unsure" }) });
    expect(answerStateWords(unsure, now, mira)).toContain("Nobody can know whether it arrived. Did it?");
  });
});

test("Another time, or another place, is another thing to say yes to; that it was answered is not", () => {
  const asked = {
    eventId: "e1",
    startsAt: "2026-12-11T18:00:00Z",
    place: "The rope walk",
    organiser: { name: "Elin", address: "elin@supper.test" },
    answer: "needs-action",
  } as InvitationView;
  expect(whatIsAsked({ ...asked, startsAt: "2026-12-11T19:00:00Z" })).not.toBe(whatIsAsked(asked));
  expect(whatIsAsked({ ...asked, place: "The loft" })).not.toBe(whatIsAsked(asked));
  expect(whatIsAsked({ ...asked, answer: "accepted" })).toBe(whatIsAsked(asked));
});

describe("Who sends an answer is said before it is given", () => {
  const account = { id: "a1", name: "Mail", address: "mira@harbour.test", assistantsAnswer: true };
  const view = { can: { send: true, prepare: true }, accounts: [account] };
  const bare = { words: "", accountId: null };
  const looking = { role: "assistant", clientShort: "Mira", mustBeYou: false };

  test("by leave Ana's goes in Mira's name, and says that she answers for her; a note has Mira see it first", () => {
    expect(howItGoes(view, bare, looking)).toBe(
      "It leaves after 30 seconds and says that you answer for Mira.",
    );
    expect(howItGoes(view, { ...bare, words: "With joy" }, looking)).toBe("It waits for Mira, who sends it.");
    const without = { ...view, accounts: [{ ...account, assistantsAnswer: false }] };
    expect(howItGoes(without, bare, looking)).toBe("It waits for Mira, who sends it.");
  });

  test("where it must be Mira, Ana is told what becomes of her choice", () => {
    expect(howItGoes(view, bare, { ...looking, mustBeYou: true })).toBe(
      "Only Mira answers this one. What you choose waits for Mira.",
    );
    expect(howItGoes(view, bare, { ...looking, role: "client", mustBeYou: true })).toBe(
      "It leaves after 30 seconds; until then you can undo it.",
    );
  });
});
