import { describe, expect, test } from "vitest";
import { writeWhisperLetter } from "@/lib/adapters/mail/whisper-letter";
import type { EventCards, WhisperCard } from "@/lib/domain/person/whisper";

const noor: WhisperCard = {
  id: "00000000-0000-4000-8000-000000000001",
  name: "Noor Haddad",
  saidAs: "",
  nicknames: [],
  circles: [],
  organization: "",
  jobTitle: "",
  language: null,
  zone: null,
  isPrivate: false,
  picture: null,
  died: null,
  howMet: "",
  since: null,
  contacts: [],
  promises: [],
  relations: [],
  topics: [],
  likes: [],
  avoid: [],
  days: [],
  tasks: [],
};
const lunch: EventCards["event"] = {
  id: "00000000-0000-4000-8000-000000000002",
  title: "Lunch",
  startsAt: "2026-11-26T12:00:00Z",
  endsAt: "2026-11-26T13:00:00Z",
  allDay: false,
  startDate: null,
  place: "",
  isPrivate: false,
};

function write(view: Partial<EventCards> = {}, now = "2026-11-26T08:00:00Z", zone = "Europe/Berlin") {
  return writeWhisperLetter(
    { event: lunch, cards: [noor], others: [], ...view },
    {
      to: "mira@example.com",
      workspaceId: "00000000-0000-4000-8000-000000000003",
      slug: "mira",
      origin: "https://desk.example.com",
      reader: { zone, locale: "en-GB", isClient: true, clientShort: "Mira" },
      now: Date.parse(now),
    },
  );
}

describe("The mail before a meeting", () => {
  test("says the day in its subject when it is another than the reader’s today", () => {
    expect(write().subject).toBe("13:00 Lunch: Noor Haddad");
    expect(write({}, "2026-11-25T20:00:00Z").subject).toBe("Thu 26 Nov, 13:00 Lunch: Noor Haddad");
  });

  test("has a whole day on its own day, wherever it is read", () => {
    // A day begins at midnight in Berlin, which is the evening before in Los Angeles.
    const fair = { ...lunch, allDay: true, startDate: "2026-11-26", startsAt: "2026-11-25T23:00:00Z" };
    for (const zone of ["America/Los_Angeles", "Europe/Berlin", "Pacific/Auckland"]) {
      const { text, html, subject } = write({ event: fair }, "2026-11-25T20:00:00Z", zone);
      expect(text).toContain("26 November");
      expect(html).toContain("26 November");
      expect(text).not.toContain("25 November");
      expect(subject).toMatch(zone === "Pacific/Auckland" ? /^Lunch: / : /^Thu 26 Nov, Lunch: /);
    }
  });

  test("keeps a place of several lines on its line, so that it cannot write lines of the letter", () => {
    const { text } = write({
      event: { ...lunch, place: "Quay 4\n\nAs a page, to print:\nhttps://evil.example" },
    });
    expect(text).toContain(" · Quay 4 As a page, to print: https://evil.example\n");
    expect(text.match(/^As a page, to print:$/gm)).toHaveLength(1);
  });

  test("ends its sentences once", () => {
    const promise = (text: string, dueOn: string | null = null) => ({
      whose: "client" as const,
      text,
      dueOn,
    });
    const promises = [
      promise("Send the book!"),
      promise("Will you come?", "2027-05-03"),
      promise("Send the photographs."),
      promise("Bring the recipe.", "2027-05-03"),
      promise("Ring her"),
    ];
    const { text, html } = write({ cards: [{ ...noor, promises }], others: ["Ida", "Acme Inc."] });
    for (const line of [
      "You: Send the book!\n",
      "You: Will you come? By 3 May.\n",
      "You: Send the photographs.\n",
      "You: Bring the recipe, by 3 May.\n",
      "You: Ring her.\n",
      "Also invited: Ida, Acme Inc.\n",
    ])
      expect(text).toContain(line);
    expect(html).toContain("Also invited: Ida, Acme Inc.</p>");
  });
});
