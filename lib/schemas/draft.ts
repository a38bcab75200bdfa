import { z } from "zod";
import { draftWays, longestDraft } from "@/lib/domain/draft/draft";
import { isMailAddress } from "@/lib/domain/draft/mail-address";
import { instant } from "@/lib/schemas/instant";

const noNull = (words: string) => !words.includes("\u0000");
/** Half a letter (a lone surrogate) is kept in no list of the database; of words the use-case takes care itself. */
const isKept = (text: string) => noNull(text) && text.isWellFormed();
const unkept = { error: "This has a character that cannot be kept." };
/** Words as they were typed: nothing is trimmed, line ends are made plain by the use-case. */
const words = z
  .string()
  .max(longestDraft * 2, { error: `A draft has at most ${longestDraft.toLocaleString("en-GB")} letters.` })
  .refine(noNull, unkept);
const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `Use at most ${most} characters.` })
    .refine(isKept, unkept);
const note = line(5000).min(1, { error: "Say something first." });
const latest = z.int32().min(0, { error: "Say which version you saw." });
const version = z.int32().min(1, { error: "Say which version you saw." });
const seal = z.string().regex(/^[0-9a-f]{64}$/, { error: "Say what was shown to you." });
const phrases = z
  .array(z.strictObject({ text: words.min(1).refine(isKept, unkept) }))
  .max(50)
  .describe(
    "Saved phrases that were put in. What the desk never saved as one counts as none, and so does what an agent puts in.",
  );

/** A name or a subject, in a header and in our own mails: what breaks a line could pass for another one. */
const oneLine = (most: number) =>
  line(most).refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text), { error: "Write it on one line." });

const recipient = z.strictObject({
  name: oneLine(200),
  address: z.string().trim().refine(isMailAddress, { error: "This is not an e-mail address." }),
  field: z.enum(["to", "cc"]),
});

/** POST /tasks/:id/draft */
export const startDraftSchema = z.strictObject({
  text: words.default(""),
  phrases: phrases.default([]),
});

/** POST /drafts/:id/save */
export const saveWordsSchema = z.strictObject({
  basedOn: latest,
  text: words,
  phrases: phrases.default([]),
  voids: z
    .boolean()
    .default(false)
    .describe(
      "These words may end an approval, or call back what waits to leave: whoever writes knows that it is so.",
    ),
});

/** POST /drafts/:id/address: only what is to change. */
export const addressDraftSchema = z.strictObject({
  version,
  way: z.enum(draftWays).optional(),
  accountId: z.uuid().nullable().optional(),
  recipients: z.array(recipient).max(50, { error: "At most 50 people." }).optional(),
  subject: oneLine(500).optional(),
  wantsProof: z.boolean().optional(),
  neededBy: instant
    .transform((text) => new Date(text))
    .nullable()
    .optional(),
});

/** POST /drafts/:id/submit, /remove: the version that was seen. */
export const seenDraftSchema = z.strictObject({ latest });
/** POST /drafts/:id/take-back, /undo, /restore: nothing but the draft. */
export const nothingSchema = z.strictObject({});
/** POST /drafts/:id/ask-changes */
export const askChangesSchema = z.strictObject({
  latest,
  reason: line(5000).min(1, { error: "Say what should be different." }),
});
/** POST /drafts/:id/approve: what was shown; with `text` in these words instead, begun from the version `basedOn`, and the saved `phrases` put into them. */
export const approveDraftSchema = z.strictObject({
  seal,
  text: words.optional(),
  basedOn: latest.optional(),
  phrases: phrases.default([]),
  /** The client knows that an answer promises time that they keep. */
  overProtected: z.boolean().default(false),
});
/** POST /drafts/:id/release */
export const releaseDraftSchema = z.strictObject({ seal });
/** POST /drafts/:id/went-out */
export const wentOutSchema = z.strictObject({ latest, note: line(5000).default("") });
/** POST /drafts/:id/comments */
export const commentSchema = z.strictObject({ note });
/** POST /draft-comments/:id/remove and the like */
export const partTargetSchema = z.strictObject({ version });
/** POST /drafts/:id/presence */
export const presenceSchema = z.strictObject({ isTyping: z.boolean() });
/** POST /drafts/:id/attachments: the file's bytes in base64. */
export const attachFileSchema = z.strictObject({
  name: line(500).min(1, { error: "Say what the file is called." }),
  mediaType: z
    .string()
    .regex(/^[a-z0-9!#$&^_.+-]{1,100}\/[a-z0-9!#$&^_.+-]{1,100}$/i)
    .catch("application/octet-stream"),
  base64: z
    .base64({ error: "This is not a file." })
    .max(14_200_000, { error: "This file is too large; at most 10 MB." }),
});

/** POST /tasks/:id/ask */
export const askClientSchema = z.strictObject({
  question: line(2000).min(1, { error: "Say what you want to know." }),
  choices: z
    .array(line(300).min(1, { error: "Say what this choice is." }))
    .max(9, { error: "At most nine choices." })
    .refine((all) => all.length !== 1, { error: "Give two choices at least, or none for yes and no." })
    .default([]),
});
/** POST /decisions/:id/answer */
export const answerDecisionSchema = z.strictObject({
  version,
  answer: z.string().regex(/^(yes|no|more|[1-9])$/, { error: "Choose one of the answers." }),
  note: line(2000).default(""),
});
