import { z } from "zod";
import type { QuickAddPreview } from "@/lib/domain/task/quick-add";
import { tags, taskKinds } from "@/lib/domain/task/task";
import { exactly } from "@/lib/schemas/views/exactly";
import { count, id, instant } from "@/lib/schemas/views/parts";
import { repeatSchema } from "@/lib/schemas/views/task";

/** `start` and `end` count UTF-16 units of the line, the end not included. */
const chipSchema = z.strictObject({
  start: count,
  end: count,
  label: z.string(),
  value: z.string(),
});

export const quickAddPreviewSchema = exactly<QuickAddPreview>()(
  z.strictObject({
    kind: z.enum(taskKinds),
    title: z.string(),
    note: z.string(),
    personName: z.string().nullable(),
    personId: id.nullable(),
    isNewPerson: z.boolean(),
    date: z.string().nullable(),
    dueAt: instant.nullable(),
    dueAllDay: z.boolean(),
    leadDays: count.nullable(),
    priority: z.literal([0, 1, 2, 3]),
    tag: z.enum(tags),
    rule: z.string().nullable(),
    repeat: repeatSchema.nullable(),
    chips: z.array(chipSchema),
    unread: z.string(),
    problems: z.array(z.string()),
  }),
);
