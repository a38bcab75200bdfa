import { describe, expect, test } from "vitest";
import { expandOccurrences } from "@/lib/adapters/calendar/expand-occurrences";
import { readCalendar } from "@/lib/adapters/calendar/read-calendar";

const read = (text: string) => readCalendar(new TextEncoder().encode(text));
const event = (...lines: string[]) => `BEGIN:VEVENT\r\n${lines.join("\r\n")}\r\nEND:VEVENT\r\n`;
const YEAR = { from: "2024-01-01", to: "2024-12-31", zone: "Europe/Berlin" };

/** Start and end of everything that happens in 2024, looked at from Berlin. */
function happens(text: string, window = YEAR): string[] {
  return expandOccurrences(read(text).events, window).occurrences.map((one) => `${one.start} ${one.end}`);
}

describe("when a meeting is", () => {
  test.each([
    ["in UTC", "DTSTART:20240701T090000Z", "2024-07-01T09:00:00Z"],
    ["in a zone", "DTSTART;TZID=Asia/Tokyo:20240701T090000", "2024-07-01T09:00:00+09:00"],
    ["in a Windows zone", "DTSTART;TZID=Pacific Standard Time:20240701T090000", "2024-07-01T09:00:00-07:00"],
    ["in a zone of Exchange's", "DTSTART;TZID=tzone://Microsoft/Utc:20240701T090000", "2024-07-01T09:00:00Z"],
    ["in the same, quoted", 'DTSTART;TZID="tzone://Microsoft/Utc":20240701T090000', "2024-07-01T09:00:00Z"],
    [
      "in one that it names after a place",
      "DTSTART;TZID=tzone://Microsoft/Olson/Europe/Paris;X-A=b:20240701T090000",
      "2024-07-01T09:00:00+02:00",
    ],
    [
      "in a zone called by an old list of cities",
      'DTSTART;TZID="(GMT-05.00) Bogota/Lima/Quito":20240701T090000',
      "2024-07-01T09:00:00-05:00",
    ],
    [
      "in one with its distance and a word",
      'DTSTART;TZID="(UTC+05:00) Our office":20240701T090000',
      "2024-07-01T09:00:00+05:00",
    ],
    ["on the wall", "DTSTART:20240701T090000", "2024-07-01T09:00:00+02:00"],
    ["in a zone nobody knows", "DTSTART;TZID=Mars:20240701T090000", "2024-07-01T09:00:00+02:00"],
    ["with an offset", "DTSTART:20240701T090000+0200", "2024-07-01T07:00:00Z"],
    ["with dashes", "DTSTART:2024-07-01T09:00:00Z", "2024-07-01T09:00:00Z"],
    ["with a stray semicolon", "DTSTART;;VALUE=DATE-TIME:20240701T090000Z", "2024-07-01T09:00:00Z"],
    ["without seconds", "DTSTART:20240701T0900Z", "2024-07-01T09:00:00Z"],
    ["in a gap of the clock", "DTSTART;TZID=Europe/Berlin:20240331T023000", "2024-03-31T03:30:00+02:00"],
    ["twice on the clock", "DTSTART;TZID=Europe/Berlin:20241027T023000", "2024-10-27T02:30:00+02:00"],
  ])("%s", (_, line, start) => expect(happens(event(line))).toEqual([`${start} ${start}`]));

  test.each([
    ["one day", ["DTSTART;VALUE=DATE:20240701"], "2024-07-01 2024-07-02"],
    ["one day that ends as it starts", ["DTSTART:20240701", "DTEND:20240701"], "2024-07-01 2024-07-02"],
    ["three days", ["DTSTART;VALUE=DATE:20240701", "DURATION:P3D"], "2024-07-01 2024-07-04"],
    ["an hour", ["DTSTART:20240701T090000Z", "DURATION:PT1H"], "2024-07-01T09:00:00Z 2024-07-01T10:00:00Z"],
    [
      "a day by the calendar",
      ["DTSTART;TZID=Europe/Berlin:20240330T120000", "DURATION:P1D"],
      "2024-03-30T12:00:00+01:00 2024-03-31T12:00:00+02:00",
    ],
    [
      "no time, for it ends before it starts",
      ["DTSTART:20240701T090000Z", "DTEND:20240701T080000Z"],
      "2024-07-01T09:00:00Z 2024-07-01T09:00:00Z",
    ],
    [
      "no time, for nobody lives that long",
      ["DTSTART:20240701T090000Z", "DURATION:P99999999W"],
      "2024-07-01T09:00:00Z 2024-07-01T09:00:00Z",
    ],
  ])("lasts %s", (_, lines, span) => expect(happens(event(...lines))).toEqual([span]));

  test("by rules that only the file knows", () => {
    const zone =
      "BEGIN:VTIMEZONE\nTZID:Ours\nBEGIN:STANDARD\nDTSTART:20240101T000000\nTZOFFSETFROM:+1000\nTZOFFSETTO:+1200\nEND:STANDARD\n" +
      "BEGIN:DAYLIGHT\nDTSTART:20240505T080000\nTZOFFSETFROM:+1200\nTZOFFSETTO:+1000\nEND:DAYLIGHT\nEND:VTIMEZONE\n";
    const weekly = event("DTSTART;TZID=Ours:20240428T070001", "RRULE:FREQ=WEEKLY;COUNT=3");
    expect(happens(weekly + zone).map((text) => text.slice(0, 25))).toEqual([
      "2024-04-28T07:00:01+12:00",
      "2024-05-05T07:00:01+12:00",
      "2024-05-12T07:00:01+10:00",
    ]);
  });
});

describe("a series", () => {
  const weekly = [
    "UID:a",
    "DTSTART;TZID=Europe/Berlin:20240304T090000",
    "DTEND;TZID=Europe/Berlin:20240304T100000",
    "RRULE:FREQ=WEEKLY;COUNT=5",
  ];
  const days = (text: string) => happens(text).map((one) => one.slice(0, 16));

  test("stays at nine through the change of the clock", () => {
    expect(happens(event(...weekly)).slice(3)).toEqual([
      "2024-03-25T09:00:00+01:00 2024-03-25T10:00:00+01:00",
      "2024-04-01T09:00:00+02:00 2024-04-01T10:00:00+02:00",
    ]);
  });

  test.each([
    ["every hour", ["RRULE:FREQ=HOURLY;UNTIL=20240331T020000Z"], ["00", "01", "03", "04"]],
    ["at these hours", ["RRULE:FREQ=DAILY;BYHOUR=0,2,3;UNTIL=20240331T010000Z"], ["00", "03"]],
    ["on two dates more", ["RDATE;TZID=Europe/Berlin:20240331T020000,20240331T030000"], ["00", "03"]],
  ])("happens once where the clocks skip an hour and two of its times are one: %s", (_, lines, hours) => {
    const start = "DTSTART;TZID=Europe/Berlin:20240331T000000";
    expect(days(event(start, ...lines))).toEqual(hours.map((hour) => `2024-03-31T${hour}:00`));
  });

  test.each([
    ["the same clock", "EXDATE;TZID=Europe/Berlin:20240311T090000"],
    ["UTC", "EXDATE:20240311T080000Z"],
    ["another clock", "EXDATE;TZID=America/New_York:20240311T040000"],
    ["the day alone", "EXDATE;VALUE=DATE:20240311"],
    ["an empty one beside it", "EXDATE:,20240311T090000"],
  ])("leaves out what EXDATE names by %s", (_, exdate) => {
    expect(days(event(...weekly, exdate))).not.toContain("2024-03-11T09:00");
    expect(days(event(...weekly, exdate))).toHaveLength(4);
  });

  test("adds RDATE, with a length of its own when it is a period", () => {
    const found = happens(event(...weekly, "RDATE;VALUE=PERIOD;TZID=Europe/Berlin:20240305T120000/PT3H"));
    expect(found).toContain("2024-03-05T12:00:00+01:00 2024-03-05T15:00:00+01:00");
    expect(found).toHaveLength(6);
  });

  test("lets one entry take the place of one occurrence", () => {
    const moved = event(
      "UID:a",
      "RECURRENCE-ID:20240311T080000Z",
      "DTSTART;TZID=Europe/Berlin:20240312T150000",
    );
    expect(days(event(...weekly) + moved)).toEqual([
      "2024-03-04T09:00",
      "2024-03-12T15:00",
      "2024-03-18T09:00",
      "2024-03-25T09:00",
      "2024-04-01T09:00",
    ]);
  });

  test("lets one entry take the place of all that follow", () => {
    const moved = event(
      "UID:a",
      "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20240318T090000",
      "DTSTART;TZID=Europe/Berlin:20240319T110000",
      "SUMMARY:New",
    );
    expect(days(event(...weekly) + moved)).toEqual([
      "2024-03-04T09:00",
      "2024-03-11T09:00",
      "2024-03-19T11:00",
      "2024-03-26T11:00",
      "2024-04-02T11:00",
    ]);
  });

  test.each([
    ["UTC", "FREQ=WEEKLY;UNTIL=20240311T080000Z", 2],
    ["UTC, a second early", "FREQ=WEEKLY;UNTIL=20240311T075959Z", 1],
    ["the wall", "FREQ=WEEKLY;UNTIL=20240311T090000", 2],
  ])("ends when UNTIL says so in %s", (_, rule, count) => {
    expect(happens(event(...weekly.slice(0, 3), `RRULE:${rule}`))).toHaveLength(count);
  });

  test("of whole days ends with a whole day, whatever the time beside it", () => {
    expect(
      happens(event("DTSTART;VALUE=DATE:20240303", "RRULE:FREQ=DAILY;UNTIL=20240305T235959Z")),
    ).toHaveLength(3);
  });

  test("whose rule cannot be read keeps its first date and says why", () => {
    const { events } = read(event("DTSTART:20240101T100000Z", "RRULE:FREQ=SOMETIMES"));
    expect(events[0]).toMatchObject({
      rules: [],
      notes: [expect.stringContaining("Only its first date is kept")],
    });
  });

  test("of birthdays on 29 February happens in leap years", () => {
    const window = { from: "2023-01-01", to: "2029-12-31", zone: "UTC" };
    const found = happens(event("DTSTART;VALUE=DATE:19960229", "RRULE:FREQ=YEARLY"), window);
    expect(found).toEqual(["2024-02-29 2024-03-01", "2028-02-29 2028-03-01"]);
  });
});

describe("whole days that Exchange writes as midnights", () => {
  const ALL_DAY = "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE";
  const midnight = (name: string, day: string, zone = "Pacific Standard Time") =>
    `${name};TZID=${zone}:${day}T000000`;

  test("are the organiser's days, wherever one looks from", () => {
    const day = event(midnight("DTSTART", "20240701"), midnight("DTEND", "20240702"), ALL_DAY);
    for (const zone of ["Europe/Berlin", "Pacific/Honolulu", "Asia/Kathmandu"])
      expect(happens(day, { ...YEAR, zone })).toEqual(["2024-07-01 2024-07-02"]);
  });

  test("end with their rule, leave out what is left out, and are moved by their name", () => {
    const zone = "W. Europe Standard Time";
    const series = event(
      "UID:a",
      midnight("DTSTART", "20240701", zone),
      midnight("DTEND", "20240702", zone),
      "RRULE:FREQ=DAILY;UNTIL=20240704T220000Z",
      "EXDATE:20240701T220000Z",
      ALL_DAY,
    );
    const moved = event(
      "UID:a",
      midnight("RECURRENCE-ID", "20240704", zone),
      midnight("DTSTART", "20240710", zone),
      midnight("DTEND", "20240712", zone),
      ALL_DAY,
    );
    expect(happens(series + moved)).toEqual([
      "2024-07-01 2024-07-02",
      "2024-07-03 2024-07-04",
      "2024-07-05 2024-07-06",
      "2024-07-10 2024-07-12",
    ]);
    expect(read(moved).events[0]?.recurrenceId).toMatchObject({
      kind: "zoned",
      local: "2024-07-04T00:00:00",
    });
  });

  test("are times where they are no midnights, or nobody says that they are days", () => {
    const hour = ["DTSTART;TZID=Asia/Tokyo:20240701T090000", "DTEND;TZID=Asia/Tokyo:20240701T100000"];
    expect(read(event(...hour, ALL_DAY)).events[0]?.start.kind).toBe("zoned");
    expect(read(event(midnight("DTSTART", "20240701"))).events[0]?.start.kind).toBe("zoned");
  });
});

describe("a calendar that is not quite one", () => {
  test.each([
    [
      "a line without a colon",
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240101\nX\nSUMMARY:A\nEND:VEVENT\nEND:VCALENDAR\n",
    ],
    ["no end", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240101\nSUMMARY:A\n"],
    ["a wrong end", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240101\nSUMMARY:A\nEND:VCALENDARD\n"],
    [
      "names folded apart",
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART\r\n\r\n ;VALUE=DATE\r\n :20240101\r\nSUMMARY\r\n :A\r\nEND:VEVENT\r\n",
    ],
    [
      "an unknown block around it",
      "BEGIN:OTHER\nBEGIN:VEVENT\nDTSTART:20240101\nSUMMARY:A\nEND:VEVENT\nEND:OTHER\n",
    ],
    [
      "jCal",
      '["vcalendar",[],[["vevent",[["dtstart",{},"date","2024-01-01"],["summary",{},"text","A"]],[]]]]',
    ],
    [
      "vCalendar 1.0",
      "BEGIN:VCALENDAR\nVERSION:1.0\nBEGIN:VEVENT\nDTSTART:20240101T000000\nSUMMARY;ENCODING=QUOTED-PRINTABLE:=41\nEND:VEVENT\nEND:VCALENDAR\n",
    ],
  ])("with %s still gives its event", (_, text) => {
    expect(read(text).events.map((one) => one.summary)).toEqual(["A"]);
  });

  test("in JSON has periods of two ends, or of one and a length", () => {
    const properties = [
      ["dtstart", {}, "date-time", "2024-01-01T09:00:00Z"],
      [
        "rdate",
        {},
        "period",
        ["2024-01-02T09:00:00Z", "2024-01-02T11:00:00Z"],
        ["2024-01-03T09:00:00Z", "PT3H"],
      ],
    ];
    const calendar = JSON.stringify(["vcalendar", [], [["vevent", properties, []]]]);
    expect(happens(calendar).slice(1)).toEqual([
      "2024-01-02T09:00:00Z 2024-01-02T11:00:00Z",
      "2024-01-03T09:00:00Z 2024-01-03T12:00:00Z",
    ]);
  });

  test("repeats by the grammar of vCalendar 1.0", () => {
    const rules = ["D1 #5", "W2 MO WE #0", "MP1 1+ MO #3", "MD1 15 LD #4", "YM1 6 #2"].map((rule) => {
      const { events } = read(event("DTSTART:20240101T090000", `RRULE:${rule}`));
      return events[0]?.rules[0];
    });
    expect(rules).toEqual([
      "FREQ=DAILY;COUNT=5",
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE",
      "FREQ=MONTHLY;COUNT=3;BYDAY=1MO",
      "FREQ=MONTHLY;COUNT=4;BYMONTHDAY=-1,15",
      "FREQ=YEARLY;COUNT=2;BYMONTH=6",
    ]);
  });

  test("skips what is no event of a day, with the reason", () => {
    const { events, skipped } = read(
      `${event("SUMMARY:When?")}${event("DTSTART:soon")}BEGIN:VFREEBUSY\nEND:VFREEBUSY\n${event("DTSTART:20240101", "SUMMARY:A")}`,
    );
    expect(events.map((one) => one.summary)).toEqual(["A"]);
    expect(skipped.map((one) => one.why)).toEqual([
      "It does not say when it is.",
      "Its start cannot be read: soon",
      "It only says when somebody is busy.",
    ]);
  });
});

test("an invitation keeps who asks, who is asked and what they said", () => {
  const { events, method } = read(
    `BEGIN:VCALENDAR\nMETHOD:REQUEST\n${event("UID:__proto__", "DTSTART:20240101T090000Z", 'ORGANIZER;CN="Ana, the boss":MAILTO:ana@example.com', "ATTENDEE;CN=Bob;PARTSTAT=ACCEPTED;RSVP=TRUE:mailto:bob@example.com", "CLASS:CONFIDENTIAL", "SEQUENCE:2", "CONFERENCE;VALUE=URI:https://meet.example.com/1")}END:VCALENDAR`,
  );
  expect(method).toBe("REQUEST");
  expect(events[0]).toMatchObject({
    uid: "__proto__",
    sequence: 2,
    privateFlag: true,
    organizer: { name: "Ana, the boss", email: "ana@example.com" },
    attendees: [{ name: "Bob", email: "bob@example.com", status: "accepted", rsvp: true }],
    conferences: ["https://meet.example.com/1"],
  });
});
