import { z } from "zod";
import type { LeadDays } from "@/lib/domain/person/lead-days";
import {
  dateKinds,
  type LabelledText,
  type PersonFacts,
  type PersonStanding,
} from "@/lib/domain/person/person";
import type { PeopleView, PersonDateView, PersonRow, PersonView } from "@/lib/domain/person/view";
import { exactly } from "@/lib/schemas/views/exactly";
import {
  factViewSchema,
  promiseViewSchema,
  relationViewSchema,
  sourceSchema,
} from "@/lib/schemas/views/known";
import { count, day, id, instant, seq, version } from "@/lib/schemas/views/parts";
import { storyPageSchema } from "@/lib/schemas/views/story";
import { taskRowSchema } from "@/lib/schemas/views/task";
import { lastContactSchema, touchOfPersonSchema } from "@/lib/schemas/views/touch";

const labelled = z.array(exactly<LabelledText>()(z.strictObject({ value: z.string(), label: z.string() })));

const personRowSchema = exactly<PersonRow>()(
  z.strictObject({
    id,
    name: z.string(),
    circle: z.string(),
    circles: z.array(z.string()),
    isDead: z.boolean(),
    diedOn: day.nullable(),
    organization: z.string(),
    jobTitle: z.string(),
    isPrivate: z.boolean(),
    picture: version.nullable(),
    nextDay: z
      .strictObject({
        kind: z.enum(dateKinds),
        label: z.string(),
        day,
        age: count.nullable(),
      })
      .nullable(),
    lastContact: lastContactSchema.nullable(),
  }),
);

export const peopleViewSchema = exactly<PeopleView>()(
  z.strictObject({
    people: z.array(personRowSchema),
    more: z.string().nullable(),
    total: count,
    q: z.string(),
    circle: z.string().nullable(),
  }),
);

const factsSchema = exactly<PersonFacts>()(
  z.strictObject({
    name: z.string(),
    saidAs: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    nicknames: z.array(z.string()),
    organization: z.string(),
    jobTitle: z.string(),
    circle: z.string(),
    emails: labelled,
    phones: labelled,
    addresses: labelled,
    links: labelled,
    howMet: z.string(),
    careful: z.string(),
    note: z.string(),
    language: z.string().nullable(),
    zone: z.string().nullable(),
  }),
);

const standingSchema = exactly<PersonStanding>()(
  z.strictObject({
    circles: z.array(z.string()),
    leadDays: count.nullable(),
    isDead: z.boolean(),
    diedOn: day.nullable(),
    isRemembered: z.boolean(),
  }),
);

const leadDaysSchema = exactly<LeadDays>()(
  z.strictObject({
    days: count,
    by: z.enum(["day", "person", "circle", "usual"]),
    circle: z.string().nullable(),
  }),
);

const dateSchema = exactly<PersonDateView>()(
  z.strictObject({
    id,
    kind: z.enum(dateKinds),
    label: z.string(),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
    year: z.int().nullable(),
    leadDays: count.nullable(),
    lead: leadDaysSchema,
    next: day,
    age: count.nullable(),
  }),
);

export const personViewSchema = exactly<PersonView>()(
  z.strictObject({
    id,
    version,
    ...factsSchema.shape,
    ...standingSchema.shape,
    isPrivate: z.boolean(),
    picture: version.nullable(),
    createdAt: instant,
    fromFile: z.string().nullable(),
    facts: z.array(factViewSchema),
    relations: z.array(relationViewSchema),
    sources: z.record(z.string(), sourceSchema),
    dates: z.array(dateSchema),
    tasks: z.array(taskRowSchema),
    promises: z.array(promiseViewSchema),
    touch: touchOfPersonSchema,
    story: storyPageSchema,
    can: z.strictObject({ makePrivate: z.boolean(), remove: z.boolean() }),
  }),
);

/** What saying that somebody has died answers: how many tasks about them went with it, and how many stay. */
export const diedChangedSchema = z.strictObject({
  id,
  version,
  takenBack: count,
  stays: count,
  seq,
});

/** What a change of somebody answers, or taking them off: `stays` is how many tasks of a day that is gone the client takes back. */
export const personChangedSchema = z.strictObject({ id, version, stays: count, seq });

/** What hiding somebody, or showing them again, answers: how many tasks went along. */
export const personHiddenSchema = z.strictObject({
  id,
  version,
  tasks: count,
  seq,
});
