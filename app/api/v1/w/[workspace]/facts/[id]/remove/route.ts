import { handle } from "@/lib/actions/handler";
import { readFact } from "@/lib/queries/read-known-entry";
import * as operations from "@/lib/schemas/api/known";
import { removeFact } from "@/lib/use-cases/person/remove-fact";

/** POST /api/v1/w/:workspace/facts/:id/remove: takes a fact away. */
export const POST = handle({
  is: operations.removeFact,
  run: ({ actor, input, params, at }) =>
    removeFact(actor, { id: (params.id ?? "").toLowerCase(), version: input.version }, at),
  current: (actor, id, at) => readFact(actor, id.toLowerCase(), at),
});
