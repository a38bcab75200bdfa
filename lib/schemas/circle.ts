import { z } from "zod";

/** The key of a circle, such as "inner". Whether the desk has one is the use-case's to know. */
export const circleKey = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, { error: "Choose a circle of this desk." });

/** A number from a form's text field, or null where it was left empty. */
const wholeNumber = (most: number, sentence: string) =>
  z
    .string()
    .trim()
    .default("")
    .refine((text) => text === "" || (/^\d{1,4}$/.test(text) && Number(text) <= most), { error: sentence })
    .transform((text) => (text === "" ? null : Number(text)));

const name = z
  .string()
  .trim()
  .min(1, { error: "Give the circle a name." })
  .max(60, { error: "Use at most 60 characters." })
  .refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text), { error: "Write it on one line." });
const version = z.coerce.number().int().min(1);
const checked = z
  .literal("on")
  .optional()
  .transform((on) => on === "on");
const perUnit = { days: 1, weeks: 7, months: 30 } as const;

/** The form of a new circle. */
export const newCircleSchema = z.object({ name });

/** Which circle, as it was seen. */
export const circleTargetSchema = z.object({ key: circleKey, version });

/** One step nearer or farther. */
export const moveCircleSchema = circleTargetSchema.extend({ to: z.enum(["nearer", "farther"]) });

/** The form of a circle: boxes carry "on"; a month counts as 30 days. */
export const circleSchema = circleTargetSchema
  .extend({
    name,
    greetInPerson: checked,
    mustBeYou: checked,
    every: wholeNumber(3650, "Give a number, or leave it empty for never.").refine((n) => n !== 0, {
      error: "Give a number from 1, or leave it empty for never.",
    }),
    unit: z.enum(["days", "weeks", "months"]).default("days"),
    leadDays: wholeNumber(365, "Give a number of days from 0 to 365, or leave it empty."),
    replyWithin: wholeNumber(365, "Give a number from 1 to 365, or leave it empty.").refine((n) => n !== 0, {
      error: "Give a number from 1, or leave it empty.",
    }),
    replyUnit: z.enum(["hours", "days"]).default("days"),
    checkHours: wholeNumber(336, "Give a number of hours from 1 to 336, or leave it empty.").refine(
      (n) => n !== 0,
      { error: "Give a number from 1, or leave it empty." },
    ),
  })
  .transform(({ mustBeYou, every, unit, replyWithin, replyUnit, ...rest }, context) => {
    const cadenceDays = every === null ? null : every * perUnit[unit];
    if (cadenceDays !== null && cadenceDays > 3650)
      context.addIssue({ code: "custom", path: ["every"], message: "At most ten years." });
    return {
      ...rest,
      defaultTag: mustBeYou ? ("must-be-you" as const) : null,
      cadenceDays,
      replyWithinHours: replyWithin === null ? null : replyWithin * (replyUnit === "days" ? 24 : 1),
    };
  });
