import { z } from "zod";
import { contactHows } from "@/lib/domain/person/contact";
import { promisers } from "@/lib/domain/person/promise";
import { storyKinds } from "@/lib/domain/person/story";
import { dayWithin, instant } from "@/lib/schemas/instant";

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `Use at most ${most} characters.` })
    .refine((words) => !words.includes("\u0000"), { error: "This has a character that cannot be kept." });
const version = z.int32().min(1, { error: "Say which version you saw." });
const day = dayWithin("Give a day, such as 2026-05-03.");

const contact = {
  at: instant.transform((words) => new Date(words)),
  how: z.enum(contactHows, { error: "Say how: a call, a meeting, a message, a letter, a gift." }),
  note: text(5000),
  isPrivate: z.boolean(),
};

/** POST /people/:id/contacts */
export const logContactSchema = z.strictObject({
  at: contact.at,
  how: contact.how,
  note: contact.note.default(""),
  isPrivate: contact.isPrivate.default(false),
});

/** POST /contacts/:id/edit: only what is to change. */
export const editContactSchema = z.strictObject({ ...z.object(contact).partial().shape, version });

/** POST /contacts/:id/remove and the like, /promises/:id/keep and the like. */
export const entryTargetSchema = z.strictObject({ version });

const promise = {
  text: text(1000).min(1, { error: "Say what was promised." }),
  whose: z.enum(promisers, { error: "Say who promised." }),
  dueOn: day.nullable(),
  isPrivate: z.boolean(),
};

/** POST /people/:id/promises */
export const addPromiseSchema = z.strictObject({
  text: promise.text,
  whose: promise.whose.default("client"),
  dueOn: promise.dueOn.default(null),
  isPrivate: promise.isPrivate.default(false),
  taskId: z.uuid().toLowerCase().nullable().default(null),
});

/** POST /promises/:id/edit: only what is to change. */
export const editPromiseSchema = z.strictObject({ ...z.object(promise).partial().shape, version });

/** POST /people/:id/touch: how often one likes to be in touch, never, or not before a day. */
export const setTouchSchema = z.strictObject({
  cadenceDays: z.int32().min(1).max(3650, { error: "At most every ten years." }).nullable().optional(),
  neverDue: z.boolean().optional(),
  pausedUntil: day.nullable().optional(),
  version,
});

const cursor = z.string().max(600).nullable().catch(null);

/** GET /people/:id/story. What cannot be read is left out. */
export const storySchema = z.object({ kind: z.enum(storyKinds).nullable().catch(null), cursor });

/** GET /people/touch */
export const touchListSchema = z.object({ cursor });

/** The form of a stretch of days off. */
export const dayOffSchema = z.object({
  fromOn: day,
  toOn: z.union([day, z.literal("")]).default(""),
  label: text(200).default(""),
});
