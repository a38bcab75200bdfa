import { z } from "zod";
import type { SentenceWords } from "@/lib/domain/draft/sentences-of";
import type { GestureWords } from "@/lib/domain/draft/view";
import type { Author } from "@/lib/domain/draft/whose-words";
import type { AlikeWords, WordsSent, WordsView } from "@/lib/domain/gesture/words-of-kind";
import { exactly } from "@/lib/schemas/views/exactly";
import { actingRoleSchema, id, instant } from "@/lib/schemas/views/parts";

/** Whose words a stretch of text is; a saved phrase is nobody's. */
const authorSchema = exactly<Author>()(
  z.strictObject({
    by: z.enum(["client", "assistant", "agent", "phrase", "unknown"]),
    name: z.string(),
    userId: id.nullable(),
  }),
);

/** One sentence, in stretches of one author each. */
export const sentenceWordsSchema = exactly<SentenceWords>()(
  z.strictObject({
    text: z.string(),
    stretches: z.array(z.strictObject({ text: z.string(), author: authorSchema })),
    whose: z.union([authorSchema, z.literal("several")]),
  }),
);

export const gestureWordsSchema = exactly<GestureWords>()(
  z.strictObject({ whose: z.array(sentenceWordsSchema), howMuch: z.string() }),
);

const wordsSentSchema = exactly<WordsSent>()(
  z.strictObject({
    at: instant,
    by: z.string(),
    role: actingRoleSchema,
    title: z.string(),
    words: z.string(),
    note: z.string(),
  }),
);

const alikeSchema = exactly<AlikeWords>()(
  z.strictObject({
    whom: z.strictObject({ id, name: z.string() }).nullable(),
    at: instant,
    by: z.string(),
    role: actingRoleSchema,
    words: z.string(),
    typed: z.string(),
    theirs: z.string(),
    isSame: z.boolean(),
  }),
);

export const wordsViewSchema = exactly<WordsView>()(
  z.strictObject({ last: wordsSentSchema.nullable(), alike: z.array(alikeSchema) }),
);
