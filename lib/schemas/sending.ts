import { z } from "zod";

/** POST /sendings/:id/again: nothing but the sending. */
export const sendAgainSchema = z.strictObject({});

/** POST /sendings/:id/settle: whether it went out. */
export const settleSendingSchema = z.strictObject({ went: z.boolean({ error: "Say whether it went out." }) });

/** POST /proofs/:id/revoke */
export const revokeProofSchema = z.strictObject({
  version: z.int32().min(1, { error: "Say which version you saw." }),
});
