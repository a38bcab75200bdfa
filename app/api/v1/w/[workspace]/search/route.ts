import { handle } from "@/lib/actions/handler";
import { searchDesk } from "@/lib/queries/search-desk";
import * as operations from "@/lib/schemas/api/tasks";

/** GET /api/v1/w/:workspace/search?q=: tasks, people and what was done, by words. */
export const GET = handle({
  is: operations.searchDesk,
  run: ({ actor, input }) => searchDesk(actor, input.q),
});
