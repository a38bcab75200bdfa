import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { buildWorker } from "../../../scripts/build-worker.mjs";

const root = join(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "firsthand-inspect-"));

const CARD =
  "BEGIN:VCARD\nVERSION:4.0\nFN:Ana\nN:Pérez;Ana;;;\nBDAY:--0415\nTEL;VALUE=uri:tel:+1-555;ext=7\nEMAIL:a@b.c\nADR:;;Main St;Bonn;;53111;\nEND:VCARD\n";
const EVENTS =
  "BEGIN:VCALENDAR\nX-WR-CALNAME:Ours\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=Europe/Berlin:20240330T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY\nSUMMARY:Walk\nEND:VEVENT\n" +
  "BEGIN:VEVENT\nUID:2\nSUMMARY:Some day\nEND:VEVENT\nBEGIN:VTODO\nUID:3\nDUE:20240501\nEND:VTODO\nEND:VCALENDAR\n";

const GUESTS =
  "ATTENDEE;PARTSTAT=ACCEPTED:mailto:noor@haddad.test\nATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:Mira@holt.test\nATTENDEE:mailto:elin@haddad.test\n" +
  "ATTENDEE;PARTSTAT=TENTATIVE:mailto:tomas@lind.test\n";
const entry = (uid: string, more: string) =>
  `BEGIN:VEVENT\nUID:${uid}\nDTSTART:20240330T090000Z\n${more}${GUESTS}END:VEVENT\n`;
const NOOR = "ORGANIZER:mailto:noor@haddad.test\n";
const ASKED = `BEGIN:VCALENDAR\nMETHOD:PUBLISH\n${entry("open", NOOR)}${entry("off", `${NOOR}STATUS:CANCELLED\n`)}${entry("nobody's", "")}END:VCALENDAR\n`;

function inspect(...args: string[]) {
  const done = spawnSync(process.execPath, [join(root, "scripts/inspect.mjs"), ...args], {
    cwd: folder,
    env: { ...process.env, INIT_CWD: folder },
    encoding: "utf8",
  });
  return { status: done.status, stderr: done.stderr, document: done.stdout ? JSON.parse(done.stdout) : null };
}

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
beforeAll(async () => {
  await buildWorker();
  writeFileSync(join(folder, "friends.txt"), CARD);
  writeFileSync(join(folder, "ours.vcf"), EVENTS);
  writeFileSync(join(folder, "asked.ics"), ASKED);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("someone who looks before importing", () => {
  test("sees a friend in plain keys, whatever the file is called", () => {
    const { status, document } = inspect("friends.txt");
    expect(status).toBe(0);
    expect(document.files[0]).toMatchObject({
      file: "friends.txt",
      kind: "vcard",
      events: [],
      skipped: [],
      notes: [],
    });
    expect(document.files[0].people[0]).toMatchObject({
      name: "Ana",
      givenName: "Ana",
      familyName: "Pérez",
      emails: ["a@b.c"],
      phones: ["+1-555 ext. 7"],
      birthday: "--04-15",
      birthdayRaw: "--0415",
      addresses: [{ street: "Main St", locality: "Bonn", postalCode: "53111", text: "Main St\n53111 Bonn" }],
    });
  });

  test("sees whom an entry still asks for an answer, though nobody knows yet whose desk it is", () => {
    const { document } = inspect("asked.ics");
    expect(
      document.files[0].events.map((one: { uid: string; asks: string[] }) => [one.uid, one.asks]),
    ).toEqual([
      ["open", ["mira@holt.test", "elin@haddad.test"]],
      ["off", []],
      ["nobody's", []],
    ]);
  });

  test("sees what happens in the window, both its days included, in the event's own zone", () => {
    const { document } = inspect("ours.vcf", "--from", "2024-03-30", "--to=2024-03-31", "--zone", "UTC");
    const [file] = document.files;
    expect(file).toMatchObject({
      kind: "icalendar",
      calendarName: "Ours",
      todos: [{ uid: "3", due: "2024-05-01" }],
    });
    expect(file.events[0]).toMatchObject({
      uid: "1",
      imported: true,
      timeZone: "Europe/Berlin",
      rules: ["FREQ=DAILY"],
    });
    expect(
      file.events[0].occurrences.map((one: { start: string; startUtc: string }) => [one.start, one.startUtc]),
    ).toEqual([
      ["2024-03-30T09:00:00+01:00", "2024-03-30T08:00:00Z"],
      ["2024-03-31T09:00:00+02:00", "2024-03-31T07:00:00Z"],
    ]);
    expect(file.events[1]).toMatchObject({ uid: "2", imported: false, start: null, occurrences: [] });
    expect(file.skipped).toEqual([
      { where: 'line 10, VEVENT "Some day"', why: "It does not say when it is." },
    ]);
  });

  test.each([
    [[], "Which files?"],
    [["nowhere.vcf"], "nowhere.vcf cannot be opened."],
    [["."], ". cannot be opened."],
    [["friends.txt", "--zone", "Mars"], 'There is no time zone "Mars".'],
    [["friends.txt", "--from", "soon"], "--from is not a day."],
    [["friends.txt", "--from", "2024-02-01", "--to", "2024-01-01"], "--to is before --from."],
    [["friends.txt", "--all"], "There is no option --all."],
  ])("asked with %j, is told in a sentence what is wrong", (args, sentence) => {
    const { status, stderr } = inspect(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
  });
});
