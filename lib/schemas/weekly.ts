import { z } from "zod";
import { lineVerbs, MOST_DAYS } from "@/lib/domain/weekly/view";
import { dayWithin, instant } from "@/lib/schemas/instant";
import { zoneSchema } from "@/lib/schemas/workspace";

const note = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `Use at most ${most} characters.` })
    .refine((text) => !text.includes("\u0000"), { error: "This has a character that cannot be kept." });

const day = dayWithin("Give a day, such as 2026-05-03.");

/** An answer to one line, with the version of its task as it was seen. */
export const lineAnswerSchema = z.object({
  key: z.string().max(80),
  verb: z.enum(lineVerbs, { error: "Choose mine, draft or skip." }),
  note: note(1000).default(""),
  version: z.int32().min(1).nullable().default(null),
  dueOn: day.nullable().default(null),
});

/** What a skipped turn goes back to: the pause that was before, and until when the open task slept. */
export const resumeSchema = z.object({
  pausedUntil: day.nullable().default(null),
  snoozedUntil: instant.nullable().default(null),
});

/** The assistant's line on top; empty takes it away. On one line, as it stands in a mail. */
export const weeklyNoteSchema = z.object({
  text: note(500).transform((text) => text.replace(/\s+/g, " ")),
});

/** How many days the page looks ahead, from its address: as many as a mail can; anything else is two weeks. */
export const horizonSchema = z.coerce.number().int().min(1).max(MOST_DAYS).catch(14);

const whole = (from: number, to: number, sentence: string) =>
  z.coerce.number({ error: sentence }).int(sentence).min(from, sentence).max(to, sentence);

/** The form of Settings → Mail; the daily mail is on the client's alone. An empty zone is the desk's; empty whisper hours are off. */
export const myMailSchema = z.object({
  weeklyOn: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
  weeklyWeekday: whole(1, 7, "Choose a day of the week."),
  weeklyHour: whole(0, 23, "Choose an hour."),
  weeklyDays: whole(1, MOST_DAYS, "Look at least 1 and at most 90 days ahead."),
  zone: z.union([z.literal("").transform(() => null), zoneSchema]),
  whisperHours: z.union([
    z.literal("").transform(() => null),
    whole(1, 72, "Between 1 and 72 hours before, or off."),
  ]),
  dailyOn: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
  dailyHour: whole(0, 23, "Choose an hour.").optional(),
});
