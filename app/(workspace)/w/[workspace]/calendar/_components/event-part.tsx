"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import type { useEvent } from "@/app/(workspace)/w/[workspace]/calendar/_components/use-event";
import { EventFacts } from "@/components/calendar/event-facts";
import { HeldBox } from "@/components/calendar/held-box";
import { ScopeDialog } from "@/components/calendar/scope-dialog";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { useKeys } from "@/components/ui/use-keys";
import { useDesk } from "@/components/workspace/desk-context";
import { type EventDetail, whyNotRemoveEvent } from "@/lib/domain/calendar/event";

type Props = {
  event: EventDetail;
  page: ReturnType<typeof useEvent>;
  otherZone: string | null;
  /** Whether it stands in a window of its own, for its keys. */
  inDialog: boolean;
  /** Whether its keys work: not while another window is open above it. */
  isListening: boolean;
  onEdit: (event: EventDetail) => void;
};

/** An entry in words, how it stands, and what may be done with it: in its window and on its page. */
export function EventPart({ event, page, otherZone, inDialog, isListening, onEdit }: Props) {
  const desk = useDesk();
  const [isAsking, setAsking] = useState(false);
  const { id, title, can, isPrivate } = { ...event, title: event.summary };
  const question = event.tasks.find(({ kind }) => kind === "other")?.id ?? null;
  // What is kept in a calendar elsewhere is taken away there; everything else may go from here.
  const canRemove = whyNotRemoveEvent({ ...event, removedAt: null, calendarId: event.calendarName }) === null;
  const remove = () => (event.isRepeating ? setAsking(true) : void page.remove(event, "all"));
  useKeys(
    isListening && !isAsking,
    { e: () => can.change && onEdit(event), delete: () => canRemove && remove() },
    { inDialog },
  );
  return (
    <>
      {page.problem ? (
        <div className="mb-4">
          <Notice tone="late" role="alert">
            {page.problem}
          </Notice>
        </div>
      ) : null}
      {event.held ? (
        <HeldBox
          taskId={question}
          canAllow={can.allow}
          isBusy={page.isBusy}
          onAllow={(allow) => void page.allow(event, allow)}
        />
      ) : null}
      <EventFacts event={event} otherZone={otherZone} />
      {can.hide ? (
        <Checkbox
          label="Private: others see that you are busy, and nothing else"
          className="mt-4"
          checked={isPrivate}
          onChange={(change) => void page.hide(event, change.target.checked)}
        />
      ) : null}
      <div className="mt-5 flex flex-wrap gap-2">
        {can.change ? (
          <Button
            shortcut="E"
            icon={<Pencil aria-hidden="true" className="size-4" />}
            onClick={() => onEdit(event)}
          >
            Change
          </Button>
        ) : null}
        {event.guests.length > 0 || event.organiser ? (
          <LinkButton href={`/w/${desk.slug}/calendar/${id}/whisper`}>Who will be there</LinkButton>
        ) : null}
        {canRemove ? (
          <Button
            variant="danger"
            shortcut="Del"
            busy={page.isBusy}
            icon={<Trash2 aria-hidden="true" className="size-4" />}
            onClick={remove}
          >
            Take it off
          </Button>
        ) : null}
      </div>
      {can.change ? null : (
        <p className="mt-3 text-[0.8125rem] text-muted">
          {event.calendarName === null
            ? "This came from elsewhere, so its time and words are changed there."
            : `This is kept in “${event.calendarName}”, so it is changed there.`}
        </p>
      )}
      {isAsking ? (
        <ScopeDialog
          verb="Take off"
          title={title}
          onClose={() => setAsking(false)}
          onChoose={(scope) => {
            setAsking(false);
            void page.remove(event, scope);
          }}
        />
      ) : null}
    </>
  );
}
