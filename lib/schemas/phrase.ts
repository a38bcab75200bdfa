import { z } from "zod";
import { phraseKinds } from "@/lib/domain/draft/phrase";

const version = z.int32().min(1, { error: "Say which version you saw." });
const language = z
  .string()
  .trim()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, { error: "Choose a language." });
const kind = z.enum(phraseKinds, { error: "Choose what it is for." });
const title = z
  .string()
  .trim()
  .min(1, { error: "Give the phrase a name." })
  .max(120, { error: "Use at most 120 characters." })
  .refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text), { error: "Write it on one line." });
const text = z
  .string()
  .trim()
  .min(1, { error: "Write the phrase." })
  .max(5000, { error: "Use at most 5,000 characters." })
  .refine((words) => !words.includes("\u0000"), { error: "This has a character that cannot be kept." });

/** POST /phrases */
export const addPhraseSchema = z.strictObject({ language, kind: kind.default("other"), title, text });

/** POST /phrases/:id/edit: only what is to change. */
export const editPhraseSchema = z.strictObject({
  version,
  language: language.optional(),
  kind: kind.optional(),
  title: title.optional(),
  text: text.optional(),
});

/** POST /phrases/:id/remove, /phrases/:id/restore */
export const phraseVersionSchema = z.strictObject({ version });

/** POST /phrases/start: the language whose first phrases are put in. */
export const startPhrasesSchema = z.strictObject({ language });
