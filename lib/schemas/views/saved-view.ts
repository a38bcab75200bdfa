import { z } from "zod";
import type { SavedView } from "@/lib/domain/task/saved-view";
import { taskStates } from "@/lib/domain/task/task";
import { viewFilterSchema } from "@/lib/schemas/saved-view";
import { exactly } from "@/lib/schemas/views/exactly";
import { id, version } from "@/lib/schemas/views/parts";

const savedViewSchema = exactly<SavedView>()(
  z.strictObject({
    id,
    version,
    name: z.string(),
    filter: viewFilterSchema.extend({ state: z.enum(taskStates).nullable() }),
    asBoard: z.boolean(),
  }),
);

/** GET /views */
export const viewsSchema = z.strictObject({ views: z.array(savedViewSchema) });
