import { handle } from "@/lib/actions/handler";
import { readFact } from "@/lib/queries/read-known-entry";
import * as operations from "@/lib/schemas/api/known";
import { setFactPrivacy } from "@/lib/use-cases/person/set-fact-privacy";

/** POST /api/v1/w/:workspace/facts/:id/privacy: hides a fact from everybody but the client, or shows it again. */
export const POST = handle({
  is: operations.setFactPrivacy,
  run: ({ actor, input, params }) =>
    setFactPrivacy(actor, { id: (params.id ?? "").toLowerCase(), version: input.version }, input.isPrivate),
  current: (actor, id, at) => readFact(actor, id.toLowerCase(), at),
});
