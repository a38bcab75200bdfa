import { z } from "zod";
import { doors } from "@/lib/domain/actor";
import type { Can } from "@/lib/domain/task/can";
import { type TagReason, tags, taskKinds, taskStates } from "@/lib/domain/task/task";
import type { KindFields, MailOfMessage, Repeat, TaskDetail, TaskRow } from "@/lib/domain/task/view";
import { decisionSchema } from "@/lib/schemas/views/decision";
import { draftLineSchema } from "@/lib/schemas/views/draft-line";
import { exactly } from "@/lib/schemas/views/exactly";
import { actingRoleSchema, count, id, instant, roleSchema, seq, version } from "@/lib/schemas/views/parts";

/** Somebody, as a task names them. `circle` is the key of their nearest circle. */
export const personRefSchema = z.strictObject({ id, name: z.string(), circle: z.string() });

const tagReasonSchema = exactly<TagReason>()(
  z.discriminatedUnion("by", [
    z.strictObject({ by: z.literal("rule"), rule: z.string() }),
    z.strictObject({ by: z.literal("hand"), role: actingRoleSchema, name: z.string() }),
  ]),
);

const canSchema = exactly<Can>()(
  z.strictObject({
    complete: z.boolean(),
    decline: z.boolean(),
    tighten: z.boolean(),
    loosen: z.boolean(),
    reopen: z.boolean(),
    change: z.boolean(),
  }),
);

export const taskRowSchema = exactly<TaskRow>()(
  z.strictObject({
    id,
    version,
    kind: z.enum(taskKinds),
    title: z.string(),
    preview: z.string().describe("One line: the start of the message, or what the kind has to say."),
    tag: z.enum(tags),
    tagReason: tagReasonSchema.describe("Who set the tag: a rule of the policy, or somebody’s hand."),
    state: z.enum(taskStates),
    person: personRefSchema.nullable(),
    priority: z.literal([0, 1, 2, 3]),
    dueAt: instant.nullable(),
    dueAllDay: z.boolean(),
    receivedAt: instant.nullable(),
    replyDueAt: instant.nullable().describe("Until when an answer is due."),
    snoozedUntil: instant.nullable(),
    snoozedUntilAnswer: z.boolean().describe("It sleeps until an answer comes."),
    repeats: z.boolean(),
    isPrivate: z.boolean(),
    mergedIntoId: id.nullable(),
    createdAt: instant,
    closedAt: instant.nullable(),
    can: canSchema.describe("What whoever asks may do with it."),
  }),
);

export const kindFieldsSchema = exactly<KindFields>()(
  z.strictObject({
    date: z.string().optional(),
    leadDays: count.optional(),
    leadBy: z.string().optional(),
    startsAt: instant.optional(),
    endsAt: instant.optional(),
    zone: z.string().optional(),
    place: z.string().optional(),
    link: z.string().optional(),
    organiser: z.string().optional(),
    eventUid: z.string().optional(),
    changed: z.array(z.string()).optional(),
    eventId: id.optional(),
    service: z.string().optional(),
    handle: z.string().optional(),
    criteria: z
      .array(z.strictObject({ text: z.string(), met: z.enum(["met", "not-met", "unknown"]) }))
      .optional(),
    everyDays: count.optional(),
    otherSide: z.string().optional(),
    publishAt: instant.optional(),
    windowMinutes: count.optional(),
    postText: z.string().optional(),
    between: z.string().optional(),
    checklist: z.array(z.strictObject({ text: z.string(), done: z.boolean() })).optional(),
  }),
);

export const mailOfMessageSchema = exactly<MailOfMessage>()(
  z.strictObject({
    messageId: z.string(),
    references: z.array(z.string()),
    subject: z.string(),
    from: z.strictObject({ name: z.string(), address: z.string() }),
  }),
);

/** The message that a task answers; `mail` where it came by mail. */
export const messageSchema = z.strictObject({
  text: z.string(),
  from: z.string(),
  receivedAt: instant.nullable(),
  service: z.string().nullable(),
  url: z.string().nullable(),
  mail: mailOfMessageSchema.optional(),
});

export const repeatSchema = exactly<Repeat>()(
  z.strictObject({ rule: z.string(), from: z.enum(["calendar", "completion"]) }),
);

const outcome = z.enum(["done", "declined"]);

const closedSchema = z.strictObject({
  outcome,
  at: instant,
  by: z.string(),
  role: roleSchema,
  door: z.enum(doors),
  note: z.string(),
  words: z.string(),
});

const gestureSchema = z.strictObject({
  id,
  outcome,
  at: instant,
  by: z.string(),
  role: roleSchema,
  note: z.string(),
  words: z.string(),
  undoneAt: instant.nullable(),
});

const lastTimeSchema = z.strictObject({
  at: instant,
  by: z.string(),
  role: roleSchema,
  outcome,
  note: z.string(),
  words: z.string(),
});

export const noLongerSchema = z.strictObject({ says: z.string(), canTakeBack: z.boolean() });

export const taskDetailSchema = exactly<TaskDetail>()(
  z.strictObject({
    ...taskRowSchema.shape,
    note: z.string(),
    whoComes: z.string().describe("With whom a checked meeting is, as its entry says now."),
    message: messageSchema.nullable(),
    fields: kindFieldsSchema,
    account: z.strictObject({ id, name: z.string(), service: z.string() }).nullable(),
    repeat: repeatSchema.nullable(),
    replyWithinHours: count.nullable(),
    closed: closedSchema.nullable(),
    gestures: z.array(gestureSchema),
    lastTime: lastTimeSchema.nullable().describe("What was done the last time this day came round."),
    wasThatIt: z.string().nullable().describe("What it asks when contact was logged meanwhile."),
    noLonger: noLongerSchema
      .nullable()
      .describe("Why what it was made for is no longer so: its day is gone or another, its person has died."),
    mergedHere: z.array(z.strictObject({ id, title: z.string() })),
    draft: draftLineSchema.nullable(),
    decisions: z.array(decisionSchema),
    likely: z
      .array(z.strictObject({ id, title: z.string(), version, tag: z.enum(tags) }))
      .describe("Open tasks that may be the same thing."),
    history: z.array(
      z.strictObject({ seq, at: instant, sentence: z.string(), agent: z.string().nullable() }),
    ),
  }),
);

/** What a verb on a task answers: the task as it is now. */
export const taskChangedSchema = z.strictObject({ task: taskRowSchema, seq });
