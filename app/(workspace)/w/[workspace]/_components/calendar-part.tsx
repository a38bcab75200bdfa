"use client";

import { fieldRows, isAboutEntry } from "@/components/tasks/field-rows";
import { kindWords } from "@/components/tasks/words";
import { Facts } from "@/components/ui/facts";
import { latePart } from "@/components/ui/late-part";
import { Sheet, SheetHeader } from "@/components/ui/sheet";
import { useDesk } from "@/components/workspace/desk-context";
import type { TaskDetail } from "@/lib/domain/task/view";

const InvitationPart = latePart(() =>
  import("@/app/(workspace)/w/[workspace]/_components/invitation-part").then((m) => m.InvitationPart),
);
const CheckPart = latePart(() =>
  import("@/app/(workspace)/w/[workspace]/_components/check-part").then((m) => m.CheckPart),
);

/** What a task has to do with an entry of the calendar: the invitation that it answers, or the meeting that it checks. */
export function CalendarPart({ task }: { task: TaskDetail }) {
  if (!isAboutEntry(task)) return null;
  const Part = task.kind === "event-invite" ? InvitationPart : CheckPart;
  return <Part task={task} otherwise={<AsItWas task={task} />} />;
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
