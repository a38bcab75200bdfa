import { z } from "zod";
import { mergeFields } from "@/lib/domain/person/merge-people";

const id = z.uuid({ error: "This is not an id." }).toLowerCase();
const version = z.int32().min(1, { error: "Say which version you saw." });
const choice = z.enum(["kept", "merged", "both"]);

/** GET /people/duplicates */
export const duplicatesSchema = z.object({ cursor: z.string().max(300).nullable().catch(null) });

/** POST /people/merge */
export const mergePeopleSchema = z.strictObject({
  keptId: id,
  keptVersion: version,
  mergedId: id,
  mergedVersion: version,
  choices: z.partialRecord(z.enum(mergeFields), choice).default({}),
});

/** POST /people/apart */
export const apartSchema = z.strictObject({ oneId: id, otherId: id, isDistinct: z.boolean() });

/** POST /people/known: what is being typed. */
export const knownAlreadySchema = z.strictObject({
  name: z.string().trim().max(300),
  emails: z.array(z.string().trim().max(320)).max(20).default([]),
  phones: z.array(z.string().trim().max(80)).max(20).default([]),
});
