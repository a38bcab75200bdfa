import { describe, expect, test } from "vitest";
import { rewriteObject } from "@/lib/adapters/calendar/rewrite-object";
import { type EntryToWrite, once } from "@/lib/adapters/calendar/write-event";
import { timeIn } from "@/lib/adapters/calendar/write-time";
import { type ObjectField, objectFields } from "@/lib/domain/calendar/merge-object";

const berlin = (at: string) => timeIn("Europe/Berlin", new Date(at));
const lunch = (said: Partial<EntryToWrite> = {}): EntryToWrite => ({
  ...once(berlin("2026-12-04T11:00:00Z"), berlin("2026-12-04T12:00:00Z")),
  uid: "lunch@firsthand",
  stamp: new Date("2026-12-01T10:00:00Z"),
  sequence: 3,
  summary: "Lunch",
  location: "Room 4",
  ...said,
});
const all = new Set<ObjectField>(objectFields);
const but = (...fields: ObjectField[]) => new Set(objectFields.filter((field) => !fields.includes(field)));
const phone = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "PRODID:-//Somebody//A phone//EN",
  "X-WR-RELCALID:7",
  "BEGIN:VTIMEZONE",
  "TZID:Home",
  "X-LIC-LOCATION:Europe/Berlin",
  "BEGIN:STANDARD",
  "DTSTART:19701025T030000",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "END:STANDARD",
  "END:VTIMEZONE",
  "BEGIN:VEVENT",
  "UID:lunch@firsthand",
  "DTSTAMP:20261101T080000Z",
  "DTSTART;TZID=Home:20261204T120000",
  "DURATION:PT1H",
  "SUMMARY;LANGUAGE=en:Lu",
  " nch",
  "LOCATION:Café",
  'X-APPLE-STRUCTURED-LOCATION;X-TITLE="Café":geo:52.5,13.4',
  "X-MOOD:calm",
  "BEGIN:VALARM",
  "ACTION:DISPLAY",
  "DESCRIPTION:Go",
  "TRIGGER:-PT10M",
  "END:VALARM",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");

describe("An entry of ours that Mira’s phone has made its own", () => {
  test("changes in its place alone: her alarm, her lines and how the phone wrote the rest stay", () => {
    const text = rewriteObject(phone, [{ entry: lunch(), asSaid: but("place") }]);
    expect(text).toContain("LOCATION:Room 4\r\n");
    expect(text).not.toMatch(/Café|geo:/);
    for (const kept of [
      "X-WR-RELCALID:7",
      "TZID:Home",
      "DTSTART;TZID=Home:20261204T120000",
      "DURATION:PT1H",
      "SUMMARY;LANGUAGE=en:Lunch",
      "X-MOOD:calm",
      "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Go\r\nTRIGGER:-PT10M\r\nEND:VALARM",
    ])
      expect(text).toContain(kept);
    expect(text).toMatch(/SEQUENCE:3\r\n/);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });

  test("moves on our clock, with the rules of that zone beside the phone’s own", () => {
    const later = once(berlin("2026-12-04T14:00:00Z"), berlin("2026-12-04T15:00:00Z"));
    const text = rewriteObject(phone, [{ entry: lunch(later), asSaid: but("when") }]);
    expect(text).toContain("DTSTART;TZID=Europe/Berlin:20261204T150000");
    expect(text).toContain("TZID:Europe/Berlin");
    expect(text).not.toMatch(/DURATION:PT1H|TZID=Home/);
  });

  test("loses the one time that is no longer different, and keeps its series", () => {
    const recurrenceId = berlin("2026-12-11T11:00:00Z");
    const series = { entry: lunch({ rules: ["FREQ=WEEKLY"] }), asSaid: new Set<ObjectField>() };
    const other = {
      entry: lunch({ recurrenceId, summary: "Long lunch" }),
      asSaid: new Set<ObjectField>(),
    };
    const both = rewriteObject("", [series, other]);
    expect(both.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    const left = rewriteObject(both, [{ ...series, asSaid: all }]);
    expect(left.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(left).toMatch(/RRULE:FREQ=WEEKLY/);
    expect(left).not.toMatch(/RECURRENCE-ID|Long lunch/);
  });
});
