import { z } from "zod";

/** POST /proof-keys */
export const makeProofKeySchema = z.strictObject({});

/** POST /proof-keys/:id/revoke */
export const revokeProofKeySchema = z.strictObject({
  version: z.int32().min(1, { error: "Say which version you saw." }),
});
