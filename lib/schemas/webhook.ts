import { z } from "zod";
import { topics } from "@/lib/domain/webhook/topics";

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `Use at most ${most} characters.` })
    .refine((text) => !/\p{Cc}/u.test(text), { error: "This has a character that cannot be kept." });
const version = z.int32().min(1, { error: "Say which version you saw." });

/** POST /webhooks */
export const makeWebhookSchema = z.strictObject({
  name: line(120).min(1, { error: "Give it a name." }),
  url: line(2000).min(1, { error: "Give the address that is to be told." }),
  about: z
    .array(z.enum(topics))
    .max(topics.length)
    .default([])
    .transform((named) => [...new Set(named)]),
});
/** POST /webhooks/:id/edit */
export const editWebhookSchema = makeWebhookSchema.extend({ version });
/** POST /webhooks/:id/rotate, /pause, /wake, /remove */
export const webhookSeenSchema = z.strictObject({ version });
/** GET /webhooks/:id/deliveries */
export const deliveriesSchema = z.strictObject({ before: z.string().max(100).nullable().default(null) });
