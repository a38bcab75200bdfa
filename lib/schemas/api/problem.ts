import { z } from "zod";

/** A problem document (RFC 9457). `code` is the refusal by name; without one, something about the request itself was wrong. */
export const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int().min(400).max(599),
    code: z.string().optional(),
    fields: z.record(z.string(), z.string()).optional(),
    current: z.unknown().optional(),
    allowed: z.array(z.strictObject({ says: z.string(), operation: z.string().nullable() })).optional(),
    page: z.url().optional(),
  })
  .meta({ description: "Why not, in words, and what would be allowed." });
