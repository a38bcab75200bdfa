import { z } from "zod";
import { doors } from "@/lib/domain/actor";
import type { HistoryView } from "@/lib/domain/history/view";
import { exactly } from "@/lib/schemas/views/exactly";
import { id, instant, roleSchema, seq } from "@/lib/schemas/views/parts";

const lineSchema = z.strictObject({
  seq,
  at: instant,
  sentence: z.string(),
  agent: z.string().nullable(),
  door: z.enum(doors),
  isRefused: z.boolean(),
  link: z.strictObject({ kind: z.enum(["task", "person"]), id }).nullable(),
  gestureId: id.nullable(),
});

const filterSchema = z.strictObject({
  who: z.string().nullable(),
  refused: z.boolean(),
  subject: z.string().nullable(),
  rows: z.boolean(),
});

export const historyViewSchema = exactly<HistoryView>()(
  z.strictObject({
    lines: z.array(lineSchema),
    more: seq.nullable(),
    filter: filterSchema,
    members: z.array(z.strictObject({ userId: id, name: z.string(), role: roleSchema })),
    subjectName: z.string().nullable(),
    canDownload: z.boolean(),
  }),
);
