import { z } from "zod";

/**
 * POST /people/:id/picture: the picture's bytes in base64, and the version of the one that was seen (null: none). Whether it
 * is one is judged by lib/domain/person/picture.
 */
export const keepPictureSchema = z.strictObject({
  base64: z
    .string()
    .min(1, { error: "Choose a picture." })
    .max(1_900_000, { error: "The picture is too large; at most 1 MB is kept." })
    .regex(/^[A-Za-z0-9+/]+={0,2}$/, { error: "This is not a picture." })
    .refine((text) => text.length % 4 === 0, { error: "This is not a picture." }),
  version: z.int32().min(1, { error: "Say which version you saw." }).nullable(),
});
