import { z } from "zod";
import { historySchema } from "@/lib/schemas/history";
import {
  confirmImportSchema,
  importRowsSchema,
  remapImportSchema,
  undoImportSchema,
} from "@/lib/schemas/import";
import { operation } from "@/lib/schemas/operation";

export const downloadHistory = operation({
  id: "downloadHistory",
  method: "GET",
  path: "/history/download",
  group: "History",
  says: "The whole log as lines of JSON, for the client.",
  area: null,
  output: z.unknown(),
});

export const readHistory = operation({
  id: "readHistory",
  method: "GET",
  path: "/history",
  group: "History",
  says: "Fifty lines of the history, the latest first.",
  area: "history",
  input: historySchema,
  output: z.unknown(),
});

export const remapImport = operation({
  id: "remapImport",
  method: "POST",
  path: "/imports/{id}/columns",
  group: "Imports",
  says: "What a table's columns mean; the dry run is made again, and it is remembered.",
  area: "imports",
  input: remapImportSchema,
  output: z.unknown(),
});

export const confirmImport = operation({
  id: "confirmImport",
  method: "POST",
  path: "/imports/{id}/confirm",
  group: "Imports",
  says: "Imports the next lines; asked again until `finished`.",
  area: "imports",
  input: confirmImportSchema,
  output: z.unknown(),
});

export const dropImport = operation({
  id: "dropImport",
  method: "POST",
  path: "/imports/{id}/drop",
  group: "Imports",
  says: "Forgets a dry run.",
  area: "imports",
  output: z.unknown(),
});

export const readImportRows = operation({
  id: "readImportRows",
  method: "GET",
  path: "/imports/{id}",
  group: "Imports",
  says: "The next lines of a dry run, or of what became of it.",
  area: "imports",
  input: importRowsSchema,
  output: z.unknown(),
});

export const undoImport = operation({
  id: "undoImport",
  method: "POST",
  path: "/imports/{id}/undo",
  group: "Imports",
  says: "Takes back the next lines; asked again with `next` until `finished`.",
  area: "imports",
  input: undoImportSchema,
  output: z.unknown(),
});

export const readImports = operation({
  id: "readImports",
  method: "GET",
  path: "/imports",
  group: "Imports",
  says: "The last fifty.",
  area: "imports",
  output: z.unknown(),
});

export const previewImport = operation({
  id: "previewImport",
  method: "POST",
  path: "/imports",
  group: "Imports",
  says: "Reads files and keeps a dry run of what importing them would make; tells how much is read.",
  area: "imports",
  output: z.unknown(),
});
