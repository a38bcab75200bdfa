import type { Refusal } from "@/lib/domain/refusal";

/** Clocks differ a little; what lies further ahead has not happened. */
const TOLERANCE_MS = 5 * 60_000;

/** `invalid` for contact that is still to come. Null means yes. */
export function whyNotAhead(when: Date | undefined, at: Date): Refusal | null {
  if (when === undefined || when.getTime() <= at.getTime() + TOLERANCE_MS) return null;
  return { code: "invalid", fields: { at: "This is still to come. Add a task or a promise for it." } };
}
