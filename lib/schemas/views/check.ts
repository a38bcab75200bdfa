import { z } from "zod";
import type { CheckFacts } from "@/lib/domain/calendar/check";
import { checkSchema } from "@/lib/schemas/views/event";
import { exactly } from "@/lib/schemas/views/exactly";
import { id, instant, roleSchema } from "@/lib/schemas/views/parts";

/** As a clock on the wall shows it, "YYYY-MM-DDTHH:MM". */
const wall = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);

export const checkFactsSchema = exactly<CheckFacts>()(
  z.strictObject({
    eventId: id,
    summary: z.string(),
    startsAt: instant,
    endsAt: instant,
    place: z.string(),
    link: z.string(),
    hereZone: z.string(),
    hereWall: wall,
    otherZone: z.string().nullable(),
    otherWall: wall.nullable(),
    clockChanges: z.array(z.strictObject({ zone: z.string(), at: instant, minutes: z.number() })),
    guests: z.array(z.strictObject({ name: z.string(), personId: id.nullable() })),
    check: checkSchema.nullable(),
    lost: z
      .strictObject({ at: instant, by: z.string(), role: roleSchema, startsAt: instant, place: z.string() })
      .nullable(),
  }),
);
