import { handle } from "@/lib/actions/handler";
import { readProofKeys } from "@/lib/queries/read-proof-keys";
import * as operations from "@/lib/schemas/api/voice";
import { makeProofKey } from "@/lib/use-cases/proof/make-proof-key";

/** GET /api/v1/w/:workspace/proof-keys: which key signs since when; nobody but the client sees any. */
export const GET = handle({
  is: operations.readProofKeys,
  run: ({ actor }) => readProofKeys(actor),
});

/** POST /api/v1/w/:workspace/proof-keys: a key that signs from now on; the one before is retired. */
export const POST = handle({
  is: operations.makeProofKey,
  run: ({ actor, at }) => makeProofKey(actor, at),
});
