"use client";

import { lazy, Suspense } from "react";
import type { TaskDetail } from "@/lib/domain/task/view";

const InvitationPart = lazy(() =>
  import("@/app/(workspace)/w/[workspace]/_components/invitation-part").then((m) => ({
    default: m.InvitationPart,
  })),
);
const CheckPart = lazy(() =>
  import("@/app/(workspace)/w/[workspace]/_components/check-part").then((m) => ({ default: m.CheckPart })),
);

/** What a task has to do with an entry of the calendar: the invitation that it answers, or the meeting that it checks. */
export function CalendarPart({ task }: { task: TaskDetail }) {
  const { kind, fields } = task;
  return (
    <Suspense fallback={null}>
      {kind === "event-invite" && fields.eventUid ? <InvitationPart task={task} /> : null}
      {kind === "meeting-check" && fields.eventId ? <CheckPart task={task} /> : null}
    </Suspense>
  );
}
