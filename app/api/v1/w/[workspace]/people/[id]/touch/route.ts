import { handle } from "@/lib/actions/handler";
import { readPerson } from "@/lib/queries/read-person";
import * as operations from "@/lib/schemas/api/people";
import { setTouch } from "@/lib/use-cases/person/set-touch";

/** POST /api/v1/w/:workspace/people/:id/touch: how often to be in touch with somebody, never, or not before a day. */
export const POST = handle({
  is: operations.setTouch,
  run: ({ actor, input, params }) => {
    const { version, ...change } = input;
    return setTouch(actor, { id: (params.id ?? "").toLowerCase(), version }, change);
  },
  current: (actor, id, at) => readPerson(actor, id.toLowerCase(), at),
});
