import { findWishes } from "@/lib/data/calendar-wishes";
import { listProtected, type StoredProtected } from "@/lib/data/protected-times";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { type CalendarWishes, type ProtectedView, whyNotKeepTime } from "@/lib/domain/calendar/kept";
import { nextKeeping } from "@/lib/domain/calendar/protect";
import { sayOften } from "@/lib/domain/calendar/say-protected";
import type { Result } from "@/lib/domain/result";

export type TimeView = {
  times: ProtectedView[];
  wishes: CalendarWishes;
  zone: string;
  canChange: boolean;
  seq: number;
};

/** The client's protected hours, those that come next first and those that are over last, and their wishes. Refuses `signed-out`. */
export function readProtected(actor: Actor, at: Date): Promise<Result<TimeView>> {
  return readAs(actor, async (tx, seq) => {
    const { wishes, zone } = await findWishes(tx, actor.workspace.id);
    const times = (await listProtected(tx, actor.workspace.id)).map((hours) => toView(hours, at));
    const order = ({ next }: ProtectedView) => next?.startsAt ?? "~";
    times.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
    return { times, wishes, zone, canChange: whyNotKeepTime(actor) === null, seq };
  });
}

function toView({ removedAt: _, ...hours }: StoredProtected, at: Date): ProtectedView {
  const next = nextKeeping(hours, at);
  const iso = (instant: number) => new Date(instant).toISOString();
  return {
    ...hours,
    repeatWords: sayOften(hours),
    next: next && { startsAt: iso(next.startsAt), endsAt: iso(next.endsAt) },
  };
}
