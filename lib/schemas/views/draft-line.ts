import { z } from "zod";
import { draftStates, draftWays, sendingStates } from "@/lib/domain/draft/draft";
import type { DraftLine } from "@/lib/domain/draft/view";
import { exactly } from "@/lib/schemas/views/exactly";
import { id, instant, roleSchema, version } from "@/lib/schemas/views/parts";

export const draftLineSchema = exactly<DraftLine>()(
  z.strictObject({
    id,
    state: z.enum(draftStates),
    latest: version,
    way: z.enum(draftWays),
    at: instant,
    by: z.string(),
    role: roleSchema,
    beginning: z.string(),
    sending: z.enum(sendingStates).nullable(),
    reason: z.string().nullable(),
    called: z.strictObject({ note: z.string(), by: z.string(), role: roleSchema }).nullable(),
  }),
);
