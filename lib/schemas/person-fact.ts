import { z } from "zod";
import { factKinds } from "@/lib/domain/person/fact";
import { relationKinds } from "@/lib/domain/person/relation";

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `Use at most ${most} characters.` })
    .refine((text) => !text.includes("\u0000"), { error: "This has a character that cannot be kept." });
const id = z.uuid({ error: "This is not an id." }).toLowerCase();
const version = z.int32().min(1, { error: "Say which version you saw." });

const kind = z.enum(factKinds, { error: "Choose what it is." });
const value = line(2000).min(1, { error: "Write it down first." });

/** POST /people/:id/facts */
export const addFactSchema = z.strictObject({
  kind,
  value,
  label: line(60).optional(),
  fromWhere: line(300).optional(),
  isPrivate: z.boolean().optional(),
});

/** POST /facts/:id/edit: only what is to change. */
export const editFactSchema = z.strictObject({
  version,
  kind: kind.optional(),
  value: value.optional(),
  label: line(60).optional(),
});

/** POST /facts/:id/check: still right, or not said so after all. */
export const checkFactSchema = z.strictObject({ version, isRight: z.boolean().default(true) });

/** POST /people/:id/check: the same for a field of the person's own row. */
export const checkFieldSchema = z.strictObject({
  version,
  field: line(500).min(1, { error: "Say which field." }),
  isRight: z.boolean().default(true),
});

/** POST /facts/:id/remove, /facts/:id/restore, and the same of relations. */
export const versionSchema = z.strictObject({ version });

/** POST /people/:id/relations: somebody of the desk, or a name alone. */
export const addRelationSchema = z.strictObject({
  kind: z.enum(relationKinds, { error: "Choose what they are to each other." }),
  otherId: id.nullable().optional(),
  otherName: line(300).optional(),
  note: line(500).optional(),
  isPrivate: z.boolean().optional(),
});
