import { expect, test } from "vitest";
import { expandOccurrences } from "@/lib/adapters/calendar/expand-occurrences";
import { readCalendar } from "@/lib/adapters/calendar/read-calendar";

/** The examples of RFC 5545 §3.8.5.3: what, DTSTART, RRULE, how often in all (null: for ever), the first ones. */
const EXAMPLES: [string, string, string, number | null, string][] = [
  [
    "every day for ten times",
    "19970902T090000",
    "FREQ=DAILY;COUNT=10",
    10,
    "1997-09-02 1997-09-03 1997-09-04 1997-09-05 1997-09-06 1997-09-07",
  ],
  [
    "every day until Christmas Eve",
    "19970902T090000",
    "FREQ=DAILY;UNTIL=19971224T000000Z",
    113,
    "1997-09-02 1997-09-03 1997-09-04 1997-09-05 1997-09-06 1997-09-07",
  ],
  [
    "every other day for ever",
    "19970902T090000",
    "FREQ=DAILY;INTERVAL=2",
    null,
    "1997-09-02 1997-09-04 1997-09-06 1997-09-08 1997-09-10 1997-09-12",
  ],
  [
    "every ten days, five times",
    "19970902T090000",
    "FREQ=DAILY;INTERVAL=10;COUNT=5",
    5,
    "1997-09-02 1997-09-12 1997-09-22 1997-10-02 1997-10-12",
  ],
  [
    "every day in January for three years, by year",
    "19980101T090000",
    "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
    93,
    "1998-01-01 1998-01-02 1998-01-03 1998-01-04 1998-01-05 1998-01-06",
  ],
  [
    "every day in January for three years, by day",
    "19980101T090000",
    "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1",
    93,
    "1998-01-01 1998-01-02 1998-01-03 1998-01-04 1998-01-05 1998-01-06",
  ],
  [
    "weekly for ten times",
    "19970902T090000",
    "FREQ=WEEKLY;COUNT=10",
    10,
    "1997-09-02 1997-09-09 1997-09-16 1997-09-23 1997-09-30 1997-10-07",
  ],
  [
    "weekly until Christmas Eve",
    "19970902T090000",
    "FREQ=WEEKLY;UNTIL=19971224T000000Z",
    17,
    "1997-09-02 1997-09-09 1997-09-16 1997-09-23 1997-09-30 1997-10-07",
  ],
  [
    "every other week for ever, weeks from Sunday",
    "19970902T090000",
    "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
    null,
    "1997-09-02 1997-09-16 1997-09-30 1997-10-14 1997-10-28 1997-11-11",
  ],
  [
    "Tuesdays and Thursdays for five weeks, by date",
    "19970902T090000",
    "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH",
    10,
    "1997-09-02 1997-09-04 1997-09-09 1997-09-11 1997-09-16 1997-09-18",
  ],
  [
    "Tuesdays and Thursdays for five weeks, by count",
    "19970902T090000",
    "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
    10,
    "1997-09-02 1997-09-04 1997-09-09 1997-09-11 1997-09-16 1997-09-18",
  ],
  [
    "every other week on Monday, Wednesday and Friday",
    "19970901T090000",
    "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
    25,
    "1997-09-01 1997-09-03 1997-09-05 1997-09-15 1997-09-17 1997-09-19",
  ],
  [
    "every other week on Tuesday and Thursday, eight times",
    "19970902T090000",
    "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
    8,
    "1997-09-02 1997-09-04 1997-09-16 1997-09-18 1997-09-30 1997-10-02",
  ],
  [
    "first Friday of the month, ten times",
    "19970905T090000",
    "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
    10,
    "1997-09-05 1997-10-03 1997-11-07 1997-12-05 1998-01-02 1998-02-06",
  ],
  [
    "first Friday of the month until Christmas Eve",
    "19970905T090000",
    "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR",
    4,
    "1997-09-05 1997-10-03 1997-11-07 1997-12-05",
  ],
  [
    "every other month on its first and last Sunday",
    "19970907T090000",
    "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
    10,
    "1997-09-07 1997-09-28 1997-11-02 1997-11-30 1998-01-04 1998-01-25",
  ],
  [
    "second-to-last Monday of the month",
    "19970922T090000",
    "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
    6,
    "1997-09-22 1997-10-20 1997-11-17 1997-12-22 1998-01-19 1998-02-16",
  ],
  [
    "third-to-last day of the month",
    "19970928T090000",
    "FREQ=MONTHLY;BYMONTHDAY=-3",
    null,
    "1997-09-28 1997-10-29 1997-11-28 1997-12-29 1998-01-29 1998-02-26",
  ],
  [
    "second and fifteenth of the month",
    "19970902T090000",
    "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
    10,
    "1997-09-02 1997-09-15 1997-10-02 1997-10-15 1997-11-02 1997-11-15",
  ],
  [
    "first and last day of the month",
    "19970930T090000",
    "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
    10,
    "1997-09-30 1997-10-01 1997-10-31 1997-11-01 1997-11-30 1997-12-01",
  ],
  [
    "every eighteen months on the tenth to fifteenth",
    "19970910T090000",
    "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
    10,
    "1997-09-10 1997-09-11 1997-09-12 1997-09-13 1997-09-14 1997-09-15",
  ],
  [
    "every Tuesday, every other month",
    "19970902T090000",
    "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
    null,
    "1997-09-02 1997-09-09 1997-09-16 1997-09-23 1997-09-30 1997-11-04",
  ],
  [
    "yearly in June and July",
    "19970610T090000",
    "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
    10,
    "1997-06-10 1997-07-10 1998-06-10 1998-07-10 1999-06-10 1999-07-10",
  ],
  [
    "every other year in January, February and March",
    "19970310T090000",
    "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
    10,
    "1997-03-10 1999-01-10 1999-02-10 1999-03-10 2001-01-10 2001-02-10",
  ],
  [
    "every third year on day 1, 100 and 200",
    "19970101T090000",
    "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
    10,
    "1997-01-01 1997-04-10 1997-07-19 2000-01-01 2000-04-09 2000-07-18",
  ],
  [
    "twentieth Monday of the year",
    "19970519T090000",
    "FREQ=YEARLY;BYDAY=20MO",
    null,
    "1997-05-19 1998-05-18 1999-05-17 2000-05-15 2001-05-14 2002-05-20",
  ],
  [
    "Monday of week 20",
    "19970512T090000",
    "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
    null,
    "1997-05-12 1998-05-11 1999-05-17 2000-05-15 2001-05-14 2002-05-13",
  ],
  [
    "every Thursday in March",
    "19970313T090000",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
    null,
    "1997-03-13 1997-03-20 1997-03-27 1998-03-05 1998-03-12 1998-03-19",
  ],
  [
    "every Thursday in summer",
    "19970605T090000",
    "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
    null,
    "1997-06-05 1997-06-12 1997-06-19 1997-06-26 1997-07-03 1997-07-10",
  ],
  [
    "every Friday the thirteenth",
    "19970902T090000",
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    null,
    "1998-02-13 1998-03-13 1998-11-13 1999-08-13 2000-10-13 2001-04-13",
  ],
  [
    "first Saturday after the first Sunday",
    "19970913T090000",
    "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
    null,
    "1997-09-13 1997-10-11 1997-11-08 1997-12-13 1998-01-10 1998-02-07",
  ],
  [
    "election day, every four years",
    "19961105T090000",
    "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
    null,
    "1996-11-05 2000-11-07 2004-11-02",
  ],
  [
    "third of Tuesday, Wednesday and Thursday",
    "19970904T090000",
    "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
    3,
    "1997-09-04 1997-10-07 1997-11-06",
  ],
  [
    "second-to-last working day",
    "19970929T090000",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
    null,
    "1997-09-29 1997-10-30 1997-11-27 1997-12-30 1998-01-29 1998-02-26",
  ],
  [
    "every three hours until five",
    "19970902T090000",
    "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z",
    3,
    "09-02T09:00 09-02T12:00 09-02T15:00",
  ],
  [
    "every fifteen minutes, six times",
    "19970902T090000",
    "FREQ=MINUTELY;INTERVAL=15;COUNT=6",
    6,
    "09-02T09:00 09-02T09:15 09-02T09:30 09-02T09:45 09-02T10:00 09-02T10:15",
  ],
  [
    "every hour and a half, four times",
    "19970902T090000",
    "FREQ=MINUTELY;INTERVAL=90;COUNT=4",
    4,
    "09-02T09:00 09-02T10:30 09-02T12:00 09-02T13:30",
  ],
  [
    "every twenty minutes from nine to five, by day",
    "19970902T090000",
    "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40",
    null,
    "09-02T09:00 09-02T09:20 09-02T09:40 09-02T10:00 09-02T10:20 09-02T10:40",
  ],
  [
    "every twenty minutes from nine to five, by minute",
    "19970902T090000",
    "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16",
    null,
    "09-02T09:00 09-02T09:20 09-02T09:40 09-02T10:00 09-02T10:20 09-02T10:40",
  ],
  [
    "weeks from Monday",
    "19970805T090000",
    "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
    4,
    "1997-08-05 1997-08-10 1997-08-19 1997-08-24",
  ],
  [
    "weeks from Sunday",
    "19970805T090000",
    "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
    4,
    "1997-08-05 1997-08-17 1997-08-19 1997-08-31",
  ],
  [
    "a day that February does not have",
    "20070115T090000",
    "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
    5,
    "2007-01-15 2007-01-30 2007-02-15 2007-03-15 2007-03-30",
  ],
];

test.each(EXAMPLES)("someone in New York meets %s", (_, start, rule, count, first) => {
  const file = `BEGIN:VEVENT\nUID:a\nDTSTART;TZID=America/New_York:${start}\nRRULE:${rule}\nEND:VEVENT\n`;
  const { events } = readCalendar(new TextEncoder().encode(file));

  const { occurrences } = expandOccurrences(events, {
    from: "1996-01-01",
    to: "2012-12-31",
    zone: "America/New_York",
  });

  const wanted = first.split(" ");
  const cut = wanted[0]?.length === 11 ? [5, 16] : [0, 10];
  expect(occurrences.slice(0, wanted.length).map((one) => one.start.slice(...cut))).toEqual(wanted);
  if (count === null) expect(occurrences.length).toBeGreaterThan(wanted.length - 1);
  else expect(occurrences).toHaveLength(count);
});

test("every meeting stays at nine on the wall, summer and winter", () => {
  const file =
    "BEGIN:VEVENT\nDTSTART;TZID=America/New_York:19970902T090000\nRRULE:FREQ=DAILY;COUNT=100\nEND:VEVENT\n";
  const { events } = readCalendar(new TextEncoder().encode(file));

  const { occurrences } = expandOccurrences(events, { from: "1997-01-01", to: "1998-12-31", zone: "UTC" });

  expect(new Set(occurrences.map((one) => one.start.slice(11, 19)))).toEqual(new Set(["09:00:00"]));
  expect(new Set(occurrences.map((one) => one.startUtc.slice(11, 13)))).toEqual(new Set(["13", "14"]));
});
