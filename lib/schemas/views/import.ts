import { z } from "zod";
import { type ImportCounts, outcomes } from "@/lib/domain/import/payload";
import type { ImportLine, ImportRowsPage, ImportRowView } from "@/lib/domain/import/view";
import { type Difference, ways } from "@/lib/domain/person/fill-in";
import { exactly } from "@/lib/schemas/views/exactly";
import { count, id, instant, seq } from "@/lib/schemas/views/parts";

const ofEach = z.record(z.enum(outcomes), count);

const countsSchema = exactly<ImportCounts>()(
  z.strictObject({
    people: ofEach,
    events: ofEach,
    skipped: count,
    invitations: count,
    days: count,
    dayTasks: count,
    pictures: count,
    differs: count.optional(),
    stayed: count,
  }),
);

export const importLineSchema = exactly<ImportLine>()(
  z.strictObject({
    id,
    fileName: z.string(),
    state: z.enum(["previewed", "done", "undone", "dropped"]),
    by: z.string(),
    isByAgent: z.boolean(),
    createdAt: instant,
    finishedAt: instant.nullable(),
    undoneAt: instant.nullable(),
    counts: countsSchema,
  }),
);

const differenceSchema = exactly<Difference>()(
  z.strictObject({
    field: z.string(),
    word: z.string(),
    was: z.string(),
    will: z.string(),
    sort: z.enum(["new", "more", "conflict"]),
    may: z.array(z.enum(ways)),
    chosen: z.enum(ways),
  }),
);

const rowSchema = exactly<ImportRowView>()(
  z.strictObject({
    position: count,
    what: z.enum(["person", "event", "nothing"]),
    label: z.string(),
    detail: z.string(),
    outcome: z.enum(outcomes),
    why: z.string(),
    isPrivate: z.boolean(),
    isInvitation: z.boolean(),
    differences: z.array(differenceSchema).optional(),
    personId: id.nullable(),
    eventId: id.nullable(),
    taskId: id.nullable(),
    stays: z.string().nullable(),
  }),
);

export const importRowsPageSchema = exactly<ImportRowsPage>()(
  z.strictObject({ rows: z.array(rowSchema), more: count.nullable() }),
);

/** How far an import has got: asked again until it is `finished`. */
export const importAdvanceSchema = z.strictObject({
  written: count,
  total: count,
  finished: z.boolean(),
  seq,
});

/** The same of taking one back; `next` is where to go on. */
export const undoAdvanceSchema = z.strictObject({
  next: count,
  total: count,
  finished: z.boolean(),
  seq,
});
