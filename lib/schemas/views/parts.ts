import { z } from "zod";

/** What views are put together from. */

export const idSchema = z.uuid();

/** Counts up with every change of the thing; what is sent back as `version` says which one was seen. */
export const versionSchema = z.int().min(1);

/** The desk's own count of changes: what happened after it is asked for by it. */
export const seqSchema = z.int().min(0);

/** ISO 8601 in UTC. */
export const instantSchema = z.iso.datetime();

/** "YYYY-MM-DD", where the client lives unless it says otherwise. */
export const daySchema = z.iso.date();

/** "HH:MM" on a wall. */
export const timeSchema = z.string().regex(/^\d\d:\d\d$/);

/** How many there are of something. */
export const countSchema = z.int().min(0);

/** What most changes answer: which thing it was, and which version it has now. */
export const changedSchema = z.strictObject({ id: idSchema, version: versionSchema, seq: seqSchema });

/** What is answered where a thing has no version, or is no more. */
export const doneSchema = z.strictObject({ id: idSchema, seq: seqSchema });
