import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/people";
import { setDistinctPeople } from "@/lib/use-cases/person/set-distinct";

/** POST /api/v1/w/:workspace/people/apart: these are two people; or nobody knows any more. */
export const POST = handle({
  is: operations.setDistinctPeople,
  run: ({ actor, input }) => setDistinctPeople(actor, input),
});
