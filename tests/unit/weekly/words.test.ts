import { describe, expect, test } from "vitest";
import { writeWeeklyLetter } from "@/lib/adapters/mail/weekly-letter";
import { sayConfirmation } from "@/lib/domain/weekly/confirm";
import {
  type DayLine,
  isEmpty,
  readLineKey,
  type TouchLine,
  type WeeklyList,
} from "@/lib/domain/weekly/view";
import { sayProposed, saySubject } from "@/lib/domain/weekly/words";
import { horizonSchema } from "@/lib/schemas/weekly";

const person = (name: string, id = name) => ({ id, name, saidAs: "" });
const reach = { phones: ["+49 30 123"], emails: ["noor@example.org"], addresses: ["Lindenstr. 5, Berlin"] };

function dayLine(name: string, more: Partial<DayLine> = {}): DayLine {
  return {
    type: "day",
    key: "day:00000000-0000-4000-8000-000000000001:2026",
    dateId: "00000000-0000-4000-8000-000000000001",
    day: "2026-11-28",
    kind: "birthday",
    label: "",
    age: 40,
    lastGreeting: { at: "2025-11-28T09:00:00Z", by: "Mira Holt", role: "client", words: "", note: "a call" },
    person: person(name),
    reach,
    lastContact: { at: "2026-10-03T09:00:00Z", what: "a call", note: "the move" },
    task: null,
    canSkip: true,
    ...more,
  };
}

function touchLine(name: string): TouchLine {
  const { type: _, key: __, ...rest } = dayLine(name);
  return { ...rest, type: "touch", key: "touch:x", dueOn: "2026-11-20", isDue: true, everyDays: 42 };
}

function list(more: Partial<WeeklyList>): WeeklyList {
  const made = {
    from: "2026-11-24",
    to: "2026-12-07",
    horizon: 14,
    reader: { role: "client" as const, userId: "mira" },
    clientName: "Mira Holt",
    zone: "Europe/Berlin",
    days: [],
    touch: [],
    remembered: [],
    notes: [],
    ...more,
  };
  const rememberedInAll = made.remembered.length;
  return { ...made, daysInAll: made.days.length, touchInAll: made.touch.length, rememberedInAll, ...more };
}

const address = {
  to: "mira@test.invalid",
  workspaceId: "w",
  slug: "mira",
  origin: "https://desk.example.org",
};

describe("The subject", () => {
  test("names the first two and counts the rest, each person once", () => {
    const days = ["Noor Haddad", "Yuki Tan", "Sam Lee"].map((name) => dayLine(name));

    expect(saySubject(list({ days, daysInAll: 4, touch: [touchLine("Noor Haddad")] }))).toBe(
      "Coming up, 24 Nov – 7 Dec: Noor, Yuki and 2 more",
    );
    expect(saySubject(list({ days: days.slice(0, 2) }))).toBe("Coming up, 24 Nov – 7 Dec: Noor and Yuki");
    expect(saySubject(list({ touch: [touchLine("Wei")] }))).toBe("Coming up, 24 Nov – 7 Dec: Wei");
  });

  test("a name that runs from right to left is isolated, and no name brings a line of its own", () => {
    const subject = saySubject(list({ days: [dayLine("נועה כהן"), dayLine("Eve\r\nBcc: all")] }));

    expect(subject).toBe("Coming up, 24 Nov – 7 Dec: \u2068נועה\u2069 and Eve");
    expect(saySubject(list({ days: [dayLine(`${"A".repeat(300)} B`)] })).length).toBeLessThan(80);
  });
});

describe("Whose turn it is", () => {
  test.each([
    ["client", "must-be-you", "client", "Task: must be you, waiting for you."],
    ["client", "delegable", "inbox", "Task: delegable, to triage."],
    ["client", "delegable", "assistant", "Task: delegable, with the assistant."],
    ["assistant", "must-be-you", "client", "Task: must be Mira, waiting for Mira."],
    ["assistant", "delegable", "assistant", "Task: delegable, with you."],
    ["assistant", "delegable", "waiting", "Task: delegable, waiting on others."],
  ] as const)("the %s reads of a task that is %s and %s: %s", (role, tag, state, said) => {
    const task = { id: "t", version: 1, kind: "birthday" as const, title: "Noor", tag, state };
    const line = dayLine("Noor Haddad", { lastGreeting: null, task });

    expect(sayProposed(line, list({ reader: { role, userId: role } }))).toBe(said);
  });
});

describe("The mail", () => {
  test("says everything in plain text too, links included", () => {
    const notes = [{ id: "n", text: "Yuki moved.", by: "Ana Helper", role: "agent" as const, userId: "ana" }];
    const { text, html } = writeWeeklyLetter(
      list({ days: [dayLine("Noor Haddad")], touch: [touchLine("Wei")], daysInAll: 13, notes }),
      address,
    );
    const words = [
      "Noor Haddad",
      "Birthday, turns 40",
      "Last contact: a call, 3 October 2026, “the move”.",
      "Last year: greeted by Mira, 28 November 2025, “a call”.",
      "+49 30 123",
      "noor@example.org",
      "Lindenstr. 5, Berlin",
      "Proposed: as last year (a call).",
      "Yuki moved.",
      "Ana, an agent,",
      "Saturday 28 November",
      "And 12 more",
      "every 6 weeks; it was time on Friday 20 November",
    ];
    for (const part of words) {
      expect(text).toContain(part);
      expect(html).toContain(part);
    }
    const inHtml = [...html.matchAll(/href="(https:[^"]+)"/g)].map((match) => match[1] ?? "");
    expect(inHtml.length).toBeGreaterThan(8);
    for (const href of inHtml) expect(text).toContain(href.replaceAll("&amp;", "&"));
  });

  test("fetches nothing from anywhere and watches nobody", () => {
    const { html } = writeWeeklyLetter(list({ days: [dayLine("Noor Haddad")] }), address);

    expect(html).not.toMatch(/<(img|script|link|iframe|object|video|form)|url\(|@import|\bsrc=|background=/i);
    for (const [, href] of html.matchAll(/href="([^"]*)"/g))
      expect(href).toMatch(/^(https:\/\/desk\.example\.org\/w\/mira\/|tel:|mailto:)/);
  });

  test("a name is text, never markup or another address", () => {
    const evil = `<b>"Noor"</b>`;
    const emails = ['x"><img src=a>@example.org', "a@example.org?bcc=b@example.org"];
    const line = dayLine(evil, { reach: { ...reach, emails } });
    const { html } = writeWeeklyLetter(list({ days: [line] }), address);

    expect(html).not.toContain("<b>");
    expect(html).not.toContain("<img");
    expect(html).not.toMatch(/href="[^"]*\?bcc=/);
  });

  test("the age is told only where the year is known", () => {
    const { text } = writeWeeklyLetter(list({ days: [dayLine("Noor Haddad", { age: null })] }), address);

    expect(text).toContain("Noor Haddad: Birthday\n");
  });

  test("speaks of Mira to Ana, and of “you” to Mira alone", () => {
    const touch = [touchLine("Wei"), { ...touchLine("Ito"), everyDays: 0 }];
    const asAna = { reader: { role: "assistant" as const, userId: "ana" }, touch };
    const { text } = writeWeeklyLetter(list(asAna), address);

    expect(text).toContain("Mira likes to hear from them every 6 weeks; it was time on Friday 20 November.");
    expect(text).toContain("Nobody said how often Mira likes to hear from them.");
    expect(text).not.toMatch(/\byou like/i);
  });

  test("a note of last year brings no line of its own", () => {
    const note = "card)\nMine: https://evil.example (";
    const lastGreeting = {
      at: "2025-11-28T09:00:00Z",
      by: "Ana",
      role: "assistant" as const,
      words: "",
      note,
    };
    const { text } = writeWeeklyLetter(list({ days: [dayLine("Noor Haddad", { lastGreeting })] }), address);

    expect(text).not.toMatch(/^\s*Mine: https:\/\/evil/m);
    expect(text).toContain("as last year (card) Mine: https://evil.example ()");
  });

  test("says who is remembered, quietly: no button, no age, nothing proposed", () => {
    const what = "Aunt Beth, who died on this day in 2021";
    const remembered = [
      { key: "day:x:2026:remembered", day: "2026-11-25", what, person: person("Aunt Beth") },
    ];
    const { subject, text, html } = writeWeeklyLetter(list({ remembered, rememberedInAll: 3 }), address);

    expect(subject).toBe("Coming up, 24 Nov – 7 Dec: a day to remember");
    for (const words of [text, html]) {
      expect(words).toContain("Wednesday 25 November: ");
      expect(words).toContain(what);
      expect(words).toContain("And 2 more");
      expect(words).not.toMatch(/Proposed|turns|weekly\/(mine|draft|skip)/);
    }
    expect(isEmpty(list({ remembered }))).toBe(false);
    expect(readLineKey(remembered[0]?.key ?? "")).toBeNull();
  });
});

describe("The page behind a button", () => {
  const about = {
    closed: null,
    pausedUntil: null,
    touchedOn: null,
    today: "2026-11-24",
    reader: "client" as const,
    clientName: "Mira Holt",
    zone: "Europe/Berlin",
  };

  test("says the day until which nobody is reminded, with its year where that is another", () => {
    const skip = (everyDays: number) =>
      sayConfirmation("skip", { ...about, line: { ...touchLine("Wei"), everyDays } }).sentence;

    expect(skip(14)).toMatch(/^Nobody is reminded until Tuesday 8 December\. /);
    expect(skip(365)).toMatch(/^Nobody is reminded until Wednesday 24 November 2027\. /);
    expect(skip(0)).toMatch(/^Nobody is reminded until Thursday 24 December\. /);
  });

  test("ends in one full stop, whatever the note ended in", () => {
    const closed = {
      outcome: "declined" as const,
      at: "2026-11-23T09:00:00Z",
      by: "Mira Holt",
      role: "client" as const,
      note: "Let be.",
    };

    expect(sayConfirmation("mine", { ...about, closed, line: dayLine("Noor") }).sentence).toBe(
      "It was let be by Mira on 23 November 2026, noting “Let be.”",
    );
  });

  test("the days that the page looks ahead are as many as in the mail, one to ninety", () => {
    expect(["1", "21", "90"].map((days) => horizonSchema.parse(days))).toEqual([1, 21, 90]);
    expect([undefined, "0", "91", "7.5", "x"].map((days) => horizonSchema.parse(days))).toEqual(
      Array(5).fill(14),
    );
  });
});
