import { expect, test } from "vitest";
import { anchorRule, formatTaskRule, readTaskRule, type TaskRule } from "@/lib/domain/task/repeat";
import { sayRepeat } from "@/lib/domain/task/repeat-words";

const read = (text: string): TaskRule => {
  const result = readTaskRule(text);
  if (!result.ok) throw new Error(result.why);
  return result.rule;
};

test.each([
  ["FREQ=WEEKLY;INTERVAL=6", "completion", "every 6 weeks from completion"],
  ["FREQ=DAILY", "calendar", "every day"],
  ["FREQ=DAILY;INTERVAL=10", "completion", "every 10 days from completion"],
  ["FREQ=WEEKLY;BYDAY=MO,TH", "calendar", "every week on Monday and Thursday"],
  ["FREQ=MONTHLY;BYMONTHDAY=31", "calendar", "every month on the 31st, or the last day of a shorter month"],
  ["FREQ=MONTHLY;BYMONTHDAY=1,15", "calendar", "every month on the 1st and the 15th"],
  ["FREQ=MONTHLY;BYMONTHDAY=-1", "calendar", "every month on the last day"],
  ["FREQ=MONTHLY;BYDAY=-1FR", "calendar", "every month on the last Friday"],
  ["FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU", "calendar", "every 3 months on the 2nd Tuesday"],
  ["FREQ=YEARLY", "calendar", "every year"],
  ["FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=13", "calendar", "every year on the 13th in March"],
  ["nonsense", "calendar", "nonsense"],
] as const)("%s, counted from the %s, says itself as: %s", (rule, from, words) => {
  expect(sayRepeat({ rule, from })).toBe(words);
});

test.each([
  ["", "The repeat rule does not say how often it repeats."],
  ["FREQ=HOURLY", "A task repeats once a day at most."],
  ["FREQ=DAILY;INTERVAL=1001", "A task repeats at least once in 1000 days."],
  ["FREQ=DAILY;INTERVAL=0", "Say every how many days it comes back: 1 at least."],
  ["FREQ=DAILY;COUNT=3", "A task cannot repeat with COUNT."],
  ["FREQ=DAILY;UNTIL=20300101", "A task cannot repeat with UNTIL."],
  ["FREQ=YEARLY;BYSETPOS=1", "A task cannot repeat with BYSETPOS."],
  ["FREQ=DAILY;BYHOUR=1,2,3", "A task cannot repeat with BYHOUR."],
  ["FREQ=DAILY;FREQ=WEEKLY", "This repeat rule says the same thing twice."],
  ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "There is no 30 February."],
  ["FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31", "There is no 31 April."],
  ["FREQ=MONTHLY;BYMONTHDAY=32", "The repeat rule can never happen: BYMONTHDAY=32."],
  ["FREQ=WEEKLY;BYMONTHDAY=3", "A week has no days of the month."],
  ["FREQ=WEEKLY;BYDAY=2MO", "Only a month or a year has a first or last weekday."],
  ["FREQ=MONTHLY;BYDAY=6MO", "A month has at most five of one weekday."],
  ["FREQ=YEARLY;BYDAY=1MO", "Say in which month that weekday is."],
  [`FREQ=DAILY;BYMONTH=${"1,".repeat(200)}`, "This repeat rule is too long to be a real one."],
])("Whoever asks for %s is told why a task cannot repeat so", (text, why) => {
  expect(readTaskRule(text)).toEqual({ ok: false, why });
});

test("What was read is written back in one canonical line", () => {
  const written = " freq=monthly; byday=-1fr ;INTERVAL=2;BYMONTH=12,1";

  expect(formatTaskRule(read(written))).toBe("FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR;BYMONTH=1,12");
});

test("A monthly task due on the 31st keeps meaning the 31st, and one due on the 5th needs no help", () => {
  expect(formatTaskRule(anchorRule(read("FREQ=MONTHLY"), "2027-01-31"))).toBe("FREQ=MONTHLY;BYMONTHDAY=31");
  expect(formatTaskRule(anchorRule(read("FREQ=MONTHLY"), "2027-01-05"))).toBe("FREQ=MONTHLY");
  expect(formatTaskRule(anchorRule(read("FREQ=YEARLY"), "2028-02-29"))).toBe(
    "FREQ=YEARLY;BYMONTHDAY=29;BYMONTH=2",
  );
  expect(formatTaskRule(anchorRule(read("FREQ=WEEKLY"), "2027-01-31"))).toBe("FREQ=WEEKLY");
});
