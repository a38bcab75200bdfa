import { handle } from "@/lib/actions/handler";
import { readFact } from "@/lib/queries/read-known-entry";
import * as operations from "@/lib/schemas/api/known";
import { restoreFact } from "@/lib/use-cases/person/restore-fact";

/** POST /api/v1/w/:workspace/facts/:id/restore: brings a removed fact back. */
export const POST = handle({
  is: operations.restoreFact,
  run: ({ actor, input, params }) =>
    restoreFact(actor, { id: (params.id ?? "").toLowerCase(), version: input.version }),
  current: (actor, id, at) => readFact(actor, id.toLowerCase(), at),
});
