import { handle } from "@/lib/actions/handler";
import { readPerson } from "@/lib/queries/read-person";
import * as operations from "@/lib/schemas/api/people";
import { markLiving } from "@/lib/use-cases/person/mark-living";

/** POST /api/v1/w/:workspace/people/:id/living: takes back that somebody has died. */
export const POST = handle({
  is: operations.markLiving,
  run: ({ actor, input, params, at }) =>
    markLiving(actor, { id: (params.id ?? "").toLowerCase(), version: input.version }, at),
  current: (actor, id, at) => readPerson(actor, id.toLowerCase(), at),
});
