import { expect, test } from "vitest";
import { kindWords } from "@/components/tasks/words";
import { readDateWords } from "@/lib/adapters/words/read-date-words";
import type { QuickAddReading } from "@/lib/domain/task/quick-add";
import { readQuickAdd } from "@/lib/domain/task/read-quick-add";
import { taskKinds } from "@/lib/domain/task/task";

// A Sunday morning in Berlin.
const at = new Date("2026-11-22T10:30:00Z");
const known = new Set(["Joe Friday", "Sun Li", "Beth"]);
const read = (line: string): QuickAddReading =>
  readQuickAdd(
    line,
    (text) => readDateWords(text, at, "Europe/Berlin"),
    (name) => known.has(name),
  );

/** kind | person | day time | year | lead | priority | tag | repeat | rest | problem; what is absent is left out. */
function said(line: string): string {
  const { kind, person, handle, service, date, leadDays, priority, tag, repeat, rest, problems } = read(line);
  const parts = {
    who: person && `${person.name}${person.use === "link" ? "?" : ""}`,
    handle,
    on: service,
    day: date && [date.day, date.time].filter(Boolean).join(" "),
    year: date?.yearly.year,
    lead: leadDays,
    prio: priority || null,
    tag,
    repeat: repeat && `${repeat.rule} ${repeat.from}`,
    rest: rest || null,
    no: problems.join(" ") || null,
  };
  const list = Object.entries(parts).flatMap(([key, value]) => (value == null ? [] : [`${key}=${value}`]));
  return [kind, ...list].join(" | ");
}

const birthdays: [string, string][] = [
  ["birthday Ana 3 May lead 7 !1", "birthday | who=Ana | day=2027-05-03 | lead=7 | prio=1"],
  ["birthday Tomas 3 May, card, lead 7", "birthday | who=Tomas | day=2027-05-03 | lead=7 | rest=card"],
  ["birthday May 3 May", "birthday | who=May | day=2027-05-03"],
  ["birthday May May 3", "birthday | who=May | day=2027-05-03"],
  ["birthday June May 12 June", "birthday | who=June May | day=2027-06-12"],
  ["birthday April 1 April", "birthday | who=April | day=2027-04-01"],
  ["birthday March 3 March", "birthday | who=March | day=2027-03-03"],
  ["birthday Sun 5 May", "birthday | who=Sun | day=2027-05-05"],
  ["birthday Sun Yi 5 May 1990", "birthday | who=Sun Yi | day=1990-05-05 | year=1990"],
  ["birthday Mark 3 March", "birthday | who=Mark | day=2027-03-03"],
  ["birthday Will 1 June", "birthday | who=Will | day=2027-06-01"],
  ["birthday Augusto 3 August", "birthday | who=Augusto | day=2027-08-03"],
  ["birthday August Strand 3 Aug", "birthday | who=August Strand | day=2027-08-03"],
  ["birthday Ana May 3", "birthday | who=Ana | day=2027-05-03"],
  ["birthday Ana 3rd of May", "birthday | who=Ana | day=2027-05-03"],
  ["birthday ana 3 may 1980", "birthday | who=ana | day=1980-05-03 | year=1980"],
  ["birthday Ana 03/05/1980", "birthday | who=Ana | day=1980-05-03 | year=1980"],
  ["birthday Ana 3.5.1980", "birthday | who=Ana | day=1980-05-03 | year=1980"],
  ["birthday Ana 1980-05-03", "birthday | who=Ana | day=1980-05-03 | year=1980"],
  ["birthday Ana 3/5", "birthday | who=Ana | day=2027-05-03"],
  ["birthday Ana 3. May", "birthday | who=Ana | day=2027-05-03"],
  ["birthday Ana de Souza 29 Feb", "birthday | who=Ana de Souza | day=2027-02-28"],
  ["birthday Bo 29 Feb 1996", "birthday | who=Bo | day=1996-02-29 | year=1996"],
  ["birthday Bo 31 Feb", "birthday | who=Bo | day=2026-11-22 | no=There is no 31 Feb."],
  ["birthday Bo 29 Feb 1995", "birthday | who=Bo | day=2026-11-22 | year=1995 | no=There is no 29 Feb 1995."],
  ["birthday 3 May Ana Duarte", "birthday | who=Ana Duarte | day=2027-05-03"],
  ["birthday: Ana Duarte, 3 May", "birthday | who=Ana Duarte | day=2027-05-03"],
  ["bday ana duarte 3 may", "birthday | who=ana duarte | day=2027-05-03"],
  ["birthday of Ana on 3 May", "birthday | who=Ana | day=2027-05-03"],
  ["Ana's birthday 3 May", "birthday | who=Ana | day=2027-05-03"],
  ["Ana’s birthday is on 3 May", "birthday | who=Ana | day=2027-05-03"],
  ["Ana Duarte birthday 3 May", "birthday | who=Ana Duarte | day=2027-05-03"],
  ["anniversary Tomas and Ida 12 June", "birthday | who=Tomas | day=2027-06-12 | rest=and Ida"],
  ['birthday "May Day" 3 May', "birthday | who=May Day | day=2027-05-03"],
  ["!2 birthday Ana tomorrow", "birthday | who=Ana | day=2026-11-23 | prio=2"],
  ["birthday 李小龙 27 November 1940", "birthday | who=李小龙 | day=1940-11-27 | year=1940"],
  [
    "birthday Jean-Luc O’Neill 3 May lead 2 weeks",
    "birthday | who=Jean-Luc O’Neill | day=2027-05-03 | lead=14",
  ],
  ["birthday Ana 3 May lead 400", "birthday | who=Ana | day=2027-05-03 | no=The lead is 365 days at most."],
  ["birthday Ana", "birthday | who=Ana"],
  ["birthday", "birthday"],
];

const people: [string, string][] = [
  ["reply to Tomas Lind", "personal-reply | who=Tomas Lind"],
  ["personal reply Tomas", "personal-reply | who=Tomas"],
  ["reply Tomas tomorrow !1", "personal-reply | who=Tomas | day=2026-11-23 | prio=1"],
  [
    "reply to Tomas Lind about the boat tomorrow",
    "personal-reply | who=Tomas Lind | day=2026-11-23 | rest=about the boat",
  ],
  ["reply to May tomorrow", "personal-reply | who=May | day=2026-11-23"],
  [
    "reply: April next Friday 15:00 #me",
    "personal-reply | who=April | day=2026-11-27 15:00 | tag=must-be-you",
  ],
  ["reply Jo Friday", "personal-reply | who=Jo | day=2026-11-27"],
  ["reply Joe Friday", "personal-reply | who=Joe Friday"],
  ["reply Sun Li Monday", "personal-reply | who=Sun Li | day=2026-11-23"],
  ["answer Elin Sørensen by 30 November", "personal-reply | who=Elin Sørensen | day=2026-11-30"],
  [
    "call Aunt Beth every 6 weeks",
    "keep-in-touch | who=Aunt Beth | repeat=FREQ=WEEKLY;INTERVAL=6 completion",
  ],
  ["call Zoë's mother", "keep-in-touch | rest=Zoë's mother"],
  ["reply to Zoë’s letter", "personal-reply | rest=Zoë’s letter"],
  ["call Dr. Lind on Monday", "keep-in-touch | who=Dr. Lind | day=2026-11-23"],
  ["keep in touch with Joon in 2 weeks", "keep-in-touch | who=Joon | day=2026-12-06"],
  [
    "keep in touch with Joon every month from calendar",
    "keep-in-touch | who=Joon | repeat=FREQ=MONTHLY calendar",
  ],
  ["catch up with Priya next week", "keep-in-touch | who=Priya | day=2026-11-29"],
  ["call the plumber tomorrow", "keep-in-touch | day=2026-11-23 | rest=the plumber"],
  ["lunch @Tomas Lind Friday noon", "other | who=Tomas Lind | day=2026-11-27 12:00 | rest=lunch"],
  ['lunch @"May Day" 3 May', "other | who=May Day | day=2027-05-03 | rest=lunch"],
];

const titles: [string, string][] = [
  ["invite Makers’ Supper Fri 11 Dec 19:00", "event-invite | day=2026-12-11 19:00 | rest=Makers’ Supper"],
  [
    "rsvp Makers’ Supper from Elin Sørensen",
    "event-invite | who=Elin Sørensen? | rest=Makers’ Supper from Elin Sørensen",
  ],
  [
    "check Coffee with Priya Raman Friday 16:00",
    "meeting-check | who=Priya Raman? | day=2026-11-27 16:00 | rest=Coffee with Priya Raman",
  ],
  ["meeting check Priya", "meeting-check | rest=Priya"],
  ["Meeting check: Priya Friday 16:00", "meeting-check | day=2026-11-27 16:00 | rest=Priya"],
  ["meeting check-in desk", "other | rest=meeting check-in desk"],
  ["event invite supper", "event-invite | rest=supper"],
  ["event invitation Makers’ Supper tomorrow", "event-invite | day=2026-11-23 | rest=Makers’ Supper"],
  ["check coffee with May 3 May", "meeting-check | who=May? | day=2027-05-03 | rest=coffee with May"],
  [
    "double-check call, Ministry 8 December at 14:00",
    "meeting-check | day=2026-12-08 14:00 | rest=call, Ministry",
  ],
  ["post Workshop dates Thu 09:00", "scheduled-post | day=2026-11-26 09:00 | rest=Workshop dates"],
  [
    'post "Monday is May Day" Thursday 9:00',
    "scheduled-post | day=2026-11-26 09:00 | rest=Monday is May Day",
  ],
  ["post 2 weeks in Rome tomorrow", "scheduled-post | day=2026-11-23 | rest=2 weeks in Rome"],
  ["intro Joon to Priya", "introduction | rest=Joon to Priya"],
  ["introduce Joon to Priya tomorrow", "introduction | day=2026-11-23 | rest=Joon to Priya"],
  [
    "care Prune the page every month on the 31st",
    "account-care | repeat=FREQ=MONTHLY;BYMONTHDAY=31 calendar | rest=Prune the page",
  ],
  [
    "account care Leap every year 29 feb",
    "account-care | day=2027-02-28 | repeat=FREQ=YEARLY;BYMONTHDAY=29;BYMONTH=2 calendar | rest=Leap",
  ],
  [
    "account care Leap every year 28 feb",
    "account-care | day=2027-02-28 | repeat=FREQ=YEARLY calendar | rest=Leap",
  ],
  ["account care: new photo", "account-care | rest=new photo"],
  ["follow @harbour.light on LinkedIn", "follow-request | handle=@harbour.light | on=LinkedIn"],
  ["friend request from Elin Sørensen on Facebook", "follow-request | who=Elin Sørensen? | on=Facebook"],
  ["follow up with Beth tomorrow", "other | who=Beth? | day=2026-11-23 | rest=follow up with Beth"],
];

const others: [string, string][] = [
  ["Send thank-you list by 31 December", "other | day=2026-12-31 | rest=Send thank-you list"],
  ["Buy a birthday card for Ana tomorrow", "other | day=2026-11-23 | rest=Buy a birthday card for Ana"],
  ["Plan birthday party", "other | rest=Plan birthday party"],
  ["buy stamps tonight", "other | day=2026-11-22 20:00 | rest=buy stamps"],
  ["buy stamps tomorrow morning", "other | day=2026-11-23 09:00 | rest=buy stamps"],
  ["meet at 9", "other | day=2026-11-23 09:00 | rest=meet"],
  ["meet at 18:15", "other | day=2026-11-22 18:15 | rest=meet"],
  ["We lost Dad yesterday", "other | rest=We lost Dad yesterday"],
  ["May is a good month", "other | rest=May is a good month"],
  ["pay rent monthly", "other | repeat=FREQ=MONTHLY calendar | rest=pay rent"],
  ["Water plants every Friday", "other | repeat=FREQ=WEEKLY;BYDAY=FR calendar | rest=Water plants"],
  [
    "Water plants every other week on Tuesday",
    "other | repeat=FREQ=WEEKLY;INTERVAL=2;BYDAY=TU calendar | rest=Water plants",
  ],
  [
    "Water plants every 3 days from completion",
    "other | repeat=FREQ=DAILY;INTERVAL=3 completion | rest=Water plants",
  ],
  [
    "Water plants every 0 days",
    "other | rest=Water plants | no=Say every how many days it comes back: 1 at least.",
  ],
  [
    "Water plants every 9999 days",
    "other | rest=Water plants | no=A task repeats at least once in 1000 days.",
  ],
  ["every 6 weeks", "other | repeat=FREQ=WEEKLY;INTERVAL=6 calendar"],
  ["Great news !4", "other | rest=Great news | no=Priority is !1, !2 or !3."],
  ["Great news!", "other | rest=Great news!"],
  ['read "lead 7 !1 #me tomorrow"', 'other | rest=read "lead 7 !1 #me tomorrow"'],
  ["lead the meeting", "other | rest=lead the meeting"],
  ["todo: clean desk #delegable", "other | tag=delegable | rest=clean desk"],
  ["clean desk #must-be-you", "other | tag=must-be-you | rest=clean desk"],
  ["a #hashtag stays", "other | rest=a #hashtag stays"],
  ["postcard to Beth", "other | rest=postcard to Beth"],
  ["checking account", "other | rest=checking account"],
  ["tomorrow", "other | day=2026-11-23"],
  ["", "other"],
  ["   ", "other"],
];

test.each([...birthdays, ...people, ...titles, ...others])("“%s” is read as: %s", (line, expected) => {
  expect(said(line)).toBe(expected);
});

test("The table has at least eighty lines, so that nobody thins it out unseen", () => {
  expect([...birthdays, ...people, ...titles, ...others].length).toBeGreaterThanOrEqual(95);
});

test.each(
  taskKinds
    .filter((kind) => kind !== "other")
    .flatMap((kind) => [[kind, kind.replaceAll("-", " ")] as const, [kind, kindWords[kind]] as const]),
)("The kind %s is understood by its own name, “%s”", (kind, name) => {
  expect(read(`${name} Priya`).kind).toBe(kind);
});

test("Every chip points at the very words that it explains", () => {
  const line = "birthday Ana Duarte 3 May lead 7 !1 #me every year";

  const pieces = read(line).chips.map((chip) => `${chip.label}: ${line.slice(chip.start, chip.end)}`);

  expect(pieces).toEqual([
    "Kind: birthday",
    "Person: Ana Duarte",
    "Date: 3 May",
    "Lead: lead 7",
    "Priority: !1",
    "Tag: #me",
    "Repeats: every year",
  ]);
});

test("Whoever counts hours gets the exact instant, and whoever names a zone is read in it", () => {
  expect(read("intro Joon to Priya in 2 hours").date?.instant).toBe("2026-11-22T12:30:00.000Z");
  expect(read("call Priya 3pm EST").date?.instant).toBe("2026-11-22T20:00:00.000Z");
});
