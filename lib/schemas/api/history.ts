import { z } from "zod";
import { historySchema } from "@/lib/schemas/history";
import {
  confirmImportSchema,
  importRowsSchema,
  MOST_IMPORT_BYTES,
  MOST_IMPORT_FILES,
  remapImportSchema,
  undoImportSchema,
} from "@/lib/schemas/import";
import { operation } from "@/lib/schemas/operation";
import { historyViewSchema } from "@/lib/schemas/views/history";
import {
  importAdvanceSchema,
  importLineSchema,
  importRowsPageSchema,
  undoAdvanceSchema,
} from "@/lib/schemas/views/import";
import { madeSchema } from "@/lib/schemas/views/parts";

export const downloadHistory = operation({
  id: "downloadHistory",
  method: "GET",
  path: "/history/download",
  group: "History",
  says: "Answers the whole log, word for word, as lines of JSON.",
  area: null,
  output: { files: ["application/x-ndjson"] },
});

export const readHistory = operation({
  id: "readHistory",
  method: "GET",
  path: "/history",
  group: "History",
  says: "Answers fifty lines of the history, the latest first.",
  more: "The next page is asked for with `more` as `before`; null: there is nothing older.",
  area: "history",
  input: historySchema,
  output: historyViewSchema,
});

export const remapImport = operation({
  id: "remapImport",
  method: "POST",
  path: "/imports/{id}/columns",
  group: "Imports",
  says: "Says what the columns of a table mean, and makes the dry run again.",
  more: "It is remembered for tables with the same headings. Refused with `not-undoable` once the import has begun.",
  area: "imports",
  input: remapImportSchema,
  output: madeSchema,
});

export const confirmImport = operation({
  id: "confirmImport",
  method: "POST",
  path: "/imports/{id}/confirm",
  group: "Imports",
  says: "Imports the next lines of a dry run.",
  more: "The first call says what was chosen and begins; it is asked again until `finished`.",
  area: "imports",
  input: confirmImportSchema,
  output: importAdvanceSchema,
});

export const dropImport = operation({
  id: "dropImport",
  method: "POST",
  path: "/imports/{id}/drop",
  group: "Imports",
  says: "Forgets a dry run, with everything that was read.",
  more: "Refused with `not-undoable` once the import has begun.",
  area: "imports",
  output: madeSchema,
});

export const readImportRows = operation({
  id: "readImportRows",
  method: "GET",
  path: "/imports/{id}",
  group: "Imports",
  says: "Answers the next lines of a dry run, or of what became of it.",
  area: "imports",
  input: importRowsSchema,
  output: importRowsPageSchema,
});

export const undoImport = operation({
  id: "undoImport",
  method: "POST",
  path: "/imports/{id}/undo",
  group: "Imports",
  says: "Takes back the next lines of an import.",
  more: "It is asked again with `next` as `from`, until `finished`. What somebody did something with stays, and its line says why.",
  area: "imports",
  input: undoImportSchema,
  output: undoAdvanceSchema,
});

export const readImports = operation({
  id: "readImports",
  method: "GET",
  path: "/imports",
  group: "Imports",
  says: "Answers the last fifty imports: the client everybody’s, whoever else their own.",
  area: "imports",
  output: z.array(importLineSchema),
});

export const previewImport = operation({
  id: "previewImport",
  method: "POST",
  path: "/imports",
  group: "Imports",
  says: "Reads files and keeps a dry run of what importing them would make.",
  more: 'Contacts as vCards or tables, and calendars. Nothing is made yet. Whoever accepts `application/x-ndjson` is answered in lines of JSON: `{"done": 1200}` as the reading goes on, and at last `{"status": 200, "body": …}` with this answer or a problem.',
  area: "imports",
  input: { mostFiles: MOST_IMPORT_FILES, limitBytes: MOST_IMPORT_BYTES },
  output: madeSchema,
});
