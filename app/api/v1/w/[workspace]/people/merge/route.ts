import { handle } from "@/lib/actions/handler";
import * as operations from "@/lib/schemas/api/people";
import { mergePeople } from "@/lib/use-cases/person/merge-people";

/** POST /api/v1/w/:workspace/people/merge: makes two people one, field by field. */
export const POST = handle({
  is: operations.mergePeople,
  run: ({ actor, input, at }) => {
    const kept = { id: input.keptId, version: input.keptVersion };
    const merged = { id: input.mergedId, version: input.mergedVersion };
    return mergePeople(actor, { kept, merged, choices: input.choices }, at);
  },
});
