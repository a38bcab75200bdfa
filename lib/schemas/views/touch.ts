import { z } from "zod";
import type { Cadence, TouchOfPerson, TouchView } from "@/lib/domain/person/touch";
import { tags, taskStates } from "@/lib/domain/task/task";
import { exactly } from "@/lib/schemas/views/exactly";
import { count, day, id, seq, version } from "@/lib/schemas/views/parts";

/** The last contact with somebody: its day, and what it was ("a call"). */
export const lastContactSchema = z.strictObject({ day, says: z.string() });

const cadenceSchema = exactly<Cadence>()(
  z.strictObject({ days: count, by: z.enum(["person", "circle"]), circle: z.string().nullable() }),
);

export const touchOfPersonSchema = exactly<TouchOfPerson>()(
  z.strictObject({
    cadence: cadenceSchema.nullable(),
    own: count.nullable(),
    neverDue: z.boolean(),
    pausedUntil: day.nullable(),
    dueOn: day.nullable(),
    last: lastContactSchema.nullable(),
  }),
);

const lineSchema = z.strictObject({
  id,
  version,
  name: z.string(),
  circles: z.array(z.string()),
  isPrivate: z.boolean(),
  everyDays: count,
  dueOn: day,
  last: lastContactSchema.nullable(),
  since: day,
  task: z.strictObject({ id, state: z.enum(taskStates), tag: z.enum(tags) }).nullable(),
});

export const touchViewSchema = exactly<TouchView>()(
  z.strictObject({
    lines: z.array(lineSchema),
    more: z.string().nullable(),
    today: day,
    circles: z.record(z.string(), z.string()),
    hasCadence: z.boolean(),
  }),
);

/** What saying how often answers; `before` is what held until now, to be set again. */
export const touchChangedSchema = z.strictObject({
  id,
  version,
  before: z.strictObject({
    cadenceDays: count.nullable(),
    neverDue: z.boolean(),
    pausedUntil: day.nullable(),
  }),
  seq,
});
