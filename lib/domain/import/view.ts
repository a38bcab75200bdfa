import type { ReadTable } from "@/lib/domain/import/columns";
import type { ImportCounts, Outcome, ReadFile } from "@/lib/domain/import/payload";
import type { Difference } from "@/lib/domain/person/fill-in";

/** `previewed`: nothing made yet (or only begun); `dropped`: never was. */
export type ImportState = "previewed" | "done" | "undone" | "dropped";

/** An import as the list of imports shows it. Instants ISO UTC. */
export type ImportLine = {
  id: string;
  fileName: string;
  state: ImportState;
  by: string;
  isByAgent: boolean;
  createdAt: string;
  finishedAt: string | null;
  undoneAt: string | null;
  counts: ImportCounts;
};

/** One line of a dry run or of a result. */
export type ImportRowView = {
  position: number;
  what: "person" | "event" | "nothing";
  label: string;
  detail: string;
  outcome: Outcome;
  why: string;
  isPrivate: boolean;
  isInvitation: boolean;
  /** Of somebody known, in a dry run: what differs, field by field. */
  differences?: Difference[];
  personId: string | null;
  eventId: string | null;
  taskId: string | null;
  /** After an undo: why it is still there; null when it went, or never was. */
  stays: string | null;
};

export type ImportRowsPage = { rows: ImportRowView[]; more: number | null };

/** An import's page. `written` of `total` lines are done; a begun import that was interrupted goes on from there. */
export type ImportView = ImportLine &
  ImportRowsPage & {
    files: ReadFile[];
    tables: ReadTable[];
    total: number;
    written: number;
    isBegun: boolean;
  };
