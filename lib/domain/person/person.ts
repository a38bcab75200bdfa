import type { Circle } from "@/lib/domain/policy/default-tags";

/** An e-mail address, a phone number or a link, with what its owner calls it ("home", "work"…). */
export type LabelledText = { value: string; label: string };

/** The kinds of days that come back every year. */
export const dateKinds = ["birthday", "anniversary", "other"] as const;
export type DateKind = (typeof dateKinds)[number];

/** How many days before a yearly day its task appears, unless somebody said otherwise for that day. */
export const DEFAULT_LEAD_DAYS = 7;

/**
 * How somebody stands to the client: their circles, from near to far (`circle` of {@link PersonFacts} is the first); lead days
 * for all their days, null as the circles say; whether they have died, on which day ("YYYY-MM-DD", null when nobody said), and
 * whether the day is kept.
 */
export type PersonStanding = {
  circles: Circle[];
  leadDays: number | null;
  isDead: boolean;
  diedOn: string | null;
  isRemembered: boolean;
};

/** What is known about somebody. Everything is plain text, as typed or as a file had it. */
export type PersonFacts = {
  name: string;
  /** How the name is said, in whatever letters help: "noor ha-DAHD". */
  saidAs: string;
  givenName: string;
  familyName: string;
  nicknames: string[];
  organization: string;
  jobTitle: string;
  circle: Circle;
  emails: LabelledText[];
  phones: LabelledText[];
  addresses: LabelledText[];
  links: LabelledText[];
  howMet: string;
  careful: string;
  note: string;
  /** A language tag such as "pt-BR", and an IANA zone; null when nobody said. */
  language: string | null;
  zone: string | null;
};
