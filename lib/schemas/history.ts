import { z } from "zod";

const yes = z
  .enum(["0", "1"], { error: "Give 1 or 0." })
  .default("0")
  .transform((text) => text === "1");
const id = z.uuid({ error: "This is not an id." });

/** GET /history?who&refused&subject&rows&before, as it stands in the page's address too. */
export const historySchema = z.object({
  who: z
    .union([id, z.literal("system")])
    .nullable()
    .default(null),
  refused: yes,
  subject: id.nullable().default(null),
  rows: yes,
  before: z
    .string()
    .regex(/^\d{1,15}$/, { error: "Give a number." })
    .transform(Number)
    .nullable()
    .default(null),
});
