import { z } from "zod";
import { readDay } from "@/lib/domain/calendar/stretch";

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `Use at most ${most} characters.` })
    .refine((text) => !text.includes("\u0000"), { error: "This has a character that cannot be kept." });
const id = z.uuid({ error: "This is not an id." }).toLowerCase();
const version = z.int32().min(1, { error: "Say which version you saw." });
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "Give a time such as 18:30." });
const day = z.string().refine((text) => readDay(text) !== null, { error: "Give a day as YYYY-MM-DD." });

/** POST /protected-times, and /protected-times/:id/edit with the version that was seen. */
export const protectedSchema = z.strictObject({
  title: line(200).default(""),
  firstOn: day,
  allDay: z.boolean().default(false),
  from: clock.default("00:00"),
  minutes: z.int().min(5, { error: "At least five minutes." }).max(44_640, { error: "At most 31 days." }),
  zone: line(100).min(1, { error: "Choose a time zone." }),
  rule: line(500).default(""),
  exceptOn: z.array(day).max(500).default([]),
});
export const editProtectedSchema = protectedSchema.extend({ version });
/** POST /protected-times/:id/remove and /restore */
export const seenVersionSchema = z.strictObject({ version });
/** POST /protected-times/:id/except: one day of a series is left out. */
export const exceptProtectedSchema = z.strictObject({ version, on: day });

/** POST /calendar/wishes */
export const wishesSchema = z.strictObject({
  checkHours: z.int32().min(1, { error: "At least an hour." }).max(336, { error: "At most two weeks." }),
  escalateHours: z.int().min(0).max(48, { error: "At most two days." }),
  travelMinutes: z.int().min(0).max(480, { error: "At most eight hours." }),
  windowMinutes: z.int().min(0).max(480, { error: "At most eight hours." }),
  hoursFrom: clock,
  hoursTo: clock,
  workDays: z.array(z.int32().min(1).max(7)).min(1, { error: "Choose a day." }).max(7),
});

/** POST /feeds */
export const makeFeedSchema = z.strictObject({
  name: line(120).min(1, { error: "Give it a name." }),
  scope: z.enum(["all", "birthdays", "assistant"]),
  forUser: id.nullable().default(null),
});
/** POST /feeds/:id/reissue, /feeds/:id/revoke */
export const feedTargetSchema = z.strictObject({ version });

const address = line(2000).min(1, { error: "Give the address of the calendar." });
const username = line(300).min(1, { error: "Give the user name." });
const password = z
  .string()
  .min(1, { error: "Give the password." })
  .max(500, { error: "Use at most 500 characters." });
const name = line(200).min(1, { error: "Give the calendar a name." });

const sameText = (text: z.ZodType<string>) => z.union([z.literal(""), text]);

/** POST /calendars/look: what is behind an address; without a user name a calendar that is read as a file. */
export const lookForCalendarsSchema = z.strictObject({
  address,
  username: sameText(username).default(""),
  password: sameText(password).default(""),
});
/** POST /calendars: an address of a file (https or webcal), or a collection that looking has found. */
export const addCalendarSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("feed"), address, name, isPrivate: z.boolean().default(false) }),
  z.strictObject({
    kind: z.literal("caldav"),
    address,
    username,
    password,
    name,
    isPrivate: z.boolean().default(false),
    takesOurs: z.boolean().default(false),
  }),
]);
/** POST /calendars/:id/edit: only what is to change; an empty password or address stays as it is. */
export const editCalendarSchema = z.strictObject({
  version,
  name: name.optional(),
  isPrivate: z.boolean().optional(),
  takesOurs: z.boolean().optional(),
  address: sameText(address).optional(),
  username: sameText(username).optional(),
  password: sameText(password).optional(),
});
/** POST /calendars/:id/pause */
export const pauseCalendarSchema = z.strictObject({ paused: z.boolean() });
/** POST /calendars/:id/sync: `begin` asks the server what is new; without it the entries that wait are read on. */
export const syncCalendarSchema = z.strictObject({ begin: z.boolean().default(false) });
/** POST /calendars/:id/remove: `events` are taken off the calendar, or stay. */
export const removeCalendarSchema = z.strictObject({ events: z.enum(["keep", "remove"]) });
/** POST /calendars/:id/resolve */
export const resolveItemSchema = z.strictObject({
  href: z.string().min(1).max(1000),
  side: z.enum(["here", "there"]),
});

export type AddCalendarInput = z.infer<typeof addCalendarSchema>;
export type EditCalendarInput = z.infer<typeof editCalendarSchema>;
export type LookForCalendarsInput = z.infer<typeof lookForCalendarsSchema>;
