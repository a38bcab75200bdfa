import { z } from "zod";
import { outcomes } from "@/lib/domain/import/payload";
import { circles } from "@/lib/domain/policy/default-tags";

/** The most that may be sent at once: all files of one import together. */
export const MOST_IMPORT_BYTES = 32_000_000;
/** As many as a person chooses by hand. */
export const MOST_IMPORT_FILES = 50;

const position = z.int().min(0).max(1_000_000);
const circle = z.enum(circles, { error: "Choose one of the four circles." });

/** POST /imports/:id/confirm: what was chosen in the dry run. Heard at the first call; later ones go on. */
export const confirmImportSchema = z.strictObject({
  circle: circle.default("wider"),
  circles: z.record(z.string().regex(/^\d{1,7}$/), circle).default({}),
  leaveOut: z.array(position).max(100_000).default([]),
});

/** POST /imports/:id/undo: from which line on; asked again with `next` until it is finished. */
export const undoImportSchema = z.strictObject({ from: position.default(0) });

/** GET /imports/:id: which lines. */
export const importRowsSchema = z.object({
  show: z
    .enum([...outcomes, "stays"])
    .nullable()
    .catch(null),
  after: z.coerce.number().int().min(-1).max(1_000_000).catch(-1),
});
