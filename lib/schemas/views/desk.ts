import { z } from "zod";
import type { Found } from "@/lib/domain/task/found";
import type { WeeklyNote } from "@/lib/domain/weekly/view";
import { problemSchema } from "@/lib/schemas/api/problem";
import { exactly } from "@/lib/schemas/views/exactly";
import { count, day, id, instant, roleSchema, seq } from "@/lib/schemas/views/parts";
import { mailOfMessageSchema, personRefSchema, taskRowSchema } from "@/lib/schemas/views/task";

/** What moved. `gone` are tasks that one may not see any more; `reload`: too much has moved to be told. */
export const changesViewSchema = z.strictObject({
  seq,
  tasks: z.array(taskRowSchema),
  gone: z.array(id).describe("Tasks that one may not see any more."),
  counts: z.record(z.string(), count),
  reload: z.boolean().describe("Too much has moved to be told, or the token is for some kinds of task."),
});

/** A page of a section. `more` is the cursor to ask with next. */
export const taskPageSchema = z.strictObject({
  tasks: z.array(taskRowSchema),
  more: z.string().nullable().describe("The cursor to ask with next."),
});

export const foundSchema = exactly<Found>()(
  z.strictObject({
    tasks: z.array(taskRowSchema),
    people: z.array(personRefSchema),
    history: z.array(
      z.strictObject({
        id,
        seq,
        at: instant,
        sentence: z.string(),
        taskId: id,
      }),
    ),
  }),
);

/** What a saved e-mail says. `mail` is null where it has no thread to answer in. */
export const savedMessageSchema = z.strictObject({
  text: z.string(),
  from: z.string(),
  receivedAt: instant.nullable(),
  mail: mailOfMessageSchema.nullable(),
});

/** What came of each of many: the task as it is now, none where it is no more, or the problem that the single verb would answer. */
export const bulkAnswerSchema = z.strictObject({
  results: z.array(z.strictObject({ id, task: taskRowSchema.optional(), problem: problemSchema.optional() })),
  seq,
});

/** What came of a line of the weekly list, and what was `before` a turn was skipped, to take it back with. */
export const answeredSchema = z.strictObject({
  seq,
  task: taskRowSchema.nullable(),
  pausedUntil: day.nullable(),
  before: z.strictObject({ pausedUntil: day.nullable(), snoozedUntil: instant.nullable() }).nullable(),
});

export const weeklyNotesSchema = z.strictObject({
  notes: z.array(
    exactly<WeeklyNote>()(
      z.strictObject({ id, text: z.string(), by: z.string(), role: roleSchema, userId: id }),
    ),
  ),
});
