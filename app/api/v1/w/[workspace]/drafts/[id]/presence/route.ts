import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/drafts";
import { sayHere } from "@/lib/use-cases/draft/say-here";

/** POST /api/v1/w/:workspace/drafts/:id/presence: says that one has it open, and hears who else has. */
export const POST = handle({
  is: operations.sayHere,
  run: ({ actor, input, params, at }) =>
    sayHere(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
});
