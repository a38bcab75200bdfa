import { z } from "zod";
import type { ActingRole, Role } from "@/lib/domain/actor";
import { exactly } from "@/lib/schemas/views/exactly";

/** The small things that answers are made of. */
export const id = z.uuid();
/** ISO 8601, in UTC. */
export const instant = z.iso.datetime();
/** The live cursor: what moved after it is told by /changes. */
export const seq = z.int().min(0);
export const version = z.int().min(1);
export const count = z.int().min(0);

export const roleSchema = exactly<Role>()(z.enum(["client", "assistant", "agent"]));
export const actingRoleSchema = exactly<ActingRole>()(z.enum(["client", "assistant", "agent", "system"]));

/** What a write answers that has nothing else to tell. */
export const seqSchema = z.strictObject({ seq });
export const madeSchema = z.strictObject({ id, seq });
export const changedSchema = z.strictObject({ id, version, seq });
