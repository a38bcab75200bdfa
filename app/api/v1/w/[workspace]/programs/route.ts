import { handle } from "@/lib/actions/handler";
import { readPrograms } from "@/lib/queries/read-programs";
import * as operations from "@/lib/schemas/api/programs";

/** GET /api/v1/w/:workspace/programs: which programs are signed in as whose agents. */
export const GET = handle({
  is: operations.readPrograms,
  run: ({ actor, at }) => readPrograms(actor, at),
});
