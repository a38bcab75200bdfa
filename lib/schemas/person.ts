import { z } from "zod";
import { isZoneToChoose } from "@/lib/domain/calendar/zone-day";
import { dateKinds } from "@/lib/domain/person/person";
import { circleKey } from "@/lib/schemas/circle";
import { dayWithin } from "@/lib/schemas/instant";

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `Use at most ${most} characters.` });
const id = z.uuid({ error: "This is not an id." }).toLowerCase();
const version = z.int32().min(1, { error: "Say which version you saw." });

/** Values with what their owner calls them; the empty lines of a form are left out. */
const labelled = (value: z.ZodType<string, string>, most: number) =>
  z
    .array(z.strictObject({ value, label: line(60).default("") }))
    .max(most, { error: `At most ${most} of these.` })
    .transform((all) => all.filter((one) => one.value !== ""));

const email = line(320).refine((text) => text === "" || /^[^\s@]+@[^\s@]+$/.test(text), {
  error: "This does not look like an e-mail address.",
});
const link = line(2000).refine((text) => !/^(javascript|data|vbscript):/i.test(text), {
  error: "Start the address with https://.",
});

const leadDays = z
  .int({ error: "Give a number of days from 0 to 365." })
  .min(0, { error: "Give a number of days from 0 to 365." })
  .max(365, { error: "Give a number of days from 0 to 365." });

/** One yearly day. Whether the day exists is judged by lib/domain/person/yearly-date. */
const dateSchema = z.strictObject({
  id: id.nullable().default(null),
  kind: z.enum(dateKinds),
  label: line(100).default(""),
  month: z.int32().min(1, { error: "Choose a month." }).max(12, { error: "Choose a month." }),
  day: z.int32().min(1, { error: "Give a day from 1 to 31." }).max(31, { error: "Give a day from 1 to 31." }),
  year: z
    .int({ error: "Give a year of four digits, or leave it empty." })
    .min(1, { error: "Give a year of four digits, or leave it empty." })
    .max(9999, { error: "Give a year of four digits, or leave it empty." })
    .nullable()
    .default(null),
  leadDays: leadDays.nullable().default(null),
});

const zone = line(60)
  .refine((name) => name === "" || isZoneToChoose(name), {
    error: "This is not a time zone, such as Europe/Berlin.",
  })
  .transform((name) => (name === "" ? null : name));

const editable = {
  name: line(300).min(1, { error: "Give a name." }),
  saidAs: line(300),
  givenName: line(200),
  familyName: line(200),
  nicknames: z.array(line(100).min(1)).max(20, { error: "At most 20 of these." }),
  organization: line(300),
  jobTitle: line(300),
  circle: circleKey,
  circles: z
    .array(circleKey)
    .min(1, { error: "Choose at least one circle." })
    .max(20, { error: "At most 20 circles." }),
  leadDays: leadDays.nullable(),
  emails: labelled(email, 20),
  phones: labelled(line(80), 20),
  addresses: labelled(line(1000), 20),
  links: labelled(link, 30),
  howMet: line(5000),
  careful: line(5000),
  note: line(50_000),
  language: line(40).transform((tag) => (tag === "" ? null : tag)),
  zone,
  dates: z.array(dateSchema).max(30, { error: "At most 30 days." }),
};

/** POST /people */
export const addPersonSchema = z.strictObject({
  ...z.object(editable).partial().shape,
  name: editable.name,
  isPrivate: z.boolean().optional(),
});

/** POST /people/:id/edit: only the fields that are to change. */
export const editPersonSchema = z.strictObject({ ...z.object(editable).partial().shape, version });

/** POST /people/:id/privacy */
export const privacySchema = z.strictObject({ version, isPrivate: z.boolean() });

/** POST /people/:id/died: the day as "YYYY-MM-DD", or null where nobody knows it. */
export const diedSchema = z.strictObject({
  version,
  diedOn: dayWithin("This is not a day.").nullable(),
  isRemembered: z.boolean(),
});

/** POST /people/:id/remove, POST /people/:id/living */
export const personTargetSchema = z.strictObject({ version });

/** GET /people, and the address of the page. What cannot be read is left out. */
export const listPeopleSchema = z.object({
  q: z
    .string()
    .catch("")
    .transform((text) => text.replaceAll("\u0000", "").trim().slice(0, 200)),
  circle: circleKey.nullable().catch(null),
  // As long as a name of two hundred letters makes it.
  cursor: z.string().max(1_200).nullable().catch(null),
});
