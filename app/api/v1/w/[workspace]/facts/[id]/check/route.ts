import { handle } from "@/lib/actions/handler";
import { readFact } from "@/lib/queries/read-known-entry";
import * as operations from "@/lib/schemas/api/known";
import { checkFact } from "@/lib/use-cases/person/check-fact";

/** POST /api/v1/w/:workspace/facts/:id/check: says that a fact is still right. */
export const POST = handle({
  is: operations.checkFact,
  run: ({ actor, input, params, at }) =>
    checkFact(actor, { id: (params.id ?? "").toLowerCase(), version: input.version }, input.isRight, at),
  current: (actor, id, at) => readFact(actor, id.toLowerCase(), at),
});
