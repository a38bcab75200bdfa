import { handle } from "@/lib/actions/handler";
import { readRelation } from "@/lib/queries/read-known-entry";
import * as operations from "@/lib/schemas/api/known";
import { restoreRelation } from "@/lib/use-cases/person/restore-relation";

/** POST /api/v1/w/:workspace/relations/:id/restore: brings a removed relation back. */
export const POST = handle({
  is: operations.restoreRelation,
  run: ({ actor, input, params }) =>
    restoreRelation(actor, { id: (params.id ?? "").toLowerCase(), version: input.version }),
  current: (actor, id, at) => readRelation(actor, id.toLowerCase(), at),
});
