import type { ReadTable } from "@/lib/domain/import/columns";
import type { CardDay, CardFacts, Difference, Ways } from "@/lib/domain/person/fill-in";
import type { CardMore } from "@/lib/domain/person/fill-in-more";
import type { Circle } from "@/lib/domain/policy/default-tags";

/** What an import made or would make of one thing in the file. `skip` always says why. */
export const outcomes = ["make", "add", "same", "skip"] as const;
export type Outcome = (typeof outcomes)[number];

/** One card, read: what is wanted of it, and what cannot be had. */
export type CardReading = {
  facts: CardFacts;
  sourceUid: string;
  days: CardDay[];
  isPrivate: boolean;
  /** Why nobody can be made of it; null when somebody can. */
  problem: string | null;
  /** What was odd or is left out, in sentences. */
  remarks: string[];
  /** What does not stand in the person's own row. */
  more?: CardMore;
  /** The row of a table that it was made of, and of which table: read again when the columns change their meaning. */
  cells?: { table: number; values: string[] };
};

/** When something happens. Instants ISO UTC; the dates of whole days as well, the end exclusive. */
export type OccurrenceReading = {
  startsAt: string;
  endsAt: string;
  startDate: string | null;
  endDate: string | null;
};

/** An invitation inside a calendar entry: what its task needs. */
export type InvitationReading = {
  startsAt: string;
  endsAt: string;
  allDay: boolean;
  organiserEmail: string | null;
};

/** One calendar entry, read. `source` is the reader's own, kept to work out later dates. */
export type EventReading = {
  uid: string;
  recurrenceId: string;
  sequence: number;
  summary: string;
  description: string;
  location: string;
  link: string;
  status: string;
  organiser: string;
  /** Small letters; "" where nobody organises it, or without an address. */
  organiserAddress: string;
  /** Where the organiser is known to people, in small letters, where that is another address. */
  organiserContact?: string;
  /** Leaves the time free for others. */
  transparent: boolean;
  /** What the desk's client answered, as the entry has it; "" where they are not on its list. */
  answer: "" | "needs-action" | "accepted" | "tentative" | "declined";
  /** When this version was made (DTSTAMP), ISO UTC. */
  stamp: string | null;
  attendees: { name: string | null; email: string | null; status: string | null }[];
  allDay: boolean;
  zone: string | null;
  rule: string;
  source: unknown;
  occurrences: OccurrenceReading[];
  invitation: InvitationReading | null;
  /** What the file says of it (RFC 5546), upper case; null for a plain entry. */
  method?: string | null;
  isPrivate: boolean;
  isCancelled: boolean;
  problem: string | null;
  remarks: string[];
};

/** One line of the dry run, and what it would make. Its place in the list is its position in the import. */
export type PlanLine = {
  what: "person" | "event" | "nothing";
  label: string;
  detail: string;
  outcome: Outcome;
  why: string;
  isPrivate: boolean;
  isInvitation: boolean;
  /** Of somebody known: what differs, field by field. */
  differences?: Difference[];
};

export type ReadFile = {
  name: string;
  bytes: number;
  people: number;
  events: number;
  skipped: number;
  notes: string[];
};

/** How many of each; `days` are yearly days, `dayTasks` those that become tasks at once. */
export type ImportCounts = {
  people: Record<Outcome, number>;
  events: Record<Outcome, number>;
  skipped: number;
  invitations: number;
  days: number;
  dayTasks: number;
  pictures: number;
  /** In a dry run: how many lines say something else than is here. */
  differs?: number;
  /** After an undo: how many lines are still there, because somebody did something with them. */
  stayed: number;
};

/** What whoever imports has decided in the dry run: positions to leave out, and circles. */
export type ImportChoices = {
  circle: Circle;
  circles: Record<string, Circle>;
  leaveOut: number[];
  /** Position → field → which way it goes, where it is not the usual one. */
  fields?: Record<string, Ways>;
};

/** One line of a dry run with what it was read from. The lines of an import: people, then events, then what could not be read. */
export type DryLine = { plan: PlanLine; reading: CardReading | EventReading | null };

/** What is kept with an import beside its lines, until it is imported or dropped. */
export type ImportPayload = {
  files: ReadFile[];
  total: number;
  choices: ImportChoices | null;
  tables?: ReadTable[];
};

/** What a row must know to be taken back. `version`: as the import left it; another one means somebody touched it since. */
export type RowUndo = {
  version: number;
  dates: string[];
  /** For something that was there already: what the changed columns held before. */
  before?: Record<string, unknown>;
  yearsOf?: string[];
  /** Days that became others, as they were. */
  daysBefore?: { id: string; month: number; day: number; year: number | null }[];
  /** What was written down beside the person's row: by id, earlier contact by the key of its source. */
  relations?: string[];
  contacts?: string[];
  facts?: string[];
  /** The picture that stood there before (null: none), and the version it has now. */
  picture?: {
    version: number;
    before: { mediaType: string; base64: string; sum: string; fromWhere: string } | null;
  };
};
