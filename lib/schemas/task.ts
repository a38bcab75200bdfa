import { z } from "zod";
import { isMailAddress } from "@/lib/domain/draft/mail-address";
import { readTaskRule } from "@/lib/domain/task/repeat";
import { openStates, tags, taskKinds } from "@/lib/domain/task/task";
import { instant } from "@/lib/schemas/instant";

/** Where it is kept as one. */
const moment = instant.transform((text) => new Date(text));
const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `Use at most ${most} characters.` })
    .refine((text) => !text.includes("\u0000"), { error: "This has a character that cannot be kept." });
const id = z.uuid({ error: "This is not an id." }).toLowerCase();
const webAddress = line(2000).refine((text) => text === "" || /^(https?|mailto|tel):/i.test(text), {
  error: "Start the address with https://.",
});

const version = z.int32().min(1, { error: "Say which version you saw." });
const target = z.object({ version });
const note = line(5000).default("");

/** The message that a task answers. */
const messageSchema = z.object({
  text: line(50_000),
  from: line(300).default(""),
  receivedAt: moment
    .transform((date) => date.toISOString())
    .nullable()
    .default(null),
  service: line(100).nullable().default(null),
  url: webAddress.nullable().default(null),
  mail: z
    .strictObject({
      messageId: line(1000).min(1),
      references: z.array(line(1000)).max(50),
      subject: line(500),
      from: z.strictObject({
        name: line(200),
        address: z.string().trim().refine(isMailAddress, { error: "This is not an e-mail address." }),
      }),
    })
    .optional(),
});

/** POST /messages/read: an e-mail as it was saved (.eml). */
export const readMessageSchema = z.strictObject({
  base64: z
    .base64({ error: "This is not a file." })
    .min(4, { error: "Choose an e-mail." })
    .max(14_200_000, { error: "This file is too large; at most 10 MB." }),
});

/** The fields that differ by kind (lib/domain/task/view.ts: KindFields). Unknown ones are refused, not kept. */
const fieldsSchema = z.strictObject({
  date: z
    .string()
    .regex(/^(--|\d{4}-)\d{2}-\d{2}$/, { error: "Give a day such as 3 May." })
    .optional(),
  leadDays: z.int().min(0).max(365, { error: "At most 365 days ahead." }).optional(),
  leadBy: z.string().max(80).optional(),
  startsAt: instant.optional(),
  endsAt: instant.optional(),
  zone: line(100).optional(),
  place: line(500).optional(),
  link: webAddress.optional(),
  organiser: line(300).optional(),
  eventUid: line(500).optional(),
  changed: z.array(line(1000)).max(20).optional(),
  eventId: id.optional(),
  service: line(100).optional(),
  handle: line(200).optional(),
  criteria: z
    .array(z.object({ text: line(500), met: z.enum(["met", "not-met", "unknown"]) }))
    .max(50)
    .optional(),
  everyDays: z.int32().min(1).max(3650, { error: "At most every ten years." }).optional(),
  otherSide: line(300).optional(),
  publishAt: instant.optional(),
  windowMinutes: z.int().min(0).max(480, { error: "At most eight hours." }).optional(),
  postText: line(20_000).optional(),
  between: line(500).optional(),
  checklist: z
    .array(z.object({ text: line(500), done: z.boolean() }))
    .max(100)
    .optional(),
});

/** How a task repeats; lib/domain/task/repeat judges the rule and says why it cannot be. */
const repeatSchema = z.object({
  rule: line(300).superRefine((text, context) => {
    const read = readTaskRule(text);
    if (!read.ok) context.addIssue({ code: "custom", message: read.why });
  }),
  from: z.enum(["calendar", "completion"]),
});

const editable = {
  kind: z.enum(taskKinds, { error: "Choose one of the ten kinds." }),
  title: line(500).min(1, { error: "Say in a few words what is to be done." }),
  note: line(50_000),
  personId: id.nullable(),
  accountId: id.nullable(),
  message: messageSchema.nullable(),
  fields: fieldsSchema,
  repeat: repeatSchema.nullable(),
  priority: z.int().min(0).max(3, { error: "Priority is 1, 2, 3, or none." }),
  dueAt: moment.nullable(),
  dueAllDay: z.boolean(),
  receivedAt: moment.nullable(),
  replyWithinHours: z.int32().min(1).max(8760, { error: "At most a year." }).nullable(),
  isPrivate: z.boolean(),
};

/** POST /tasks */
export const createTaskSchema = z.strictObject({
  ...z.object(editable).partial().shape,
  kind: editable.kind,
  title: editable.title,
  tag: z.enum(tags).optional(),
  state: z.enum(openStates).optional(),
});

/** POST /tasks/:id/:verb, by verb. */
/** `words` are the exact ones that went out, where somebody wrote them down. */
export const completeSchema = target.extend({ note, words: line(20_000).default("") });
export const declineSchema = target.extend({ note });
export const reopenSchema = target.extend({ to: z.enum(openStates).optional() });
export const snoozeSchema = target.extend({
  until: moment.nullable().default(null),
  untilAnswer: z.boolean().default(false),
});
export const moveSchema = target.extend({
  to: z.enum(openStates, { error: "A task is closed by completing or declining it." }),
});
export const retagSchema = target.extend({ tag: z.enum(tags) });
export const mergeSchema = target.extend({ into: id });
export const editSchema = z.strictObject({ ...z.object(editable).partial().shape, version });
export const targetSchema = target;

/**
 * POST /tasks/bulk: one verb for many. The items are checked one by one, each under its own version. Words are no part of it
 * for more than one: what went out to one person was not said to all.
 */
export const bulkSchema = z
  .object({
    verb: z.enum(["complete", "decline", "snooze", "wake", "move", "retag", "undo"], {
      error: "This cannot be done to many at once.",
    }),
    items: z.array(z.object({ id, version })).min(1).max(200, { error: "At most 200 at a time." }),
    input: z.record(z.string(), z.unknown()).default({}),
  })
  .refine(({ items, input }) => items.length === 1 || !input.words, {
    path: ["words"],
    error: "Words go to one person: complete these one by one.",
  });

const flag = z
  .enum(["0", "1", "true", "false", ""])
  .catch("")
  .transform((value) => value === "1" || value === "true");
const orNone = <T extends z.ZodType>(schema: T) => schema.nullable().catch(null as never);

/** The filters of the queue as they stand in a URL; what cannot be read is left out. */
const filterSchema = z.object({
  q: z
    .string()
    .catch("")
    .transform((text) => text.replaceAll("\u0000", "").trim().slice(0, 200)),
  kind: orNone(z.enum(taskKinds)).default(null),
  tag: orNone(z.enum(tags)).default(null),
  state: orNone(z.enum([...openStates, "done", "declined"])).default(null),
  person: orNone(id).default(null),
  snoozed: flag.default(false),
  overdue: flag.default(false),
});

/** GET /tasks */
export const listSchema = filterSchema.extend({
  state: z.enum([...openStates, "done", "declined"]).catch("inbox"),
  cursor: z.string().max(300).nullable().default(null),
});

/** POST /people/:id/words */
export const checkWordsSchema = z.strictObject({ words: line(20_000).default("") });

/** GET /changes */
export const changesSchema = z.object({ after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER) });
