import { z } from "zod";
import type { ForYouCard, ForYouView } from "@/lib/domain/task/for-you";
import { decisionSchema } from "@/lib/schemas/views/decision";
import { draftOnCardSchema } from "@/lib/schemas/views/draft";
import { exactly } from "@/lib/schemas/views/exactly";
import { instant, seq } from "@/lib/schemas/views/parts";
import { kindFieldsSchema, messageSchema, noLongerSchema, taskRowSchema } from "@/lib/schemas/views/task";

const lastSchema = z.strictObject({
  title: z.string(),
  outcome: z.enum(["done", "declined"]),
  at: instant,
});

const cardSchema = exactly<ForYouCard>()(
  z.strictObject({
    ...taskRowSchema.shape,
    message: messageSchema.nullable(),
    note: z.string(),
    whoComes: z.string(),
    fields: kindFieldsSchema,
    lastContact: z.string().nullable(),
    wasThatIt: z.string().nullable(),
    noLonger: noLongerSchema.nullable(),
    about: z
      .strictObject({ howMet: z.string(), careful: z.string(), last: lastSchema.nullable() })
      .nullable(),
    draft: draftOnCardSchema.nullable(),
    decision: decisionSchema.nullable(),
  }),
);

export const forYouSchema = exactly<ForYouView>()(
  z.strictObject({ seq, cards: z.array(cardSchema), hasMore: z.boolean() }),
);
