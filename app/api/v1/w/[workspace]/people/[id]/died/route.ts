import { handle } from "@/lib/actions/handler";
import { readPerson } from "@/lib/queries/read-person";
import * as operations from "@/lib/schemas/api/people";
import { markDied } from "@/lib/use-cases/person/mark-died";

/** POST /api/v1/w/:workspace/people/:id/died: writes down that somebody has died, and whether their days are kept. */
export const POST = handle({
  is: operations.markDied,
  run: ({ actor, input: { version, ...died }, params, at }) =>
    markDied(actor, { id: (params.id ?? "").toLowerCase(), version }, died, at),
  current: (actor, id, at) => readPerson(actor, id.toLowerCase(), at),
});
