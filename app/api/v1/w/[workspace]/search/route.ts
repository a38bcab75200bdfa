import { handle } from "@/lib/actions/handler";
import { searchDesk } from "@/lib/queries/search-desk";
import { searchSchema } from "@/lib/schemas/search";

/** GET /api/v1/w/:workspace/search?q=: tasks, people and what was done, by words. */
export const GET = handle({
  input: searchSchema,
  run: ({ actor, input }) => searchDesk(actor, input.q),
});
