import { z } from "zod";
import type { Conflict, SeriesCheck, Slot, TimeCheck } from "@/lib/domain/calendar/conflicts";
import { type CalendarWishes, keptSources, type ProtectedView } from "@/lib/domain/calendar/kept";
import { exactly } from "@/lib/schemas/views/exactly";
import { day, id, instant, seq, time, version } from "@/lib/schemas/views/parts";

const stretch = { startsAt: instant, endsAt: instant };
const inTheWay = { title: z.string(), ...stretch };

export const slotSchema = exactly<Slot>()(z.strictObject(stretch));

/** What stands in the way of a time. Where the way is too short, `minutes` is what is left and `needed` what it takes. */
const conflictSchema = exactly<Conflict>()(
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("clash"), ...inTheWay, eventId: id.nullable() }),
    z.strictObject({ kind: z.literal("kept"), ...inTheWay, source: z.enum(keptSources) }),
    z.strictObject({
      kind: z.literal("travel"),
      ...inTheWay,
      eventId: id.nullable(),
      minutes: z.int(),
      needed: z.int(),
    }),
  ]),
);

export const timeCheckSchema = exactly<TimeCheck>()(
  z.strictObject({ conflicts: z.array(conflictSchema), slots: z.array(slotSchema), slotText: z.string() }),
);

/** Of the next times of a series, at most twenty within a year, those at which something is in the way. */
export const seriesCheckSchema = exactly<SeriesCheck>()(
  z.strictObject({
    looked: z.int(),
    hasMore: z.boolean(),
    clashing: z.array(z.strictObject({ ...stretch, conflicts: z.array(conflictSchema) })),
  }),
);

const wishesSchema = exactly<CalendarWishes>()(
  z.strictObject({
    checkHours: z.int(),
    escalateHours: z.int(),
    travelMinutes: z.int(),
    windowMinutes: z.int(),
    hoursFrom: time,
    hoursTo: time,
    workDays: z.array(z.int().min(1).max(7)),
  }),
);

const protectedSchema = exactly<ProtectedView>()(
  z.strictObject({
    id,
    version,
    title: z.string(),
    firstOn: day,
    allDay: z.boolean(),
    from: time,
    minutes: z.int(),
    zone: z.string(),
    rule: z.string(),
    exceptOn: z.array(day),
    repeatWords: z.string(),
    next: slotSchema.nullable(),
  }),
);

export const protectedTimesSchema = z.strictObject({
  times: z.array(protectedSchema),
  wishes: wishesSchema,
  zone: z.string(),
  canChange: z.boolean(),
  seq,
});
