import { z } from "zod";
import { factKinds } from "@/lib/domain/person/fact";
import { type PromiseView, promisers } from "@/lib/domain/person/promise";
import { relationKinds } from "@/lib/domain/person/relation";
import type { SourceView } from "@/lib/domain/person/source";
import type { FactView, RelationView } from "@/lib/domain/person/view";
import { exactly } from "@/lib/schemas/views/exactly";
import { actingRoleSchema, day, id, instant, seq, version } from "@/lib/schemas/views/parts";

/** Where something that is known comes from. */
export const sourceSchema = exactly<SourceView>()(
  z.strictObject({
    by: z.string().nullable(),
    role: actingRoleSchema,
    how: z.enum(["hand", "file", "book", "merge"]),
    from: z.string(),
    at: instant,
    checkedAt: instant.nullable(),
    checkedBy: z.string().nullable(),
    isCheckedByAgent: z.boolean(),
    isOld: z.boolean(),
  }),
);

export const factViewSchema = exactly<FactView>()(
  z.strictObject({
    id,
    version,
    kind: z.enum(factKinds),
    label: z.string(),
    value: z.string(),
    isPrivate: z.boolean(),
    source: sourceSchema,
  }),
);

export const relationViewSchema = exactly<RelationView>()(
  z.strictObject({
    id,
    version,
    kind: z.enum(relationKinds),
    other: z.strictObject({ id: id.nullable(), name: z.string() }),
    note: z.string(),
    isPrivate: z.boolean(),
    source: sourceSchema,
  }),
);

export const promiseViewSchema = exactly<PromiseView>()(
  z.strictObject({
    id,
    version,
    personId: id,
    taskId: id.nullable(),
    whose: z.enum(promisers),
    text: z.string(),
    dueOn: day.nullable(),
    keptAt: instant.nullable(),
    isPrivate: z.boolean(),
    by: z.string(),
    role: actingRoleSchema,
    enteredAt: instant,
  }),
);

/** What a change of a fact answers; `personId` is whom it is about. */
export const factChangedSchema = z.strictObject({
  id,
  personId: id,
  version,
  seq,
});
