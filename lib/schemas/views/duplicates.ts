import { z } from "zod";
import type {
  Apart,
  DuplicatesView,
  KnownAlready,
  MergedInto,
  PairSide,
  Twins,
} from "@/lib/domain/person/duplicates-view";
import type { MergeDay } from "@/lib/domain/person/merge-days";
import { dateKinds } from "@/lib/domain/person/person";
import { exactly } from "@/lib/schemas/views/exactly";
import { actingRoleSchema, count, day, id, instant, seq, version } from "@/lib/schemas/views/parts";

const labelled = z.array(z.strictObject({ value: z.string(), label: z.string() }));
const verdict = { how: z.enum(["surely", "perhaps"]), reasons: z.array(z.string()) };

const mergeDaySchema = exactly<MergeDay>()(
  z.strictObject({
    id,
    kind: z.enum(dateKinds),
    label: z.string(),
    month: z.int(),
    day: z.int(),
    year: z.int().nullable(),
  }),
);

const sideSchema = exactly<PairSide>()(
  z.strictObject({
    id,
    version,
    isPrivate: z.boolean(),
    hasPicture: z.boolean(),
    days: z.array(mergeDaySchema),
    tasks: z.array(z.string()),
    canLeave: z.boolean(),
    name: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    saidAs: z.string(),
    nicknames: z.array(z.string()),
    organization: z.string(),
    jobTitle: z.string(),
    circles: z.array(z.string()),
    emails: labelled,
    phones: labelled,
    addresses: labelled,
    links: labelled,
    howMet: z.string(),
    careful: z.string(),
    note: z.string(),
    language: z.string().nullable(),
    zone: z.string().nullable(),
    cadenceDays: count.nullable(),
    neverDue: z.boolean(),
    touchPausedUntil: day.nullable(),
    leadDays: count.nullable(),
    isDead: z.boolean(),
    diedOn: day.nullable(),
    isRemembered: z.boolean(),
  }),
);

const apartSchema = exactly<Apart>()(
  z.strictObject({ oneId: id, otherId: id, one: z.string(), other: z.string() }),
);

export const duplicatesViewSchema = exactly<DuplicatesView>()(
  z.strictObject({
    pairs: z.array(z.strictObject({ id: z.string(), ...verdict, one: sideSchema, other: sideSchema })),
    more: z.string().nullable(),
    apart: z.array(apartSchema),
  }),
);

const knownAlreadySchema = exactly<KnownAlready>()(z.strictObject({ id, name: z.string(), ...verdict }));

const mergedIntoSchema = exactly<MergedInto>()(
  z.strictObject({ id, name: z.string(), at: instant, by: z.string().nullable(), role: actingRoleSchema }),
);

export const knownAlreadyViewSchema = z.strictObject({ people: z.array(knownAlreadySchema) });

export const twinsSchema = exactly<Twins>()(
  z.strictObject({ people: z.array(knownAlreadySchema), merges: z.array(mergedIntoSchema) }),
);

/** What merging answers: `id` undoes it, `keptId` is who is left. */
export const mergedSchema = z.strictObject({ id, keptId: id, seq });

/** What undoing one answers; `left` names what could not be put back. */
export const unmergedSchema = z.strictObject({
  keptId: id,
  mergedId: id,
  left: z.string(),
  seq,
});
