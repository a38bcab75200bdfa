import fc from "fast-check";
import { expect, test } from "vitest";
import { guessKind, readShared, titleOfCapture } from "@/lib/domain/capture/captured";
import { isAddress } from "@/lib/domain/capture/find-address";
import { naughtyStrings } from "../../support/naughty-strings";
import { quickest } from "../../support/quickest";

const titleOf = (shared: Parameters<typeof readShared>[0], person: string | null = null) => {
  const captured = readShared(shared);
  return titleOfCapture(captured, guessKind(captured, person !== null), person);
};

test.each([
  ["(12) Noor Haddad | LinkedIn", "Noor Haddad"],
  ["(99+) Boats - YouTube", "Boats"],
  ["An evening at the lake - ana@desk.invalid - Gmail", "An evening at the lake"],
  ["Tomas on X: “The boat floats” / X", "Tomas on X: “The boat floats”"],
  ["  Two\n  lines\tof   title ", "Two lines of title"],
  ["A – B | C", "A – B | C"],
  ["LinkedIn", "LinkedIn"],
  ["👩‍👩‍👧‍👦 Family day", "👩‍👩‍👧‍👦 Family day"],
  ["دعوة إلى العشاء | Facebook", "دعوة إلى العشاء"],
  ["\u202eevil\u202c title\u200b", "evil title"],
])("The title of a page is cleaned for a task: %j", (title, cleaned) => {
  expect(readShared({ title, url: "https://pages.invalid/1" }).title).toBe(cleaned);
});

test("A phone that puts the address behind the words is understood", () => {
  const captured = readShared({ title: "A talk", text: "Come to this: https://lu.ma/talk?utm_source=x" });

  expect(captured).toMatchObject({
    title: "A talk",
    text: "Come to this",
    url: "https://lu.ma/talk?utm_source=x",
  });
});

test("A phone that puts title and address into the text says nothing twice", () => {
  const captured = readShared({ title: "A talk", text: "A talk https://lu.ma/talk" });

  expect(captured).toMatchObject({ title: "A talk", text: "", url: "https://lu.ma/talk" });
});

test("An address in the middle of a message leaves the message whole", () => {
  const text = "I wrote it down (https://pages.invalid/a_(b)), and more.";

  expect(readShared({ text })).toMatchObject({ text, url: "https://pages.invalid/a_(b)" });
});

test("Of several addresses the one at the end is where it is from; otherwise the first", () => {
  expect(readShared({ text: "https://a.invalid/1 and https://b.invalid/2" }).url).toBe("https://b.invalid/2");
  expect(readShared({ text: "https://a.invalid/1 or https://b.invalid/2 then" }).url).toBe(
    "https://a.invalid/1",
  );
});

test("What an address carries is left alone", () => {
  const url = "https://pages.invalid/a?utm_source=x&fbclid=y#part";

  expect(readShared({ url }).url).toBe(url);
});

test.each([
  "javascript:alert(1)",
  "data:text/html,x",
  "file:///etc/passwd",
  "https://",
  "nonsense",
  `https://a.invalid/${"x".repeat(2000)}`,
])("An address that leads nowhere good is none: %s", (url) => {
  expect(isAddress(url)).toBe(false);
  expect(readShared({ title: "A page", url }).url).toBeNull();
});

test("A page that is only named after its service is called after the person, or its first words", () => {
  const url = "https://www.linkedin.com/messaging/thread/1";

  expect(titleOf({ title: "Messaging | LinkedIn", text: "Are you well?", url }, "Noor Haddad")).toBe(
    "Reply to Noor Haddad",
  );
  expect(titleOf({ title: "Messaging | LinkedIn", text: "Are you well?\nN.", url })).toBe("Are you well?");
});

test("A page’s own words decide no kind; what somebody typed does", () => {
  const kindOf = (shared: Parameters<typeof readShared>[0]) => guessKind(readShared(shared), false);

  expect(kindOf({ title: "Birthday cakes", url: "https://pages.invalid/1" })).toBe("other");
  expect(kindOf({ title: "Invitation to tender", text: "Invite us" })).toBe("personal-reply");
  expect(kindOf({ title: "invite Lakeside dinner" })).toBe("event-invite");
  expect(kindOf({ title: "A dinner", url: "https://www.facebook.com/events/123" })).toBe("event-invite");
  expect(kindOf({ title: "Requests", url: "https://www.linkedin.com/mynetwork/invitation-manager/" })).toBe(
    "follow-request",
  );
});

test("A huge text is kept whole, and gives a short title that cuts no letter apart", () => {
  const text = "👩‍👩‍👧‍👦".repeat(4000);

  const title = titleOf({ text });

  expect(readShared({ text }).text).toBe(text);
  expect(title.length).toBeLessThanOrEqual(160);
  expect(title).toMatch(/^(👩‍👩‍👧‍👦)+…$/u);
});

test.each(naughtyStrings())("Whatever is shared has a title that a task can have: %#", (text) => {
  const title = titleOf({ title: text, text });

  expect(title.length).toBeLessThanOrEqual(500);
  expect(title).toBe(title.trim());
});

test("Reading takes no longer than the text is long, whatever stands in it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("(", ")", ".", "https://a", " - ", "\n", "@", "'", " | "),
      fc.integer({ min: 1, max: 9000 }),
      async (piece, times) => {
        const shared = {
          title: piece.repeat(times).slice(0, 2000),
          text: `https://a.invalid/${piece.repeat(times)}`,
        };
        return (await quickest(300, () => titleOf(shared))) < 300;
      },
    ),
    { numRuns: 60 },
  );
});
