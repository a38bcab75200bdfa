"use client";

import { lazy, Suspense } from "react";
import { fieldRows, isAboutEntry } from "@/components/tasks/field-rows";
import { kindWords } from "@/components/tasks/words";
import { Facts } from "@/components/ui/facts";
import { Sheet, SheetHeader } from "@/components/ui/sheet";
import { useDesk } from "@/components/workspace/desk-context";
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
  if (!isAboutEntry(task)) return null;
  const Part = task.kind === "event-invite" ? InvitationPart : CheckPart;
  return (
    <Suspense fallback={null}>
      <Part task={task} otherwise={<AsItWas task={task} />} />
    </Suspense>
  );
}

/** What the task itself knows of an entry that is no longer on the calendar. */
function AsItWas({ task }: { task: TaskDetail }) {
  const rows = fieldRows(task.fields, useDesk());
  return (
    <Sheet>
      <SheetHeader title={kindWords[task.kind]} />
      <Facts rows={rows.map(({ label, value }) => [label, value])} isNarrow />
    </Sheet>
  );
}
