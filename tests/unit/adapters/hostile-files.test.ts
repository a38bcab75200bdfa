import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readFileSafely, stopReader } from "@/lib/adapters/reader-worker/read-file-safely";
import { buildWorker } from "../../../scripts/build-worker.mjs";

const MB = 1024 * 1024;
const WINDOW = { from: "2024-01-01", to: "2024-12-31", zone: "UTC" };
const workerPath = join(import.meta.dirname, "../../../dist/reader-worker.mjs");

const card = (text: string) => `BEGIN:VCARD\nVERSION:2.1\nFN:A\n${text}\nEND:VCARD\n`;
const event = (text: string) => `BEGIN:VEVENT\nUID:a\nDTSTART:20240101T090000Z\n${text}\nEND:VEVENT\n`;

/** Counts decide here, not the clock: a busy machine must give the same answers. */
const timeoutMs = 60_000;

async function look(text: string | Uint8Array) {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const read = await readFileSafely({ kind: "inspect", fileName: "x", window: WINDOW }, bytes, {
    workerPath,
    timeoutMs,
  });
  if (!read.ok) return { refused: read.refusal };
  return { file: JSON.parse(new TextDecoder().decode(read.value)) };
}

vi.setConfig({ testTimeout: 2 * timeoutMs, hookTimeout: 2 * timeoutMs });
beforeAll(buildWorker);
afterAll(stopReader);

describe("a stranger's file that is answered", () => {
  test.each([
    ["20 MB in one line", card(`NOTE:${"a".repeat(20 * MB)}`)],
    ["5 MB of backslashes", card(`NOTE:${"\\".repeat(5 * MB)}`)],
    ["a picture of 10 MB", card(`PHOTO;ENCODING=BASE64:${"QUFB".repeat(2.5 * MB)}`)],
    ["half a million soft breaks", card(`NOTE;ENCODING=QUOTED-PRINTABLE:${"=\n".repeat(500_000)}x`)],
    ["a million semicolons", card(`ADR:${";".repeat(MB)}\nORG:${"a;".repeat(MB)}`)],
    ["9,000 parameters in each of 100 lines", card(`TEL${";TYPE=a".repeat(9_000)}:1\n`.repeat(100))],
    ["quotation marks without end", card(`TEL;X="${'"'.repeat(60_001)}:1\n`.repeat(50))],
    ["bytes that are no letters", card("NOTE:\u0000\ud800\u0000\uffff")],
  ])("with %s", async (_, text) => {
    const { file } = await look(text);
    expect(file.people[0].name).toBe("A");
  });

  test.each([
    ["every second for ever", "FREQ=SECONDLY", 10_000],
    ["every second, a billion times", "FREQ=SECONDLY;COUNT=999999999", 10_000],
    ["every minute", "FREQ=MINUTELY", 10_000],
    ["on 30 February, day by day", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", 0],
    ["on 30 February, second by second", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", 0],
    ["on the three hundredth Monday of the month", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300", 0],
    ["until the year 9999", "FREQ=DAILY;UNTIL=99991231T235959Z", 366],
  ])("with a meeting %s", async (_, rule, count) => {
    const { file } = await look(event(`RRULE:${rule}`));
    expect(file.events[0].occurrences).toHaveLength(count);
  });

  test("with 100,000 extra dates keeps the first ten thousand", async () => {
    const dates = Array.from(
      { length: 100_000 },
      (_, i) => `2024${String((i % 12) + 1).padStart(2, "0")}01T${String(i % 24).padStart(2, "0")}0000Z`,
    );
    const { file } = await look(event(`RDATE:${dates.join(",")}`));
    expect(file.events[0].rdates).toHaveLength(10_000);
  });

  test("with cards in cards in cards keeps the first few", async () => {
    const { file } = await look(
      `${"BEGIN:VCARD\nFN:A\nAGENT:\n".repeat(50_000)}${"END:VCARD\n".repeat(50_000)}`,
    );
    expect(file.people).toHaveLength(1);
  });

  test("with names of Object.prototype leaves it alone", async () => {
    await look(`${event("X-A:1\n__proto__:1\nconstructor;__proto__=1:1").replace("UID:a", "UID:__proto__")}`);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe("a stranger's file that is refused with a sentence", () => {
  test.each([
    ["a million cards", "BEGIN:VCARD\nFN:A\nEND:VCARD\n".repeat(200_000), "50,000 cards"],
    ["too many events", event("SUMMARY:A").repeat(30_000), "20,000 events"],
    ["nothing but line ends", `BEGIN:VCARD${"\n".repeat(5 * MB)}`, "600,000 lines"],
    ["folds without end", card(`NOTE:a\n${" b\n".repeat(700_000)}`), "600,000 lines"],
    ["blocks in blocks", "BEGIN:VCALENDAR\n".repeat(700_000), "600,000 lines"],
    ["5 MB of JSON", `["vcard",[${"[],".repeat(2 * MB)}[]]]`, "4 MB of JSON"],
  ])("with %s", async (_, text, what) => {
    const { refused } = await look(text);
    expect(refused).toEqual({ code: "too-much", sentence: `This file asks for more than ${what}.` });
  });

  test("larger than 32 MB", async () => {
    const { refused } = await look(new Uint8Array(33 * MB));
    expect(refused).toEqual({ code: "too-large", sentence: "This file is larger than 32 MB." });
  });

  test("that would take longer than it may, and the next file is read as ever", async () => {
    const slow = new TextEncoder().encode("BEGIN:VCARD\nFN:A\nEND:VCARD\n".repeat(40_000));
    const options = { workerPath, timeoutMs: 5 };
    const [first, second] = await Promise.all([
      readFileSafely({ kind: "cards", keepPictures: false }, slow, options),
      readFileSafely({ kind: "cards", keepPictures: false }, new TextEncoder().encode(card("TEL:1")), {
        workerPath,
        timeoutMs,
      }),
    ]);
    expect(first).toMatchObject({ ok: false, refusal: { code: "too-slow" } });
    expect(second).toMatchObject({ ok: true, value: { people: [{ name: { full: "A" } }] } });
  });
});

describe("an honest file that is only large", () => {
  test("of 20,000 friends gives every one", async () => {
    const friends = Array.from(
      { length: 20_000 },
      (_, i) =>
        `BEGIN:VCARD\r\nVERSION:3.0\r\nN:Müller${i};Ana;;;\r\nFN:Ana Müller${i}\r\nEMAIL;type=INTERNET;type=HOME;type=pref:ana${i}@example.com\r\n` +
        `TEL;type=CELL;type=VOICE:+49 151 ${i}\r\nADR;type=HOME:;;Hauptstraße ${i};Berlin;;10115;Germany\r\nBDAY:19${10 + (i % 90)}-04-15\r\n` +
        `NOTE:A note that somebody wrote about ${i}\\, with a comma\r\nitem1.X-ABDATE:2010-05-01\r\nitem1.X-ABLabel:_$!<Anniversary>!$_\r\nEND:VCARD\r\n`,
    );
    const { file, refused } = await look(friends.join(""));
    expect(refused).toBeUndefined();
    expect(file.people).toHaveLength(20_000);
    expect(file.people.every((one: { birthday: string | null }) => one.birthday?.endsWith("-04-15"))).toBe(
      true,
    );
  });

  test("of 5,000 meetings gives every one", async () => {
    const meetings = Array.from({ length: 5_000 }, (_, i) =>
      event(
        `DURATION:PT1H\nSUMMARY:Meeting ${i}\nATTENDEE;CN=Bob:mailto:bob@example.com${i % 5 === 0 ? "\nRRULE:FREQ=MONTHLY" : ""}`,
      ).replace("UID:a", `UID:${i}`),
    );
    const { file, refused } = await look(`BEGIN:VCALENDAR\n${meetings.join("")}END:VCALENDAR\n`);
    expect(refused).toBeUndefined();
    expect(file.events).toHaveLength(5_000);
    expect(file.events[0].occurrences).toHaveLength(12);
  });
});
