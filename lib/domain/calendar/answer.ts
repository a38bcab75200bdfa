/** E2, E3, E6. Answers to an invitation (RFC 5546 §3.2.3 REPLY, §3.2.7 COUNTER). */
import type { Conflict, SeriesCheck, Slot } from "@/lib/domain/calendar/conflicts";
import type { SendingView } from "@/lib/domain/draft/view";

export const answers = ["accepted", "tentative", "declined", "counter"] as const;
export type AnswerKind = (typeof answers)[number];
export type Partstat = "ACCEPTED" | "TENTATIVE" | "DECLINED";

/**
 * What an answer says to the organiser's calendar; kept with its draft, part of what is approved. `startsAt` and `endsAt` are what
 * would be promised: the invitation's own time or, for a counter, the one proposed. Instants ISO UTC; a whole day also has its dates.
 */
export type CalendarAnswer = {
  method: "REPLY" | "COUNTER";
  partstat: Partstat;
  uid: string;
  /** As the invitation wrote it or would have, with its zone; null for the whole series or a single event. */
  recurrenceId: { local: string; zone: string | null; isDay: boolean } | null;
  sequence: number;
  summary: string;
  organiser: { name: string; address: string };
  attendee: { name: string; address: string };
  startsAt: string;
  endsAt: string;
  allDay: boolean;
  firstDay: string | null;
  /** The day after the last (RFC 5545 §3.6.1). */
  endDay: string | null;
  zone: string | null;
  place: string;
};

/** What is typed to answer. `words` are a note to the organiser, "" for none; `slot` is what a counter proposes (of a series, for its next time). */
export type AnswerInput = {
  answer: AnswerKind;
  words: string;
  slot: Slot | null;
  accountId: string | null;
  /** The client knows that it is over protected time. */
  overProtected: boolean;
  /** What was read (`asked` of the view): an answer to anything else is refused. Null where that was not said. */
  asked: string | null;
};

/** An invitation before it is answered, on its task's page and card. */
export type InvitationView = {
  /** A name for exactly what is asked, all its times included; another one once any of it changes. */
  asked: string;
  eventId: string;
  uid: string;
  summary: string;
  startsAt: string;
  endsAt: string;
  allDay: boolean;
  /** The days it covers, "YYYY-MM-DD", both included, where it is written. */
  firstDay: string;
  lastDay: string;
  zone: string | null;
  place: string;
  link: string;
  organiser: { name: string; address: string };
  isRepeating: boolean;
  repeatWords: string;
  isCancelled: boolean;
  /** What changed since it was first sent, in sentences. */
  changed: string[];
  /** Of its next time; `series` is about all that come. */
  conflicts: Conflict[];
  /** Null for what happens once, and for one day of a series. */
  series: SeriesCheck | null;
  /** The one time of a series that another is proposed for, where the free ones are looked for; null where there is one alone. */
  proposal: Slot | null;
  slots: Slot[];
  slotText: string;
  /** How it was answered; the draft on its way, where there is one. */
  answer: "" | "needs-action" | "accepted" | "tentative" | "declined";
  draft: {
    id: string;
    version: number;
    latest: number;
    state: string;
    kind: AnswerKind;
    words: string;
    /** How far it has got on its way, once it was let go. */
    sending: SendingView | null;
  } | null;
  /** From where an answer can leave: accounts that send mail, the best first. */
  accounts: { id: string; name: string; address: string; assistantsAnswer: boolean }[];
  can: {
    /** Lets it go at once: the client, or an assistant with the client's leave. */
    send: boolean;
    /** Puts it before the client. */
    prepare: boolean;
  };
  /** Why nothing can be sent from here, in a sentence; "" where it can. */
  whyNotSend: string;
};

/** What an iTIP message that came in turned out to be (RFC 5546). One for each entry in it. */
export type ReceivedOutcome = {
  what:
    | "invited"
    | "updated"
    | "cancelled"
    | "older"
    | "same"
    | "reply-noted"
    | "party-crasher"
    | "counter-proposed"
    | "unknown"
    | "unreadable";
  summary: string;
  /** One sentence for a person. */
  says: string;
  eventId: string | null;
  taskId: string | null;
};
