import { handle } from "@/lib/actions/handler";
import { apartSchema } from "@/lib/schemas/duplicates";
import { setDistinctPeople } from "@/lib/use-cases/person/set-distinct";

/** POST /api/v1/w/:workspace/people/apart: these are two people; or nobody knows any more. */
export const POST = handle({
  input: apartSchema,
  run: ({ actor, input }) => setDistinctPeople(actor, input),
});
