import { handle } from "@/lib/actions/handler";
import { readTokens } from "@/lib/queries/read-tokens";
import * as operations from "@/lib/schemas/api/access";
import { makeToken } from "@/lib/use-cases/access/make-token";

/** GET /api/v1/w/:workspace/tokens: which tokens there are; without their secrets. */
export const GET = handle({
  is: operations.readTokens,
  run: ({ actor }) => readTokens(actor),
});

/** POST /api/v1/w/:workspace/tokens: makes a token and answers its secret, this once. */
export const POST = handle({
  is: operations.makeToken,
  run: ({ actor, input }) => makeToken(actor, input),
});
