"use client";

import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { EventFields } from "@/app/(workspace)/w/[workspace]/calendar/_components/event-fields";
import { sayNext } from "@/app/(workspace)/w/[workspace]/calendar/_components/use-event-bar";
import { useEventForm } from "@/app/(workspace)/w/[workspace]/calendar/_components/use-event-form";
import { newValues, nextFullHour } from "@/components/calendar/event-form-values";
import { Button } from "@/components/ui/button";
import { useNow } from "@/components/ui/clock";
import { useDesk } from "@/components/workspace/desk-context";

/** The form of a new entry on a page of its own. `start` and `end` are on the wall of the desk's zone. */
export function NewEntry({ start, end }: { start?: string; end?: string }) {
  const desk = useDesk();
  const router = useRouter();
  const now = useNow();
  const id = useId();
  const [fresh] = useState(() =>
    newValues(start ?? nextFullHour(now, desk.zone), end, start?.length === 10, desk.zone),
  );
  const form = useEventForm(null, fresh, start !== undefined, (changed, happened) => {
    sayNext(desk.slug, happened);
    router.push(`/w/${desk.slug}/calendar/${changed.id}`);
  });
  return (
    <div className="flex max-w-2xl flex-col gap-5">
      <EventFields id={id} event={null} form={form} />
      <div className="flex gap-2">
        <Button type="submit" form={id} variant="primary" shortcut="Ctrl ⏎" busy={form.isSaving}>
          Put it on the calendar
        </Button>
        <Button variant="quiet" onClick={() => router.back()}>
          Not now
        </Button>
      </div>
    </div>
  );
}
