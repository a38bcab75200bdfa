import { z } from "zod";

/** GET /search?q= */
export const searchSchema = z.object({
  q: z
    .string()
    .catch("")
    .transform((text) => text.trim().slice(0, 200)),
});
