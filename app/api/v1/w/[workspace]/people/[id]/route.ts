import { handle } from "@/lib/actions/handler";
import { granted, refused } from "@/lib/domain/result";
import { readPerson } from "@/lib/queries/read-person";
import * as operations from "@/lib/schemas/api/people";

/** GET /api/v1/w/:workspace/people/:id: somebody's page. */
export const GET = handle({
  is: operations.readPerson,
  run: async ({ actor, params, at }) => {
    const person = await readPerson(actor, params.id ?? "", at);
    return person === null ? refused({ code: "not-found" }) : granted(person);
  },
});
