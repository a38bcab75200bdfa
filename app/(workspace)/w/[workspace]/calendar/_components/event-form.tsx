"use client";

import { useId, useState } from "react";
import type { EventChanged } from "@/app/(workspace)/w/[workspace]/_components/calendar-api";
import { EventFields } from "@/app/(workspace)/w/[workspace]/calendar/_components/event-fields";
import type { Happened } from "@/app/(workspace)/w/[workspace]/calendar/_components/use-event-bar";
import { useEventForm } from "@/app/(workspace)/w/[workspace]/calendar/_components/use-event-form";
import { firstHour, fromEvent, newValues } from "@/components/calendar/event-form-values";
import { ScopeDialog } from "@/components/calendar/scope-dialog";
import { Button } from "@/components/ui/button";
import { useNow } from "@/components/ui/clock";
import { Dialog } from "@/components/ui/dialog";
import { useDesk } from "@/components/workspace/desk-context";
import type { EventDetail } from "@/lib/domain/calendar/event";

type Props = {
  /** The entry that is changed, at the happening that was opened; without one a new entry is made. */
  event?: EventDetail;
  /** For a new one, on the wall of the desk's zone: "YYYY-MM-DDTHH:MM", or "YYYY-MM-DD" for whole days, the last included. */
  start?: string;
  end?: string;
  allDay?: boolean;
  /** On which day it begins, where nothing else is said. */
  day?: string;
  onClose: () => void;
  /** The entry as it is now, what the bar is to say (useEventBar), and when it begins now (ISO UTC). */
  onSaved: (changed: EventChanged, happened: Happened, startsAt: string | null) => void;
};

/** Making an entry, or changing one, in a window over the calendar; on a phone it is a page of its own. */
export function EventForm({ event, start, end, allDay = false, day, onClose, onSaved }: Props) {
  const desk = useDesk();
  const now = useNow();
  const id = useId();
  const [fresh] = useState(() =>
    event ? fromEvent(event) : newValues(start ?? firstHour(day, now, desk.zone), end, allDay, desk.zone),
  );
  const form = useEventForm(event ?? null, fresh, start !== undefined, onSaved);
  return (
    <Dialog
      open
      wide
      fillsPhone
      title={event ? "Change the entry" : "New entry"}
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Not now
          </Button>
          <Button type="submit" form={id} variant="primary" shortcut="Ctrl ⏎" busy={form.isSaving}>
            {event ? "Save" : "Put it on the calendar"}
          </Button>
        </>
      }
    >
      <EventFields id={id} event={event ?? null} form={form} />
      {event && form.asking?.about === "scope" ? (
        <ScopeDialog
          verb="Change"
          title={event.summary}
          whyNotOne={form.whyNotOne}
          onClose={form.stopAsking}
          onChoose={(scope) => void form.save(scope)}
        />
      ) : null}
    </Dialog>
  );
}
