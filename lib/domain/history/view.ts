import { type Actor, type Door, isClientInPerson, type Role } from "@/lib/domain/actor";
import type { Refusal } from "@/lib/domain/refusal";

/** One line of the History page. `at` is ISO UTC; `link` leads to what it is about, where there is a page for it. */
export type HistoryLine = {
  seq: number;
  at: string;
  sentence: string;
  /** What the agent is called in the sentence that did it; null for everybody else. */
  agent: string | null;
  door: Door;
  isRefused: boolean;
  link: { kind: "task" | "person"; id: string } | null;
  /** The gesture with words that this made, if it did. */
  gestureId: string | null;
};

/** As it stands in the URL (?who=&refused=1&subject=&rows=1). `who` is a member's id, or "system". */
export type HistoryFilter = {
  who: string | null;
  refused: boolean;
  subject: string | null;
  /** Also every single row that an import made. */
  rows: boolean;
};

/** A page of the history, the latest first; `more` is the cursor (a sequence number) to ask with next, or null. */
export type HistoryView = {
  lines: HistoryLine[];
  more: number | null;
  filter: HistoryFilter;
  members: { userId: string; name: string; role: Role }[];
  /** What the subject of the filter is called, if one is set and may be seen. */
  subjectName: string | null;
  canDownload: boolean;
};

/** The whole log, word for word, is for the client to take away. Null means yes. */
export function whyNotDownload(who: Pick<Actor, "role" | "door" | "clientName">): Refusal | null {
  return isClientInPerson(who) ? null : { code: "only-client", clientName: who.clientName };
}
