import { z } from "zod";

const line = z
  .string()
  .trim()
  .max(200, { error: "Use at most 200 characters." })
  .refine((text) => !text.includes("\u0000"), {
    error: "This has a character that cannot be kept.",
  });
const word = z
  .string()
  .trim()
  .max(100, { error: "Use at most 100 characters for a word." })
  .refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text), { error: "Write one word, or a few, on a line." });

/** POST /voice: what is asked for everybody (circle ""), or of one circle. `version` is null where nothing was asked yet. */
export const saveVoiceSchema = z.strictObject({
  circle: z.string().regex(/^([a-z0-9][a-z0-9-]{0,39})?$/, { error: "Choose a circle of this desk." }),
  version: z.int32().min(1).nullable(),
  greeting: line.default(""),
  signOff: line.default(""),
  neverWords: z
    .array(word)
    .max(300, { error: "Use at most 300 words." })
    .default([])
    .transform((words) => [...new Set(words.filter((one) => one !== ""))]),
  mostWords: z
    .int({ error: "Give a number from 1 to 5,000, or leave it empty." })
    .min(1, { error: "Give a number from 1 to 5,000, or leave it empty." })
    .max(5000, { error: "Give a number from 1 to 5,000, or leave it empty." })
    .nullable()
    .default(null),
});
export type SaveVoiceInput = z.infer<typeof saveVoiceSchema>;
