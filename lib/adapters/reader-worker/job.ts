import type { Occurrences, Window } from "@/lib/adapters/calendar/expand-occurrences";
import type { ReadCalendar } from "@/lib/adapters/calendar/read-calendar";
import type { Multistatus } from "@/lib/adapters/contacts/carddav/multistatus";
import type { ReadCards } from "@/lib/adapters/contacts/read-person";
import type { TableRead } from "@/lib/adapters/tables/read-table";

/** What a reader may be asked to do with the bytes of one file. */
export type ReaderJob =
  | { kind: "cards"; keepPictures: boolean }
  /** People in JSON: our own export, or Monica's. */
  | { kind: "people-json" }
  | { kind: "table" }
  /** With a window, the occurrences in it come along. */
  | { kind: "calendar"; window: Window | null }
  /** A DAV server's answer, with the cards in it. */
  | { kind: "multistatus" }
  | { kind: "inspect"; fileName: string; window: Window };

export type CalendarAnswer = Omit<ReadCalendar, "ownZones"> & Partial<Occurrences>;

/** What each job answers; an "inspect" answers one JSON text in UTF-8, ready to print. */
export type ReaderAnswer<Kind extends ReaderJob["kind"]> = {
  cards: ReadCards;
  "people-json": ReadCards;
  table: TableRead;
  calendar: CalendarAnswer;
  multistatus: Multistatus;
  inspect: Uint8Array;
}[Kind];

/** Why a file was not read, with the sentence for the person. */
export type ReaderRefusal = { code: "too-large" | "too-much" | "too-slow" | "unreadable"; sentence: string };

export type WorkerRequest = { id: number; job: ReaderJob; bytes: Uint8Array };
export type WorkerReply = { id: number; json: Uint8Array } | { id: number; refusal: ReaderRefusal };
