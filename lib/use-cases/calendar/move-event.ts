import type { Actor } from "@/lib/domain/actor";
import { scheduleOf } from "@/lib/domain/calendar/own-schedule";
import { masterOf } from "@/lib/domain/calendar/series";
import { instantAt, wallAt } from "@/lib/domain/calendar/zone-day";
import { granted, type Result } from "@/lib/domain/result";
import type { MoveEventInput } from "@/lib/schemas/event";
import { changeEvent } from "@/lib/use-cases/calendar/change-event";
import type { EventChanged } from "@/lib/use-cases/calendar/create-event";
import { hasPlan, toSeriesRow } from "@/lib/use-cases/calendar/event-words";

/**
 * Moves an entry of ours, or makes it longer or shorter: to where is on the wall of the desk's zone, and it stays in the zone it was written
 * in. Refuses what {@link editEvent} refuses.
 */
export function moveEvent(
  actor: Actor,
  { start, end, allDay, overProtected, hold, ...target }: MoveEventInput & { id: string },
  at: Date,
): Promise<Result<EventChanged>> {
  const desk = actor.workspace.zone;
  return changeEvent(
    actor,
    "move-event",
    { ...target, word: { overProtected, hold } },
    {
      next: async (_, { row, rows }, { row: shown }) => {
        const zone = row.zone ?? desk;
        const there = (wall: string) => (allDay ? wall : onWall(wall, desk, zone));
        const typed = { start: there(start), end: there(end), allDay, zone, rule: "" };
        const schedule = scheduleOf(typed, row.uid);
        if (!schedule.ok) return schedule;
        const rules = masterOf(rows.filter(hasPlan).map(toSeriesRow))?.schedule.rules ?? [];
        return granted({
          schedule: { ...schedule.value, rules },
          words: shown.words,
          isPrivate: row.isPrivate,
        });
      },
    },
    at,
  );
}

/** What the wall of another zone shows when the desk's shows this. */
function onWall(wall: string, desk: string, zone: string): string {
  if (wall.length === 10 || zone === desk) return wall;
  return wallAt(instantAt(wall.slice(0, 10), wall.slice(11), desk), zone).slice(0, 16);
}
