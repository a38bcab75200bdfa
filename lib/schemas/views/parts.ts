import { z } from "zod";
import type { ActingRole, Role } from "@/lib/domain/actor";
import { exactly } from "@/lib/schemas/views/exactly";

/** The small things that answers are made of. */

export const id = z.uuid();

/** Counts up with every change of the thing; sent back as `version` it says which one was seen. */
export const version = z.int().min(1);

/** The live cursor: what moved after it is told by /changes. */
export const seq = z.int().min(0);

/** ISO 8601, in UTC. */
export const instant = z.iso.datetime();

/** "YYYY-MM-DD", where the client lives unless it says otherwise. */
export const day = z.iso.date();

/** "HH:MM" on a wall. */
export const time = z.string().regex(/^\d\d:\d\d$/);

/** How many there are of something. */
export const count = z.int().min(0);

export const roleSchema = exactly<Role>()(z.enum(["client", "assistant", "agent"]));
export const actingRoleSchema = exactly<ActingRole>()(z.enum(["client", "assistant", "agent", "system"]));

/** What a write answers where there is nothing else to tell. */
export const seqSchema = z.strictObject({ seq });

/** What is answered where a thing has no version, or is no more. */
export const madeSchema = z.strictObject({ id, seq });

/** What most changes answer: which thing it was, and which version it has now. */
export const changedSchema = z.strictObject({ id, version, seq });
