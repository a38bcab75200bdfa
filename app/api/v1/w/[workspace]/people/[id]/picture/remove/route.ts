import { handle } from "@/lib/actions/handler";
import { readPerson } from "@/lib/queries/read-person";
import * as operations from "@/lib/schemas/api/people";
import { removePicture } from "@/lib/use-cases/person/remove-picture";

/** POST /api/v1/w/:workspace/people/:id/picture/remove */
export const POST = handle({
  is: operations.removePicture,
  run: ({ actor, input, params, at }) =>
    removePicture(actor, (params.id ?? "").toLowerCase(), input.version, at),
  current: (actor, id, at) => readPerson(actor, id.toLowerCase(), at),
});
