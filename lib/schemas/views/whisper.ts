import { z } from "zod";
import { dateKinds } from "@/lib/domain/person/person";
import type { WhisperCard } from "@/lib/domain/person/whisper";
import { tags, taskKinds } from "@/lib/domain/task/task";
import { exactly } from "@/lib/schemas/views/exactly";
import { count, day, id, instant, version } from "@/lib/schemas/views/parts";

const contact = z.strictObject({
  at: instant,
  what: z.string(),
  by: z.string(),
  isByAgent: z.boolean(),
  words: z.string(),
  note: z.string(),
});

const promise = z.strictObject({
  whose: z.enum(["client", "person"]),
  text: z.string(),
  dueOn: day.nullable(),
});

const yearlyDay = z.strictObject({
  kind: z.enum(dateKinds),
  label: z.string(),
  next: day,
  age: count.nullable(),
});

const task = z.strictObject({
  id,
  kind: z.enum(taskKinds),
  title: z.string(),
  tag: z.enum(tags),
  dueAt: instant.nullable(),
  dueAllDay: z.boolean(),
});

export const whisperCardSchema = exactly<WhisperCard>()(
  z.strictObject({
    id,
    name: z.string(),
    saidAs: z.string(),
    nicknames: z.array(z.string()),
    circles: z.array(z.string()),
    organization: z.string(),
    jobTitle: z.string(),
    language: z.string().nullable(),
    zone: z.string().nullable(),
    isPrivate: z.boolean(),
    picture: version.nullable(),
    died: z.strictObject({ on: day.nullable() }).nullable(),
    howMet: z.string(),
    since: instant.nullable(),
    contacts: z.array(contact),
    promises: z.array(promise),
    relations: z.array(z.strictObject({ label: z.string(), name: z.string(), note: z.string() })),
    topics: z.array(z.string()),
    likes: z.array(z.string()),
    avoid: z.array(z.string()),
    days: z.array(yearlyDay),
    tasks: z.array(task),
  }),
);
