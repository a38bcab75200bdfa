import type { Occurrences, Window } from "@/lib/adapters/calendar/expand-occurrences";
import type { Few } from "@/lib/adapters/calendar/few-occurrences";
import type { ReadItip } from "@/lib/adapters/calendar/itip/read-itip";
import type { ReadCalendar } from "@/lib/adapters/calendar/read-calendar";
import type { ObjectContent, ReadObjects } from "@/lib/adapters/calendar/read-objects";
import type { CardContent } from "@/lib/adapters/contacts/carddav/read-card-of";
import type { ReadCards } from "@/lib/adapters/contacts/read-person";
import type { Multistatus } from "@/lib/adapters/dav/multistatus";
import type { TableRead } from "@/lib/adapters/tables/read-table";

/** What a reader may be asked to do with the bytes of one file. */
export type ReaderJob =
  | { kind: "cards"; keepPictures: boolean }
  /** People in JSON: our own export, or Monica's. */
  | { kind: "people-json" }
  | { kind: "table" }
  /** With a window, the occurrences in it come along; with `few`, of each event only so many from that day on, or else before it. */
  | { kind: "calendar"; window: Window | null; few?: Few }
  /** A file or a saved e-mail with messages about events in it (RFC 5546, RFC 6047). */
  | { kind: "itip"; window: Window }
  /** A calendar, series by series, with the next few times of each. */
  | { kind: "calendar-objects"; window: Window; few: Few }
  /** A DAV server's answer; with the cards in it; or with the entries of a calendar. */
  | { kind: "multistatus" }
  | { kind: "card-multistatus" }
  | { kind: "calendar-multistatus"; window: Window; few: Few }
  | { kind: "inspect"; fileName: string; window: Window };

export type CalendarAnswer = ReadCalendar & Partial<Occurrences>;

/** What each job answers; an "inspect" answers one JSON text in UTF-8, ready to print. */
export type ReaderAnswer<Kind extends ReaderJob["kind"]> = {
  cards: ReadCards;
  "people-json": ReadCards;
  table: TableRead;
  calendar: CalendarAnswer;
  itip: ReadItip;
  "calendar-objects": ReadObjects;
  multistatus: Multistatus;
  "card-multistatus": Multistatus<CardContent>;
  "calendar-multistatus": Multistatus<ObjectContent>;
  inspect: Uint8Array;
}[Kind];

/** Why a file was not read, with the sentence for the person. */
export type ReaderRefusal = { code: "too-large" | "too-much" | "too-slow" | "unreadable"; sentence: string };

export type WorkerRequest = { id: number; job: ReaderJob; bytes: Uint8Array };
export type WorkerReply = { id: number; json: Uint8Array } | { id: number; refusal: ReaderRefusal };
