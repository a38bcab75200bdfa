import { z } from "zod";
import { contactHows } from "@/lib/domain/person/contact";
import { promisers } from "@/lib/domain/person/promise";
import { meetingsNotAgreed, type StoryPage } from "@/lib/domain/person/story";
import { taskKinds } from "@/lib/domain/task/task";
import { exactly } from "@/lib/schemas/views/exactly";
import { actingRoleSchema, day, id, instant, roleSchema, version } from "@/lib/schemas/views/parts";

const common = { id: z.string(), at: instant, year: z.int(), isPrivate: z.boolean() };

const entrySchema = z.discriminatedUnion("kind", [
  z.strictObject({
    ...common,
    kind: z.literal("gesture"),
    taskId: id,
    taskKind: z.enum(taskKinds),
    title: z.string(),
    outcome: z.enum(["done", "declined"]),
    by: z.string(),
    role: roleSchema,
    note: z.string(),
    words: z.string(),
    undoneAt: instant.nullable(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("message"),
    taskId: id,
    from: z.string(),
    service: z.string(),
    text: z.string(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("meeting"),
    title: z.string(),
    allDay: z.boolean(),
    isCancelled: z.boolean(),
    notAgreed: z.enum(meetingsNotAgreed).nullable(),
    isComing: z.boolean(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("contact"),
    version,
    how: z.enum(contactHows),
    note: z.string(),
    by: z.string(),
    role: actingRoleSchema,
  }),
  z.strictObject({
    ...common,
    kind: z.literal("promise"),
    version,
    whose: z.enum(promisers),
    text: z.string(),
    dueOn: day.nullable(),
    keptAt: instant.nullable(),
    by: z.string(),
    role: actingRoleSchema,
  }),
]);

export const storyPageSchema = exactly<StoryPage>()(
  z.strictObject({ entries: z.array(entrySchema), more: z.string().nullable() }),
);
