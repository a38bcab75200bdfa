import { z } from "zod";
import { columnKinds } from "@/lib/domain/import/columns";
import { outcomes } from "@/lib/domain/import/payload";
import { ways } from "@/lib/domain/person/fill-in";
import { circleKey } from "@/lib/schemas/circle";

/** The most that may be sent at once: all files of one import together. */
export const MOST_IMPORT_BYTES = 32_000_000;
/** As many as a person chooses by hand. */
export const MOST_IMPORT_FILES = 50;

const position = z.int().min(0).max(1_000_000);

/** POST /imports/:id/confirm: what was chosen in the dry run. Heard at the first call; later ones go on. */
export const confirmImportSchema = z.strictObject({
  circle: circleKey.default("wider"),
  circles: z.record(z.string().regex(/^\d{1,7}$/), circleKey).default({}),
  fields: z.record(z.string().regex(/^\d{1,7}$/), z.record(z.string().max(120), z.enum(ways))).default({}),
  leaveOut: z.array(position).max(100_000).default([]),
});

/** POST /imports/:id/columns: what the columns of a table mean; the dry run is made again. */
export const remapImportSchema = z.strictObject({
  table: z.int().min(0).max(50),
  columns: z
    .array(z.strictObject({ kind: z.enum(columnKinds), label: z.string().trim().max(60).default("") }))
    .min(1)
    .max(300),
  dateOrder: z.enum(["day-first", "month-first"]).nullable().default(null),
});

/** POST /imports/:id/undo: from which line on; asked again with `next` until it is finished. */
export const undoImportSchema = z.strictObject({ from: position.default(0) });

/** GET /imports/:id: which lines. */
export const importRowsSchema = z.object({
  show: z
    .enum([...outcomes, "stays", "differs"])
    .nullable()
    .catch(null),
  after: z.coerce.number().int().min(-1).max(1_000_000).catch(-1),
});
