import type { Actor } from "@/lib/domain/actor";
import { keepings } from "@/lib/domain/calendar/protect";
import { addDays } from "@/lib/domain/calendar/zone-day";
import { granted, type Result, refused } from "@/lib/domain/result";
import { changeProtected, type ProtectedChanged } from "@/lib/use-cases/calendar/change-protected";
import type { ProtectedTarget } from "@/lib/use-cases/calendar/find-protected";

const MOST_LEFT_OUT = 500;

/**
 * Leaves one day ("YYYY-MM-DD", on which they begin) out of protected hours that repeat; saying the hours again without it brings it back.
 * Refuses `not-found`, `only-client`, `stale`, and `invalid` where nothing is kept on that day.
 */
export function exceptProtected(
  actor: Actor,
  target: ProtectedTarget,
  on: string,
  at: Date,
): Promise<Result<ProtectedChanged>> {
  return changeProtected(
    actor,
    "except-protected",
    target,
    (hours) => {
      const isThere = keepings(hours, on, addDays(on, 1)).some(({ day }) => day === on);
      if (hours.rule === "" || !isThere)
        return refused({ code: "invalid", fields: { on: "These hours do not begin on that day." } });
      if (hours.exceptOn.length >= MOST_LEFT_OUT)
        return refused({ code: "invalid", fields: { on: "Too many days are left out." } });
      return granted({ exceptOn: [...hours.exceptOn, on] });
    },
    at,
  );
}
