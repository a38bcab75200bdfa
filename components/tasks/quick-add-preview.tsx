"use client";

import { CalendarClock, Clock, Flag, Repeat, User, UserPlus } from "lucide-react";
import type { ReactNode } from "react";
import { repeatText, yearlyText } from "@/components/tasks/field-rows";
import { KindIcon } from "@/components/tasks/kind-icon";
import { TagPill } from "@/components/tasks/tag-pill";
import { kindWords } from "@/components/tasks/words";
import { fullText } from "@/components/when";
import { useDesk } from "@/components/workspace/desk-context";
import { ruleSays } from "@/lib/domain/policy/default-tags";
import type { QuickAddPreview } from "@/lib/domain/task/quick-add";

/** What a typed line would make, in chips: kind, person, date, lead, priority and tag. */
export function QuickAddLook({ preview }: { preview: QuickAddPreview }) {
  const desk = useDesk();
  const {
    kind,
    title,
    personName,
    isNewPerson,
    date,
    dueAt,
    dueAllDay,
    leadDays,
    priority,
    tag,
    rule,
    repeat,
    note,
  } = preview;
  return (
    <div className="flex flex-col gap-2">
      <p className="flex items-center gap-2">
        <KindIcon kind={kind} />
        <span dir="auto" className="wrap-anywhere min-w-0 font-semibold">
          {title || "…"}
        </span>
      </p>
      <ul className="flex flex-wrap gap-1.5">
        <Chip>{kindWords[kind]}</Chip>
        {personName ? (
          <Chip icon={isNewPerson ? UserPlus : User}>
            <span dir="auto">{personName}</span>
            {isNewPerson ? ", a new person" : ""}
          </Chip>
        ) : null}
        {dueAt ? <Chip icon={CalendarClock}>{fullText(dueAt, desk, dueAllDay)}</Chip> : null}
        {date && !dueAt ? <Chip icon={CalendarClock}>{yearlyText(date)}</Chip> : null}
        {leadDays === null ? null : (
          <Chip icon={Clock}>
            {leadDays} {leadDays === 1 ? "day" : "days"} ahead
          </Chip>
        )}
        {repeat ? <Chip icon={Repeat}>{repeatText(repeat)}</Chip> : null}
        {priority > 0 ? <Chip icon={Flag}>Priority {priority}</Chip> : null}
        <li className="inline-flex items-center gap-2">
          <TagPill tag={tag} />
          {rule ? <span className="text-xs text-muted">{ruleSays(rule)}</span> : null}
        </li>
      </ul>
      {note ? (
        <p dir="auto" className="wrap-anywhere text-[0.8125rem] text-muted">
          In the note: “{note}”
        </p>
      ) : null}
      {kind === "birthday" && personName && !date && !dueAt ? (
        <p className="text-[0.8125rem] text-muted">No day was read. Say it as “3 May” or “3 May 1980”.</p>
      ) : null}
      {preview.problems.map((problem) => (
        <p key={problem} className="text-[0.8125rem] text-late">
          {problem}
        </p>
      ))}
    </div>
  );
}

function Chip({ icon: Icon, children }: { icon?: typeof User; children: ReactNode }) {
  return (
    <li className="inline-flex items-center gap-1.5 rounded-full border border-line bg-paper px-2.5 text-xs leading-6">
      {Icon ? <Icon aria-hidden="true" className="size-3.5 text-muted" /> : null}
      <span>{children}</span>
    </li>
  );
}
