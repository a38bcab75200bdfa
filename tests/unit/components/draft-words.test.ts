import { describe, expect, test } from "vitest";
import {
  sayBack,
  sayBytes,
  sayDraftState,
  sayKept,
  sayPresent,
  saySending,
  saySendingByMinute,
  saySendingCalmly,
} from "@/components/drafts/draft-words";
import { howToOpen } from "@/components/drafts/how-to-open";
import { refusalSentence } from "@/components/refusal-copy";
import type { DraftState } from "@/lib/domain/draft/draft";
import { draftStates, sendingStates } from "@/lib/domain/draft/draft";
import type { SendingView } from "@/lib/domain/draft/view";

const place = { zone: "Europe/Berlin", locale: "en-GB" };
const mira = { role: "client", clientShort: "Mira", assistantShort: "Ana" } as const;
const ana = { ...mira, role: "assistant" } as const;
const now = Date.parse("2026-11-25T09:00:00Z");
const held: SendingView = {
  id: "1",
  version: 1,
  state: "held",
  nextAt: "2026-11-25T09:00:24.400Z",
  attempts: 0,
  lastError: "",
  sentAt: null,
};

describe("Where a draft is", () => {
  const say = (state: DraftState, who: typeof mira | typeof ana) =>
    sayDraftState({ state, way: "mail" }, who, place);

  test("Ana reads whose turn it is, and Mira that it is hers", () => {
    expect(say("submitted", ana)).toBe("Before Mira to approve.");
    expect(say("submitted", mira)).toBe("Before you: approve it, write in it, or ask for changes.");
    expect(say("changes-requested", mira)).toBe("You asked for changes.");
  });

  test("Called back, it is before Mira again if it lay before her; else it is a draft", () => {
    expect([sayBack("submitted", mira), sayBack("submitted", ana)]).toEqual([
      "It is before you again.",
      "It is before Mira again.",
    ]);
    expect([sayBack("draft", mira), sayBack(null, mira)]).toEqual(["It is a draft again.", ""]);
  });

  test("What was not approved in time says so, and since when", () => {
    const expired = { state: "expired", way: "mail", neededBy: "2026-11-25T07:30:00Z" } as const;
    expect(sayDraftState(expired, ana, place)).toContain("(needed by Wed 25 Nov, 08:30)");
  });

  test.each(draftStates)("%s is said in a sentence, without a number of merit", (state) => {
    expect(say(state, ana)).toMatch(/^[A-Z].*\.$/);
    expect(say(state, ana)).not.toMatch(/[!%]/);
  });
});

describe("Words on their way", () => {
  test("The seconds are counted for whoever looks, and not for whoever listens", () => {
    expect(saySending(held, now, "Mira", place)).toBe("Leaves in 25 s.");
    const heard = Array.from({ length: 30 }, (_, s) => saySendingCalmly(held, now + s * 1000, "Mira", place));
    expect(new Set(heard).size).toBe(3);
  });

  test("On a card, where only the minute hand moves, no second stands still", () => {
    expect(saySendingByMinute(held, now, "Mira", place)).toBe("Leaves within half a minute.");
    expect(saySendingByMinute({ ...held, state: "leaving" }, now, "Mira", place)).toBe("On its way.");
  });

  test("A mail server that did not take it is told in its own words, with when it is tried again", () => {
    const again = { ...held, attempts: 1, lastError: "451 Greylisted", nextAt: "2026-11-25T09:05:00Z" };
    expect(saySending(again, now, "Mira", place)).toBe(
      "Mira’s mail server did not take it: 451 Greylisted. It is tried again at 10:05.",
    );
  });

  test.each(sendingStates)("%s is said in a sentence", (state) => {
    expect(saySending({ ...held, state }, now, "Mira", place)).toMatch(/^[A-Z].*[.?]$/);
  });
});

test("Where what was typed is kept is said in every state", () => {
  expect(sayKept({ is: "saved", no: 4, at: "2026-11-25T13:02:00Z" }, "", place)).toBe(
    "Saved as version 4 · 14:02",
  );
  expect(sayKept({ is: "offline" }, "", place)).toBe("Not saved yet: no connection. Kept on this device.");
  expect(sayKept({ is: "moved" }, "Ana", place)).toMatch(/^Ana wrote here meanwhile/);
});

test("Whoever is signed out while they write is told once where their words are", () => {
  const says = refusalSentence({ code: "signed-out" });
  expect(sayKept({ is: "refused", says }, "", place)).toBe(
    "You are signed out of this desk. Sign in again. What you typed is kept on this device.",
  );
});

test.each(["typing", "offline", "moved"] as const)(
  "Where the browser keeps nothing, %s does not say that it does",
  (is) => {
    const says = sayKept({ is }, "Ana", place, false);
    expect(says).not.toContain("on this device");
    expect(says).toContain("ept in this window only: leave it open.");
  },
);

test("Whoever has it open is named, with what they do", () => {
  expect(sayPresent([])).toBe("");
  expect(
    sayPresent([
      { name: "Ana Duarte", role: "assistant", isTyping: true },
      { name: "Mira Holt", role: "client", isTyping: false },
      { name: "Quill", role: "agent", isTyping: true },
    ]),
  ).toBe("Ana is typing, Mira is reading, Quill, an agent, is typing.");
});

test("A file's size is said as people say it", () => {
  expect([999, 24_300, 3_250_000].map(sayBytes)).toEqual(["999 bytes", "24 kB", "3.3 MB"]);
});

describe("Where words that go out by hand are put", () => {
  const nowhere = { account: null, recipients: [], subject: "", task: { message: null } };
  const message = { url: "https://example.org/t/1", service: "Facebook" };

  test("The page of where it came from, unless the account has one of its own", () => {
    expect(howToOpen({ ...nowhere, task: { message } })).toEqual({ href: message.url, name: "Facebook" });
    expect(howToOpen(nowhere)).toBeNull();
  });

  test("An address that is a script opens nothing", () => {
    const bad = { url: "javascript:alert(1)", service: "Facebook" };
    expect(howToOpen({ ...nowhere, task: { message: bad } })).toBeNull();
  });

  test("What came by WhatsApp opens no mail, though an address is known; what came by mail does", () => {
    const recipients = [{ name: "Joon", address: "joon@example.org", field: "to" as const }];
    const by = (service: string) =>
      howToOpen({ ...nowhere, recipients, task: { message: { url: null, service } } });
    expect(by("WhatsApp")).toBeNull();
    expect(by("E-mail")?.href).toBe("mailto:joon%40example.org");
  });

  test("Without a page, a mail to whom it goes", () => {
    const to = [{ name: "Tomas", address: "tomas@example.org", field: "to" as const }];
    expect(howToOpen({ ...nowhere, recipients: to, subject: "Re: Sunday & Dad" })?.href).toBe(
      "mailto:tomas%40example.org?subject=Re%3A%20Sunday%20%26%20Dad",
    );
  });
});
