"use client";

import { ArrowLeft, Lock } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { EventPart } from "@/app/(workspace)/w/[workspace]/calendar/_components/event-part";
import { addressOf, useEvent } from "@/app/(workspace)/w/[workspace]/calendar/_components/use-event";
import { sayNext, useEventBar } from "@/app/(workspace)/w/[workspace]/calendar/_components/use-event-bar";
import { EmptyState } from "@/components/ui/empty-state";
import { lateWindow } from "@/components/ui/late-part";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader, Sheet } from "@/components/ui/sheet";
import { Toast, ToastRegion } from "@/components/ui/toast";
import { undoKeys, useKeys } from "@/components/ui/use-keys";
import { useDesk } from "@/components/workspace/desk-context";
import type { EventDetail } from "@/lib/domain/calendar/event";
import { dayAt } from "@/lib/domain/calendar/zone-day";

const EventForm = lateWindow(() =>
  import("@/app/(workspace)/w/[workspace]/calendar/_components/event-form").then((m) => m.EventForm),
);

/** One happening of an entry on a page of its own, with the same keys and buttons as in its window. */
export function EventScreen({ event: first, at }: { event: EventDetail; at: string | null }) {
  const desk = useDesk();
  const router = useRouter();
  const [editing, setEditing] = useState<EventDetail | null>(null);
  const back = `/w/${desk.slug}/calendar?date=${dayAt(Date.parse(first.startsAt), desk.zone)}`;
  const bar = useEventBar(desk.slug, (there) => (there ? router.replace(there) : void page.reread()));
  const page = useEvent({ id: first.id, at }, first, {
    say: (happened) => bar.say(happened),
    // Said on the calendar, to which one is led back.
    onGone: (happened) => {
      sayNext(desk.slug, happened);
      router.push(back);
    },
  });
  const { event } = page;
  useKeys(editing === null, {
    ...undoKeys(bar.undoLast),
    escape: () => router.push(back),
  });

  return (
    <div className="mx-auto flex min-h-[calc(100dvh-4rem)] max-w-2xl flex-col px-4 pt-4 pb-8 sm:px-6 lg:min-h-dvh">
      <LinkButton variant="quiet" size="sm" className="mb-2 -ms-2 self-start" href={back}>
        <ArrowLeft aria-hidden="true" className="size-4 rtl:rotate-180" /> Calendar
      </LinkButton>
      {event === null ? (
        <EmptyState title="This is no longer on the calendar.">It was taken off, or moved.</EmptyState>
      ) : (
        <>
          <PageHeader
            title={<bdi className="wrap-anywhere">{event.summary}</bdi>}
            lead={
              event.isPrivate ? (
                <span className="flex items-center gap-1.5 text-[0.8125rem]">
                  <Lock aria-hidden="true" className="size-3.5" /> Only you see this.
                </span>
              ) : undefined
            }
          />
          <Sheet pencil={event.held} aria-label="The entry">
            <EventPart
              event={event}
              page={page}
              otherZone={null}
              inDialog={false}
              isListening={editing === null}
              onEdit={setEditing}
            />
          </Sheet>
        </>
      )}
      <ToastRegion>
        {bar.bar ? (
          <Toast tone={bar.bar.tone} action={bar.bar.action} onDismiss={() => bar.show(null)}>
            {bar.bar.says}
          </Toast>
        ) : null}
      </ToastRegion>
      {editing ? (
        <EventForm
          event={editing}
          onClose={() => setEditing(null)}
          onSaved={(changed, happened, startsAt) => {
            setEditing(null);
            const now = { ...editing, id: changed.id, startsAt: startsAt ?? editing.startsAt };
            const address = addressOf(desk.slug, now);
            if (address === addressOf(desk.slug, editing)) {
              bar.say(happened);
              void page.reread();
            } else {
              sayNext(desk.slug, { ...happened, back: addressOf(desk.slug, editing) });
              router.replace(address);
            }
          }}
        />
      ) : null}
    </div>
  );
}
