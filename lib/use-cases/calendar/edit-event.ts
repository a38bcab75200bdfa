import { tellGuests } from "@/lib/data/guests-seen";
import type { Actor } from "@/lib/domain/actor";
import { whyNotHideEvent } from "@/lib/domain/calendar/event";
import { scheduleOf } from "@/lib/domain/calendar/own-schedule";
import { masterOf } from "@/lib/domain/calendar/series";
import { granted, type Result, refused } from "@/lib/domain/result";
import type { EditEventInput } from "@/lib/schemas/event";
import { changeEvent } from "@/lib/use-cases/calendar/change-event";
import type { EventChanged } from "@/lib/use-cases/calendar/create-event";
import { hasPlan, toSeriesRow, wordsOf } from "@/lib/use-cases/calendar/event-words";
import { whyNotGuestsIn } from "@/lib/use-cases/calendar/why-not-guests";

/**
 * Changes an entry of ours as its form has it: one time, that and all that follow, or all of them. Guests whom an assistant does not see
 * stay. Refuses `not-found`, `not-ours`, `stale`, `invalid`, `protected`, and `only-client` for privacy of an assistant's.
 */
export function editEvent(
  actor: Actor,
  { event, overProtected, hold, ...target }: EditEventInput & { id: string },
  at: Date,
): Promise<Result<EventChanged>> {
  return changeEvent(
    actor,
    "edit-event",
    { ...target, word: { overProtected, hold } },
    {
      next: async (tx, { row, rows }, { row: shown }) => {
        const no = event.isPrivate === row.isPrivate ? null : whyNotHideEvent(actor);
        if (no !== null) return refused(no);
        const guests = await whyNotGuestsIn(tx, actor, event.guests);
        if (guests !== null) return refused(guests);
        // A rule that stays is not judged again: it may have come from another calendar, and say more than ours do.
        const usual = masterOf(rows.filter(hasPlan).map(toSeriesRow))?.schedule.rules ?? [];
        const stays = event.rule === (usual[0] ?? "");
        const schedule = scheduleOf(stays ? { ...event, rule: "" } : event, row.uid);
        if (!schedule.ok) return schedule;
        const { unseen } = await tellGuests(tx, actor.workspace.id, shown.words.guests);
        return granted({
          schedule: stays ? { ...schedule.value, rules: usual } : schedule.value,
          words: wordsOf(event, shown.words.guests, unseen),
          isPrivate: event.isPrivate,
        });
      },
    },
    at,
  );
}
