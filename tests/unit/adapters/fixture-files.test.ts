import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { expandOccurrences } from "@/lib/adapters/calendar/expand-occurrences";
import { readCalendar } from "@/lib/adapters/calendar/read-calendar";
import { formatCardDate } from "@/lib/adapters/contacts/date-forms";
import { readCards } from "@/lib/adapters/contacts/read-cards";

/** Files that phones and mail programs wrote. They are not part of the repository: without them nothing is registered here. */
const folder = process.env.FIRSTHAND_FIXTURES ?? join(import.meta.dirname, "../../../../shared/fixtures");

/** File, people in it; then of the first: name, birthday, anniversary, e-mails, phones, addresses. Read by eye. */
const CARDS: [string, number, string, string | null, string | null, string[], number, number][] = [
  ["John_Doe_ANDROID", 6, "john.doe@company.com", null, null, ["john.doe@company.com"], 0, 0],
  ["John_Doe_BLACK_BERRY", 1, "John Doe", null, null, [], 1, 0],
  [
    "John_Doe_EVOLUTION",
    1,
    "Mr. John Richter, James Doe Sr.",
    "1980-03-22",
    "1980-03-22",
    ["john.doe@ibm.com"],
    2,
    1,
  ],
  [
    "John_Doe_GMAIL",
    1,
    "Mr. John Richter, James Doe Sr.",
    "1980-03-22",
    "1975-03-01",
    ["john.doe@ibm.com"],
    2,
    1,
  ],
  ["John_Doe_IPHONE", 1, "Mr. John Richter James Doe Sr.", "2012-06-06", null, ["john.doe@ibm.com"], 7, 2],
  [
    "John_Doe_LOTUS_NOTES",
    1,
    "Mr. Doe John I Johny",
    "1980-05-21",
    null,
    ["john.doe@ibm.com", "billy_bob@gmail.com"],
    2,
    1,
  ],
  [
    "John_Doe_MAC_ADDRESS_BOOK",
    1,
    "Mr. John Richter,James Doe Sr.",
    "2012-06-06",
    null,
    ["john.doe@ibm.com"],
    7,
    2,
  ],
  [
    "John_Doe_MS_OUTLOOK",
    1,
    "Mr. John Richter James Doe Sr.",
    "1980-03-22",
    "2011-01-13",
    ["john.doe@ibm.cm"],
    2,
    2,
  ],
  [
    "fullcontact",
    1,
    "Prefix FirstName MiddleName LastName Suffix",
    "2016-08-01",
    "2016-08-02",
    ["home@example.com", "work@example.com", "school@example.com", "other@example.com", "custom@example.com"],
    9,
    4,
  ],
  ["gmail-list", 3, "Arnold Smith", null, null, ["asmithk@gmail.com"], 0, 0],
  ["gmail-single", 1, "Greg Dartmouth", "1960-09-10", "1970-06-02", ["gdartmouth@hotmail.com"], 2, 2],
  [
    "gmail-single2",
    1,
    "VCard Test",
    "1912-06-23",
    "1930-03-20",
    [
      "email@example.com",
      "homeemail@example.com",
      "workemail@example.com",
      "otheremail@example.com",
      "customcategory@example.com",
    ],
    11,
    5,
  ],
  ["issue114", 1, "Dummy, Dummy", null, null, ["dummy.dummy@dummy.com"], 2, 1],
  ["outlook-2003", 1, "John Doe III", "1980-03-21", null, ["jdoe@hotmail.com"], 4, 1],
  [
    "outlook-2007",
    1,
    "Mr. Michael Angstadt Jr.",
    "1922-03-10",
    "2012-08-01",
    ["mike.angstadt@gmail.com"],
    5,
    1,
  ],
  [
    "rfc2426-example",
    2,
    "Frank Dawson",
    null,
    null,
    ["Frank_Dawson@Lotus.com", "fdawson@earthlink.net"],
    2,
    1,
  ],
  ["rfc6350-example", 1, "Simon Perreault", "--02-03", "2009-08-08", ["simon.perreault@viagenie.ca"], 2, 1],
  [
    "thunderbird-MoreFunctionsForAddressBook-extension",
    1,
    "John Doe",
    "1970-09-21",
    "1990-04-30",
    [
      "doe.john@hotmail.com",
      "additional-email@company.com",
      "additional-email1@company.com",
      "additional-email2@company.com",
      "additional-email3@company.com",
    ],
    5,
    2,
  ],
];

if (existsSync(join(folder, "vcard"))) {
  test("every card file of the collection has a line in the table", () => {
    const files = readdirSync(join(folder, "vcard")).map((file) => file.replace(/\.vcf$/, ""));
    expect(CARDS.map((row) => row[0]).sort()).toEqual(files.sort());
  });

  test.each(CARDS)(
    "the friends in %s.vcf are read as a person would",
    (file, count, name, birthday, anniversary, emails, phones, addresses) => {
      const { people, skipped } = readCards(readFileSync(join(folder, "vcard", `${file}.vcf`)));
      const [first] = people;
      if (!first) throw new Error("nobody");
      expect(skipped).toEqual([]);
      expect(people).toHaveLength(count);
      expect(first.name.full).toBe(name);
      expect(first.birthday?.date ? formatCardDate(first.birthday.date) : null).toBe(birthday);
      expect(first.anniversary?.date ? formatCardDate(first.anniversary.date) : null).toBe(anniversary);
      expect(first.emails.map((email) => email.value)).toEqual(emails);
      expect(first.phones).toHaveLength(phones);
      expect(first.addresses).toHaveLength(addresses);
      expect(JSON.stringify(people.map((one) => one.name))).not.toMatch(/=[0-9A-F]{2}|\\\\|Ã/);
    },
  );
}

/** Calendar, events, to-dos, skipped, occurrences from 1990 to 2030 seen from Vienna; the busiest ones, counted by hand. */
const CALENDARS: [string, number, number, number, number][] = [
  ["events/event_with_recurrence", 1, 0, 0, 97],
  ["events/event_with_recurrence_exdates_on_different_lines", 1, 0, 0, 10],
  ["events/issue_112_missing_tzinfo_on_exdate", 1, 0, 0, 11],
  ["events/issue_156_RDATE_with_PERIOD_list", 1, 0, 0, 3],
  ["events/issue_70_rrule_causes_attribute_error", 1, 0, 0, 18],
  ["calendars/issue_1050_all_components", 1, 1, 2, 1],
  ["calendars/issue_1050_calendar_with_events_and_todos", 2, 1, 1, 2],
  ["calendars/issue_156_RDATE_with_PERIOD_TZID_khal", 1, 0, 0, 19],
  ["calendars/issue_165_missing_event", 1, 0, 0, 14],
  ["calendars/issue_348_exception_parsing_value", 1, 0, 1, 1],
  ["calendars/multiple_calendar_components", 3, 0, 0, 3],
  ["calendars/parsing_error", 2, 0, 0, 40],
  ["calendars/period_with_timezone", 1, 0, 0, 9],
  ["calendars/rfc_7265_appendix_example_2_ical", 2, 0, 0, 6],
  ["calendars/rfc_5545_RDATE_example", 6, 0, 0, 30],
];

if (existsSync(join(folder, "ics"))) {
  const window = { from: "1990-01-01", to: "2029-12-31", zone: "Europe/Vienna" };

  test.each(CALENDARS)("%s.ics is read as a person would", (file, events, todos, skipped, count) => {
    const calendar = readCalendar(readFileSync(join(folder, "ics", `${file}.ics`)));
    expect([calendar.events.length, calendar.todos.length, calendar.skipped.length]).toEqual([
      events,
      todos,
      skipped,
    ]);
    expect(expandOccurrences(calendar.events, window).occurrences).toHaveLength(count);
  });

  describe("every calendar file", () => {
    const files = ["alarms", "calendars", "events", "timezones"].flatMap((part) =>
      readdirSync(join(folder, "ics", part)).map((file) => `${part}/${file}`),
    );

    test.each(files)("%s gives each of its events a place, or a reason", (file) => {
      const bytes = readFileSync(join(folder, "ics", file));
      const { events, skipped } = readCalendar(bytes);
      const written = bytes.toString("latin1").match(/^BEGIN:VEVENT/gm)?.length ?? 0;
      expect(events.length + skipped.filter((entry) => entry.component === "VEVENT").length).toBe(written);
    });
  });
}

test("Somebody without the folder of real files still sees a card of a phone read, its year left out as the phone meant it", () => {
  const card =
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lind;Tomas;;;\r\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-05-03\r\nitem1.EMAIL;type=INTERNET:tomas@lind.example\r\nEND:VCARD\r\n";

  const [person] = readCards(new TextEncoder().encode(card)).people;

  expect(person?.name.full).toBe("Tomas Lind");
  expect(person?.birthday?.date && formatCardDate(person.birthday.date)).toBe("--05-03");
  expect(person?.emails.map((email) => email.value)).toEqual(["tomas@lind.example"]);
});
