import { draftNow } from "@/app/api/v1/w/[workspace]/drafts/draft-now";
import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/drafts";
import { sayWentOut } from "@/lib/use-cases/draft/say-went-out";

/** POST /api/v1/w/:workspace/drafts/:id/went-out: approved words left by somebody's own hand. */
export const POST = handle({
  is: operations.sayWentOut,
  run: ({ actor, input, params, at }) =>
    sayWentOut(actor, { id: (params.id ?? "").toLowerCase(), ...input }, at),
  current: draftNow,
});
