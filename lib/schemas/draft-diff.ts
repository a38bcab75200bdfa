import { z } from "zod";

const no = z.coerce
  .number({ error: "Say which version." })
  .int({ error: "Say which version." })
  .min(1, { error: "Say which version." })
  .max(2_147_483_647, { error: "There is no such version." });

/** GET /drafts/:id/diff */
export const draftDiffSchema = z.strictObject({ from: no, to: no });
