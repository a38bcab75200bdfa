import { z } from "zod";
import { readDay } from "@/lib/domain/calendar/stretch";
import { instant } from "@/lib/schemas/instant";

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `Use at most ${most} characters.` })
    .refine((text) => !text.includes("\u0000"), { error: "This has a character that cannot be kept." });
const id = z.uuid({ error: "This is not an id." }).toLowerCase();
const version = z.int32().min(1, { error: "Say which version you saw." });
const wall = z
  .string()
  .refine((text) => readDay(text.slice(0, 10)) !== null && /^.{10}(T([01]\d|2[0-3]):[0-5]\d)?$/.test(text), {
    error: "Give a day and a time.",
  });
const scope = z.enum(["one", "following", "all"]).default("all");
const webAddress = line(2000).refine((text) => text === "" || /^https?:\/\//i.test(text), {
  error: "Start the address with https://.",
});

/** An entry as it is typed (lib/domain/calendar/event.ts: EventInput); what fits together is judged by the domain. */
const eventSchema = z.strictObject({
  summary: line(500).min(1, { error: "Give it a name." }),
  start: wall,
  end: wall,
  allDay: z.boolean().default(false),
  zone: line(100).min(1, { error: "Choose a time zone." }),
  place: line(1000).default(""),
  link: webAddress.default(""),
  note: line(20_000).default(""),
  rule: line(500).default(""),
  guests: z
    .array(z.strictObject({ name: line(200), email: line(320), personId: id.nullable() }))
    .max(200, { error: "At most 200 guests." })
    .default([]),
  isPrivate: z.boolean().default(false),
  isFree: z.boolean().default(false),
  travelMinutes: z.int().min(0).max(1440).nullable().default(null),
  wantsCheck: z.boolean().nullable().default(null),
});

/** `overProtected`: the client knows that it stands over kept time; `hold`: whoever is not the client has it wait for them. */
const word = { overProtected: z.boolean().default(false), hold: z.boolean().default(false) };

/** POST /events */
export const createEventSchema = z.strictObject({ event: eventSchema, ...word });
/** POST /events/:id/edit: `occurrence` is the happening that was opened (ISO), for scopes "one" and "following". */
export const editEventSchema = z.strictObject({
  version,
  scope,
  occurrence: instant.nullable().default(null),
  event: eventSchema,
  ...word,
});
/** POST /events/:id/move: to where, on the wall of the desk's zone ("YYYY-MM-DDTHH:MM", or days); the form leaves all else as it is. */
export const moveEventSchema = z.strictObject({
  version,
  scope,
  occurrence: instant.nullable().default(null),
  start: wall,
  end: wall,
  allDay: z.boolean(),
  ...word,
});
/** POST /events/:id/remove */
export const removeEventSchema = z.strictObject({
  version,
  scope,
  occurrence: instant.nullable().default(null),
});
/** POST /events/:id/privacy */
export const eventPrivacySchema = z.strictObject({ version, isPrivate: z.boolean() });
/** POST /events/:id/allow: the client lets a held entry stand (or not: it is taken away). */
export const allowEventSchema = z.strictObject({ version, allow: z.boolean() });
/** POST /events/undo: what a change answered as `undo`. */
export const undoEventSchema = z.strictObject({ undo: id });
/** GET /events/:id?at= */
export const readEventSchema = z.strictObject({ at: instant.optional() });
/** POST /calendar/times: what stands in the way of a time, and what is free. `ignore` is the entry that is moved, or answered. */
export const checkTimeSchema = z.strictObject({
  startsAt: instant,
  endsAt: instant,
  place: line(1000).default(""),
  ignore: id.nullable().default(null),
  otherZone: line(100).nullable().default(null),
  travelMinutes: z.int().min(0).max(1440).nullable().optional(),
});

export type CreateEventInput = z.infer<typeof createEventSchema>;
export type EditEventInput = z.infer<typeof editEventSchema>;
export type MoveEventInput = z.infer<typeof moveEventSchema>;
export type RemoveEventInput = z.infer<typeof removeEventSchema>;
