"use client";

import { Lock } from "lucide-react";
import { EventPart } from "@/app/(workspace)/w/[workspace]/calendar/_components/event-part";
import { addressOf, useEvent } from "@/app/(workspace)/w/[workspace]/calendar/_components/use-event";
import type { Happened } from "@/app/(workspace)/w/[workspace]/calendar/_components/use-event-bar";
import { EntryFacts } from "@/components/calendar/entry-facts";
import { Dialog } from "@/components/ui/dialog";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { useDesk } from "@/components/workspace/desk-context";
import type { EventDetail } from "@/lib/domain/calendar/event";
import type { CalendarEntry, CalendarEvent } from "@/lib/domain/calendar/view";

type Props = {
  entry: CalendarEntry;
  /** A zone that the reader keeps beside the desk's; null for none. */
  otherZone?: string | null;
  onClose: () => void;
  /** Opens the form of an entry (EventForm), at the happening that is shown. */
  onEdit: (event: EventDetail) => void;
  /** Something was done with it; to be said in the bar (useEventBar). */
  onMoved: (happened: Happened) => void;
};

/** What an entry is, in a window, and what may be done with it. */
export function EntryDetails({ entry, ...rest }: Props) {
  if (entry.type === "event") return <EventWindow entry={entry} {...rest} />;
  return (
    <Dialog open onClose={rest.onClose} title={entry.title}>
      <EntryFacts entry={entry} />
    </Dialog>
  );
}

function EventWindow({
  entry,
  otherZone = null,
  onClose,
  onEdit,
  onMoved,
}: Props & { entry: CalendarEvent }) {
  const { slug } = useDesk();
  const at = entry.isRepeating ? entry.startsAt : null;
  const page = useEvent({ id: entry.eventId, at }, null, {
    say: onMoved,
    onGone: (happened) => {
      onClose();
      onMoved(happened);
    },
  });
  const { event, problem } = page;
  return (
    <Dialog open wide onClose={onClose} title={event?.summary || entry.title}>
      {event === null ? (
        problem ? (
          <Notice tone="late" role="alert">
            {problem}
          </Notice>
        ) : (
          <p role="status" className="py-6 text-center text-muted">
            Reading…
          </p>
        )
      ) : (
        <>
          {event.isPrivate ? (
            <p className="mb-3 flex items-center gap-1.5 text-[0.8125rem] text-muted">
              <Lock aria-hidden="true" className="size-3.5" /> Only you see this.
            </p>
          ) : null}
          <EventPart event={event} page={page} otherZone={otherZone} inDialog isListening onEdit={onEdit} />
          <p className="mt-4 text-[0.8125rem]">
            <Link href={addressOf(slug, event)} className="touchable text-muted underline underline-offset-2">
              On a page of its own
            </Link>
          </p>
        </>
      )}
    </Dialog>
  );
}
