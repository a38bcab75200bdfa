/**
 * Whether two people on the desk are one, and why one would think so. A pair carries its reasons in words; whoever looks at
 * them decides. What speaks against it counts first: another generation, another year, another birthday.
 */
import { emailKey, isSamePhone } from "@/lib/domain/person/contact-keys";
import { areTwoGenerations, type Likeness, likenessOf, type Names } from "@/lib/domain/person/names-alike";
import type { YearlyDate } from "@/lib/domain/person/yearly-date";

/** What is compared. Addresses and numbers as written down. */
export type DuplicateFacts = Names & {
  organization: string;
  emails: string[];
  phones: string[];
  birthday: YearlyDate | null;
};

/** How sure one may be: `surely` would be bet on, `perhaps` is worth a look. Reasons begin in small letters, without a full stop. */
export type Verdict = { how: "surely" | "perhaps"; reasons: string[] };

const close: readonly Likeness[] = ["nickname", "typo", "shorter"];

/** The verdict on a pair, or null when nothing says that they are one. The same both ways round but for the order of names. */
export function judgePair(a: DuplicateFacts, b: DuplicateFacts): Verdict | null {
  if (areTwoGenerations(a, b) || isAnotherYear(a.birthday, b.birthday)) return null;
  const likeness = likenessOf(a, b);
  const email = a.emails.find(
    (one) => emailKey(one) !== "" && b.emails.some((other) => emailKey(one) === emailKey(other)),
  );
  const phone = a.phones.find((one) => b.phones.some((other) => isSamePhone(one, other)));
  const isAnotherDay = areTwoDays(a.birthday, b.birthday);
  const isSameDay = a.birthday !== null && b.birthday !== null && !isAnotherDay;
  const isSameWork = a.organization !== "" && a.organization.toLowerCase() === b.organization.toLowerCase();
  const isReached = email !== undefined || phone !== undefined;
  const how = isAnotherDay
    ? weighAgainst(likeness, isReached)
    : weigh(likeness, { reach: isReached, day: isSameDay, work: isSameWork });
  if (how === null) return null;
  const reasons = [
    email && `same e-mail address ${email}`,
    phone && `same phone number ${phone}`,
    isSameDay &&
      a.birthday &&
      b.birthday &&
      `same birthday, ${sayDay(a.birthday.year === null ? b.birthday : a.birthday)}`,
    sayNames(likeness, a, b),
    isAnotherDay && "their birthdays differ",
    isSameWork && how === "perhaps" && likeness !== "same" && `same organization ${a.organization}`,
  ];
  return {
    how,
    reasons: reasons.filter((reason) => typeof reason === "string" && reason !== "") as string[],
  };
}

type Shared = { reach: boolean; day: boolean; work: boolean };

/** A family shares an address, a phone, and a name's last word: none of it makes two people one by itself. */
function weigh(likeness: Likeness, shared: Shared): Verdict["how"] | null {
  if (likeness === "none") return null;
  if (likeness === "same") return shared.reach || shared.day ? "surely" : "perhaps";
  if (close.includes(likeness)) {
    if (shared.reach) return "surely";
    return shared.day || shared.work || likeness !== "shorter" ? "perhaps" : null;
  }
  if (likeness === "initials") return shared.reach || shared.day || shared.work ? "perhaps" : null;
  return shared.reach || (likeness === "part" && shared.day) ? "perhaps" : null;
}

/** Two days in one year may be a slip of the pen, where all else is the same. */
function weighAgainst(likeness: Likeness, isReached: boolean): Verdict["how"] | null {
  return likeness === "same" && isReached ? "perhaps" : null;
}

/** Whether they were born in two years: a father and a son, who share a name and an address. */
function isAnotherYear(a: YearlyDate | null, b: YearlyDate | null): boolean {
  return typeof a?.year === "number" && typeof b?.year === "number" && a.year !== b.year;
}

function areTwoDays(a: YearlyDate | null, b: YearlyDate | null): boolean {
  return a !== null && b !== null && (a.month !== b.month || a.day !== b.day);
}

function sayNames(likeness: Likeness, a: Names, b: Names): string {
  const both = `${a.name} / ${b.name}`;
  switch (likeness) {
    case "same":
      return a.name === b.name ? "same name" : `same name, written in two ways: ${both}`;
    case "part":
    case "first":
      return `names that may be one: ${both}`;
    default:
      return `names alike: ${both}`;
  }
}

const months = "January February March April May June July August September October November December".split(
  " ",
);

function sayDay({ month, day, year }: YearlyDate): string {
  return `${day} ${months[month - 1]}${year === null ? "" : ` ${year}`}`;
}
