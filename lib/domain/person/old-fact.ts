import type { FactKind } from "@/lib/domain/person/fact";

/**
 * After how many months since it was entered, or last found right, a thing is worth a look. People move and change their
 * posts; what they enjoy lasts longer. Names, days and relations never grow old, and neither does what is not listed.
 */
const monthsGood = new Map(
  Object.entries({
    phones: 24,
    emails: 24,
    addresses: 24,
    organization: 24,
    jobTitle: 24,
    phone: 24,
    email: 24,
    address: 24,
    like: 36,
    topic: 36,
  }),
);

/** A fact's kind, or the field of a person's own row: "organization", "phones:+49 30 1234". */
export type AgeingThing = FactKind | (string & {});

/** Whether somebody should look if it is still so. `since`: when it was entered, or last found right. Months are UTC's. */
export function isOld(what: AgeingThing, since: Date, at: Date): boolean {
  const months = monthsGood.get(what.split(":", 1)[0] ?? "");
  if (months === undefined) return false;
  const until = new Date(since);
  until.setUTCMonth(until.getUTCMonth() + months);
  return at.getTime() >= until.getTime();
}
