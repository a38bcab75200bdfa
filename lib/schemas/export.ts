import { z } from "zod";
import { exportFormats } from "@/lib/domain/person/exported";
import { circleKey } from "@/lib/schemas/circle";

/** GET /people/export: which format, and whom: a circle, one person, or else everybody. */
export const exportPeopleSchema = z.object({
  format: z.enum(exportFormats, { error: "Choose one of the four formats." }),
  circle: z
    .union([z.literal("").transform(() => null), circleKey])
    .nullable()
    .default(null),
  person: z.uuid({ error: "This is not an id." }).toLowerCase().nullable().default(null),
});
