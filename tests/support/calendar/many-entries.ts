/** Zones with and without summer time, on both sides of the equator, with quarters of an hour and with rules of their own. */
export const TWELVE_ZONES = [
  "Europe/Berlin",
  "Europe/London",
  "Europe/Dublin",
  "America/New_York",
  "America/St_Johns",
  "America/Santiago",
  "Africa/Casablanca",
  "Asia/Jerusalem",
  "Asia/Kathmandu",
  "Asia/Tokyo",
  "Australia/Lord_Howe",
  "Pacific/Auckland",
];

type Lines = string[];

function calendar(...entries: Lines[]): string {
  const lines = entries.flatMap((entry, n) => [
    "BEGIN:VEVENT",
    ...(entry.some((line) => line.startsWith("UID")) ? [] : [`UID:entry-${n}@example.org`]),
    ...entry,
    "END:VEVENT",
  ]);
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Example//EN",
    ...OWN_ZONE,
    ...lines,
    "END:VCALENDAR",
    "",
  ].join("\r\n");
}

/** Every Monday and Thursday at hours that the clock leaves out or shows twice, and whole days. */
export function weeklyIn(zone: string): string {
  const hours = ["0030", "0130", "0230", "0330", "1200"];
  return calendar(
    ...hours.map((hour) => [
      `SUMMARY:At ${hour}`,
      `DTSTART;TZID=${zone}:20260301T${hour}00`,
      `DTEND;TZID=${zone}:20260301T${hour.slice(0, 2)}4500`,
      "RRULE:FREQ=WEEKLY;BYDAY=SU",
    ]),
    [
      "SUMMARY:A day",
      "DTSTART;VALUE=DATE:20260302",
      "DTEND;VALUE=DATE:20260304",
      "RRULE:FREQ=MONTHLY;BYDAY=-1SU",
    ],
    [
      "SUMMARY:Elsewhere",
      "DTSTART;TZID=America/New_York:20260105T090000",
      "DTEND;TZID=America/New_York:20260105T093000",
      "RRULE:FREQ=WEEKLY",
    ],
  );
}

/** A clock that no tz database has. */
const OWN_ZONE = [
  "BEGIN:VTIMEZONE",
  "TZID:Island Time",
  "BEGIN:STANDARD",
  "DTSTART:19700101T000000",
  "TZOFFSETFROM:+0217",
  "TZOFFSETTO:+0217",
  "END:STANDARD",
  "BEGIN:DAYLIGHT",
  "DTSTART:20200501T020000",
  "TZOFFSETFROM:+0217",
  "TZOFFSETTO:+0317",
  "RRULE:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1",
  "END:DAYLIGHT",
  "BEGIN:STANDARD",
  "DTSTART:20200801T030000",
  "TZOFFSETFROM:+0317",
  "TZOFFSETTO:+0217",
  "RRULE:FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=1",
  "END:STANDARD",
  "END:VTIMEZONE",
];

const series = (uid: string, ...more: Lines) => [`UID:${uid}@example.org`, `SUMMARY:${uid}`, ...more];

/** A calendar with every way of repeating that programs write, and some that they should not. Some of it is private. */
export const ENTRIES = calendar(
  ...TWELVE_ZONES.map((zone) => [
    `SUMMARY:Standing in ${zone}`,
    `DTSTART;TZID=${zone}:20260107T093000`,
    `DTEND;TZID=${zone}:20260107T101500`,
    "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE",
  ]),
  ["SUMMARY:Once", "DTSTART;TZID=Europe/Berlin:20261211T190000", "DTEND;TZID=Europe/Berlin:20261211T220000"],
  ["SUMMARY:Once\\, in UTC; with signs", "DTSTART:20270105T120000Z", "DURATION:PT90M"],
  ["SUMMARY:A moment", "DTSTART;TZID=Europe/Berlin:20261212T190000"],
  ["SUMMARY:The hour that comes twice", "DTSTART:20271031T013000Z", "DTEND:20271031T020000Z"],
  ["SUMMARY:Fair", "DTSTART;VALUE=DATE:20270310", "DTEND;VALUE=DATE:20270314"],
  ["SUMMARY:One day", "DTSTART;VALUE=DATE:20270401"],
  [
    "SUMMARY:Wherever one is",
    "DTSTART:20270402T080000",
    "DTEND:20270402T090000",
    "RRULE:FREQ=WEEKLY;COUNT=30",
  ],
  [
    "SUMMARY:Windows",
    "DTSTART;TZID=Pacific Standard Time:20270301T090000",
    "DTEND;TZID=Pacific Standard Time:20270301T100000",
    "RRULE:FREQ=MONTHLY;BYDAY=1MO",
  ],
  [
    "SUMMARY:On the island",
    "DTSTART;TZID=Island Time:20270104T100000",
    "DTEND;TZID=Island Time:20270104T110000",
    "RRULE:FREQ=WEEKLY",
  ],
  [
    "SUMMARY:Last Friday",
    "DTSTART;TZID=Europe/Berlin:20260130T160000",
    "DTEND;TZID=Europe/Berlin:20260130T170000",
    "RRULE:FREQ=MONTHLY;BYDAY=-1FR",
  ],
  [
    "SUMMARY:Begins before its rule",
    "DTSTART;TZID=Europe/Berlin:20261202T110000",
    "DTEND;TZID=Europe/Berlin:20261202T120000",
    "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=20",
  ],
  [
    "SUMMARY:Until a day",
    "DTSTART;TZID=Europe/Berlin:20261201T080000",
    "DTEND;TZID=Europe/Berlin:20261201T083000",
    "RRULE:FREQ=DAILY;UNTIL=20270115",
  ],
  [
    "SUMMARY:Until a wall",
    "DTSTART;TZID=America/New_York:20261201T220000",
    "DTEND;TZID=America/New_York:20261201T223000",
    "RRULE:FREQ=DAILY;UNTIL=20270110T220000",
  ],
  ["SUMMARY:29 February", "DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY"],
  [
    "SUMMARY:Two rules",
    "DTSTART;TZID=Europe/Berlin:20270104T070000",
    "DTEND;TZID=Europe/Berlin:20270104T073000",
    "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=10",
    "RRULE:FREQ=MONTHLY;BYMONTHDAY=15;COUNT=10",
  ],
  [
    "SUMMARY:Dates alone",
    "DTSTART;TZID=Europe/Berlin:20270201T070000",
    "DTEND;TZID=Europe/Berlin:20270201T073000",
    "RDATE;TZID=Europe/Berlin:20270203T070000,20270803T090000",
  ],
  [
    "SUMMARY:Dates beside",
    "DTSTART;TZID=Europe/Berlin:20270201T060000",
    "DTEND;TZID=Europe/Berlin:20270201T063000",
    "RRULE:FREQ=WEEKLY;COUNT=5",
    "RDATE:20270705T040000Z",
  ],
  series(
    "Holes",
    "DTSTART;TZID=Europe/Berlin:20261005T090000",
    "DTEND;TZID=Europe/Berlin:20261005T100000",
    "RRULE:FREQ=WEEKLY",
    "EXDATE;TZID=Europe/Berlin:20261012T090000,20261221T090000",
    "EXDATE:20270104T080000Z",
    "EXDATE;TZID=Europe/Berlin:20261013T090000",
  ),
  series(
    "Moved",
    "DTSTART;TZID=Europe/Berlin:20261006T140000",
    "DTEND;TZID=Europe/Berlin:20261006T150000",
    "RRULE:FREQ=WEEKLY",
  ),
  series(
    "Moved",
    "RECURRENCE-ID;TZID=Europe/Berlin:20261208T140000",
    "DTSTART;TZID=Europe/Berlin:20261209T160000",
    "DTEND;TZID=Europe/Berlin:20261209T173000",
  ),
  series(
    "Moved",
    "RECURRENCE-ID:20261215T130000Z",
    "DTSTART;TZID=America/New_York:20261216T080000",
    "DTEND;TZID=America/New_York:20261216T090000",
  ),
  series(
    "Moved",
    "RECURRENCE-ID;TZID=Europe/Berlin:20261222T140000",
    "DTSTART;TZID=Europe/Berlin:20261222T140000",
    "DTEND;TZID=Europe/Berlin:20261222T150000",
    "STATUS:CANCELLED",
  ),
  [
    ...series(
      "Moved",
      "RECURRENCE-ID;TZID=Europe/Berlin:20261229T140000",
      "DTSTART;TZID=Europe/Berlin:20261230T190000",
      "DTEND;TZID=Europe/Berlin:20261230T200000",
    ),
    "CLASS:PRIVATE",
    "DESCRIPTION:Cardamom",
  ],
  series(
    "Following",
    "DTSTART;TZID=Europe/Berlin:20261001T100000",
    "DTEND;TZID=Europe/Berlin:20261001T110000",
    "RRULE:FREQ=WEEKLY",
  ),
  series(
    "Following",
    "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20270107T100000",
    "DTSTART;TZID=Europe/Berlin:20270107T113000",
    "DTEND;TZID=Europe/Berlin:20270107T121500",
  ),
  series("Days moved", "DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261202", "RRULE:FREQ=MONTHLY"),
  series(
    "Days moved",
    "RECURRENCE-ID;VALUE=DATE:20270201",
    "DTSTART;VALUE=DATE:20270203",
    "DTEND;VALUE=DATE:20270204",
  ),
  [
    "UID:alone@example.org",
    "SUMMARY:One of a series that is not here",
    "RECURRENCE-ID;TZID=Europe/Berlin:20261217T100000",
    "DTSTART;TZID=Europe/Berlin:20261217T103000",
    "DTEND;TZID=Europe/Berlin:20261217T110000",
  ],
  [
    "SUMMARY:Cardamom doctor",
    "DTSTART;TZID=Europe/Berlin:20261214T070000",
    "DTEND;TZID=Europe/Berlin:20261214T073000",
    "RRULE:FREQ=WEEKLY;COUNT=40",
    "CLASS:PRIVATE",
  ],
  ["SUMMARY:Cardamom leave", "DTSTART;VALUE=DATE:20270510", "DTEND;VALUE=DATE:20270512", "CLASS:PRIVATE"],
);
