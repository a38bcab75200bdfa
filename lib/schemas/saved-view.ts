import { z } from "zod";
import { LONGEST_VIEW_NAME } from "@/lib/domain/task/saved-view";
import { tags, taskKinds, taskStates } from "@/lib/domain/task/task";

const version = z.int32().min(1, { error: "Say which version you saw." });
const name = z
  .string()
  .trim()
  .min(1, { error: "Give the view a name." })
  .max(LONGEST_VIEW_NAME, { error: `Use at most ${LONGEST_VIEW_NAME} characters.` })
  .refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text), { error: "Write it on one line." });
/** The filter as the address of the queue holds it. */
export const viewFilterSchema = z.strictObject({
  q: z
    .string()
    .max(200, { error: "Use at most 200 characters." })
    .refine((words) => !words.includes("\u0000"), { error: "This has a character that cannot be kept." }),
  kind: z.enum(taskKinds).nullable(),
  tag: z.enum(tags).nullable(),
  state: z.enum(taskStates).exclude(["withdrawn"]).nullable(),
  personId: z.uuid().nullable(),
  snoozed: z.boolean(),
  overdue: z.boolean(),
});

/** POST /views */
export const addViewSchema = z.strictObject({
  name,
  filter: viewFilterSchema,
  asBoard: z.boolean().default(false),
});

/** POST /views/:id/edit: only what is to change. */
export const editViewSchema = z.strictObject({
  version,
  name: name.optional(),
  filter: viewFilterSchema.optional(),
  asBoard: z.boolean().optional(),
});

/** POST /views/:id/remove, /views/:id/restore */
export const viewVersionSchema = z.strictObject({ version });
