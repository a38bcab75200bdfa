"use client";

import { ExternalLink } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { DraftSection } from "@/components/drafts/draft-section";
import { fieldRows, isAboutEntry, repeatText, safeHref } from "@/components/tasks/field-rows";
import { answerUntil } from "@/components/tasks/for-you/words";
import { LastTime } from "@/components/tasks/last-time";
import { Names } from "@/components/tasks/names";
import { TagPill } from "@/components/tasks/tag-pill";
import { tagSentences } from "@/components/tasks/tag-sentences";
import { kindWords, priorityWords, stateWords } from "@/components/tasks/words";
import { AgentBadge, SaidOfAgent } from "@/components/ui/agent-badge";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Sheet, SheetHeader } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/spinner";
import { fullText, stampText } from "@/components/when";
import { type Desk, useDesk } from "@/components/workspace/desk-context";
import { firstName } from "@/lib/domain/person/first-name";
import { nameCircles } from "@/lib/domain/policy/circles";
import { isOpen } from "@/lib/domain/task/task";
import type { TaskDetail as Detail, TaskRow } from "@/lib/domain/task/view";

type Props = {
  row: TaskRow;
  /** Everything else, once it has come. */
  detail: Detail | null;
  headingRef?: Ref<HTMLHeadingElement>;
  /** At the right end of the first line: the menu. */
  corner?: ReactNode;
  /** Called with a task that this one may repeat. */
  onMerge?: () => void;
  /** Takes a task back that is no longer wanted. */
  onTakeBack?: () => void;
  /** What one should know of its person. */
  whisper?: ReactNode;
  /** What the client was asked about it, drawn from its detail. */
  questions?: (detail: Detail) => ReactNode;
  /** Whose words went out with a gesture, to be opened. */
  wordsOf?: (gestureId: string) => ReactNode;
};

/** A task with its tag and the reason for it, what was said, who it is about, and what was done. */
export function TaskDetail({
  row,
  detail,
  headingRef,
  corner,
  onMerge,
  onTakeBack,
  whisper,
  questions,
  wordsOf,
}: Props) {
  const desk = useDesk();
  return (
    <article className="flex flex-col gap-4">
      <header>
        <div className="mb-2 flex min-h-9 items-center gap-2">
          <TagPill tag={row.tag} />
          <span className="min-w-0 flex-1 truncate text-[0.8125rem] text-muted">
            {[kindWords[row.kind], detail?.account?.name ?? detail?.message?.service]
              .filter(Boolean)
              .join(" · ")}
          </span>
          {corner}
        </div>
        <h2
          ref={headingRef}
          tabIndex={-1}
          dir="auto"
          className="wrap-anywhere font-serif text-2xl leading-tight font-medium outline-none"
        >
          {row.title}
        </h2>
        <p className="mt-1.5 text-[0.8125rem] text-muted">{statusLine(row, desk)}</p>
      </header>
      {isOpen(row) ? <Reason row={row} desk={desk} /> : null}
      {detail ? (
        <Body
          detail={detail}
          desk={desk}
          onMerge={onMerge}
          onTakeBack={onTakeBack}
          whisper={whisper}
          questions={questions}
          wordsOf={wordsOf}
        />
      ) : (
        <div role="status" className="flex flex-col gap-3">
          <span className="sr-only">Reading the rest</span>
          <Skeleton className="h-28" />
          <Skeleton className="h-20" />
        </div>
      )}
    </article>
  );
}

function Reason({ row, desk }: { row: TaskRow; desk: Desk }) {
  const { who, why, you } = tagSentences(row.tag, row.tagReason, desk);
  return (
    <Notice>
      {who} <strong className="font-semibold text-text">{why}</strong> {you}
    </Notice>
  );
}

function statusLine(row: TaskRow, desk: Desk): string {
  const parts = [stateWords(row.state, desk)];
  if (row.dueAt) parts.push(`due ${fullText(row.dueAt, desk, row.dueAllDay)}`);
  const until = row.snoozedUntil && stampText(row.snoozedUntil, desk);
  if (row.snoozedUntilAnswer)
    parts.push(`sleeps until they answer${until ? `, at the latest ${until}` : ""}`);
  else if (until) parts.push(`sleeps until ${until}`);
  if (row.priority > 0) parts.push(priorityWords[row.priority]);
  if (row.isPrivate) parts.push("private");
  if (row.mergedIntoId) parts.push("folded into another");
  return parts.join(" · ");
}

type BodyProps = Pick<Props, "onMerge" | "onTakeBack" | "whisper" | "questions" | "wordsOf"> & {
  detail: Detail;
  desk: Desk;
};

function Body({ detail, desk, onMerge, onTakeBack, whisper, questions, wordsOf }: BodyProps) {
  const { message, closed, person } = detail;
  const last = detail.gestures.find((gesture) => gesture.undoneAt === null);
  return (
    <>
      {detail.wasThatIt ? <Notice role="note">{detail.wasThatIt}</Notice> : null}
      {detail.noLonger ? (
        <Notice role="note" tone="gold">
          <p dir="auto" className="wrap-anywhere">
            {detail.noLonger.says}
          </p>
          {onTakeBack && detail.noLonger.canTakeBack ? (
            <Button size="sm" className="mt-2" onClick={onTakeBack}>
              Take it back
            </Button>
          ) : null}
        </Notice>
      ) : null}
      {closed ? (
        <Notice tone={closed.outcome === "done" ? "ok" : "plain"}>
          {closed.outcome === "done" ? "Done" : "Declined"} by <span dir="auto">{closed.by}</span>
          {closed.role === "agent" ? <AgentBadge /> : null}, {stampText(closed.at, desk)}.
          {closed.note ? ` ${closed.note}` : ""}
          {closed.words ? <SentWords words={closed.words} /> : null}
          {closed.words && last ? wordsOf?.(last.id) : null}
        </Notice>
      ) : null}
      {message ? (
        <Sheet>
          <SheetHeader
            title={
              message.from ? (
                <>
                  <bdi>{message.from}</bdi> wrote
                </>
              ) : (
                "Their message"
              )
            }
            aside={message.receivedAt ? stampText(message.receivedAt, desk) : null}
          />
          {message.text ? (
            <p
              dir="auto"
              className="wrap-anywhere max-h-[45dvh] overflow-y-auto font-serif text-[1.0625rem] leading-[1.5] whitespace-pre-line"
            >
              {message.text}
            </p>
          ) : (
            <p className="wrap-anywhere text-muted">
              {message.service ? <>It came by {message.service}. </> : null}What it says was not copied here.
            </p>
          )}
          {safeHref(message.url) ? (
            <a
              href={safeHref(message.url)}
              target="_blank"
              rel="noreferrer noopener"
              className="touchable mt-2 inline-flex items-center gap-1.5 text-[0.8125rem] text-muted underline underline-offset-2"
            >
              Open it where it came from <ExternalLink aria-hidden="true" className="size-3.5" />
            </a>
          ) : null}
        </Sheet>
      ) : null}
      <DraftSection task={detail} draft={detail.draft} />
      {questions?.(detail)}
      {person ? (
        <Sheet>
          <SheetHeader
            title="Person"
            aside={
              <Link
                href={`/w/${desk.slug}/people/${person.id}`}
                className="touchable text-muted underline underline-offset-2 pointer-coarse:-my-3"
              >
                who is {firstName(person.name)}?
              </Link>
            }
          />
          <div className="flex items-center gap-3">
            <Avatar name={person.name} />
            <div className="min-w-0">
              <p dir="auto" className="wrap-anywhere font-medium">
                {person.name}
              </p>
              <p className="text-[0.8125rem] text-muted">{nameCircles(desk.circles, [person.circle])}</p>
            </div>
          </div>
        </Sheet>
      ) : null}
      {whisper}
      <Facts detail={detail} desk={desk} />
      <LastTime last={detail.lastTime} place={desk} />
      {detail.note ? (
        <Sheet pencil>
          <SheetHeader title="Note" />
          <p
            dir="auto"
            className="wrap-anywhere font-serif text-[1.0625rem] leading-[1.5] whitespace-pre-line text-pencil"
          >
            {detail.note}
          </p>
        </Sheet>
      ) : null}
      {detail.likely.length > 0 && isOpen(detail) ? (
        <Sheet>
          <SheetHeader
            title="Perhaps the same"
            aside={
              onMerge ? (
                <button
                  type="button"
                  onClick={onMerge}
                  className="touchable underline underline-offset-2 pointer-coarse:-my-3"
                >
                  fold together
                </button>
              ) : null
            }
          />
          <TaskLinks tasks={detail.likely} desk={desk} />
        </Sheet>
      ) : null}
      {detail.mergedHere.length > 0 ? (
        <Sheet>
          <SheetHeader title="Folded into this" />
          <TaskLinks tasks={detail.mergedHere} desk={desk} />
        </Sheet>
      ) : null}
      <Past detail={detail} desk={desk} wordsOf={wordsOf} />
    </>
  );
}

function TaskLinks({ tasks, desk }: { tasks: { id: string; title: string }[]; desk: Desk }) {
  return (
    <ul className="flex flex-col gap-1">
      {tasks.map((task) => (
        <li key={task.id}>
          <Link
            dir="auto"
            href={`/w/${desk.slug}/tasks/${task.id}`}
            className="block truncate underline decoration-line underline-offset-2 hover:decoration-current pointer-coarse:py-3.5"
          >
            {task.title}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Facts({ detail, desk }: { detail: Detail; desk: Desk }) {
  const { fields, repeat } = detail;
  const isSaidThere = isAboutEntry(detail);
  const rows = isSaidThere
    ? []
    : fieldRows({ ...fields, otherSide: fields.otherSide || detail.whoComes }, desk);
  if (repeat) rows.push({ label: "Repeats", value: repeatText(repeat) });
  const until = answerUntil(detail);
  if (until) rows.push({ label: "Answer until", value: stampText(until, desk) });
  const isEmpty =
    rows.length === 0 && !fields.postText && !fields.criteria?.length && !fields.checklist?.length;
  if (isEmpty) return null;
  return (
    <Sheet>
      <SheetHeader title={isSaidThere ? "This task" : kindWords[detail.kind]} />
      <dl className="grid grid-cols-[minmax(5rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-[0.8125rem]">
        {rows.map(({ label, value, href, areNames }) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd dir="auto" className="wrap-anywhere">
              {href ? (
                <a
                  href={href}
                  target="_blank"
                  rel="noreferrer noopener"
                  className="underline underline-offset-2"
                >
                  {value}
                </a>
              ) : areNames ? (
                <Names line={value} />
              ) : (
                value
              )}
            </dd>
          </div>
        ))}
      </dl>
      {fields.postText ? (
        <p
          dir="auto"
          className="wrap-anywhere mt-2 font-serif text-[1.0625rem] leading-[1.5] whitespace-pre-line text-pencil"
        >
          {fields.postText}
        </p>
      ) : null}
      {fields.criteria?.length ? (
        <ul className="mt-2 flex flex-col gap-1 text-[0.8125rem]">
          {fields.criteria.map(({ text, met }) => (
            <li key={text} className="flex justify-between gap-3">
              <span dir="auto">{text}</span>
              <span className={met === "met" ? "text-ok" : met === "not-met" ? "text-late" : "text-muted"}>
                {met === "met" ? "met" : met === "not-met" ? "not met" : "unknown"}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {fields.checklist?.length ? (
        <ul className="mt-2 flex flex-col gap-1 text-[0.8125rem]">
          {fields.checklist.map(({ text, done }) => (
            <li key={text} className={done ? "text-muted line-through" : ""}>
              <span className="sr-only">{done ? "Done: " : "To do: "}</span>
              <span dir="auto">{text}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </Sheet>
  );
}

/** The exact words that went out, as such: in quotes and in the letters of letters. */
function SentWords({ words }: { words: string }) {
  return (
    <q
      dir="auto"
      className="wrap-anywhere mt-1 block font-serif text-[1.0625rem] leading-[1.5] whitespace-pre-line text-text"
    >
      {words}
    </q>
  );
}

function Past({ detail, desk, wordsOf }: Pick<BodyProps, "detail" | "desk" | "wordsOf">) {
  const { gestures, history } = detail;
  if (gestures.length === 0 && history.length === 0) return null;
  return (
    <details className="text-[0.8125rem]">
      <summary className="w-fit content-center rounded-md py-1 font-semibold text-muted pointer-coarse:min-h-11">
        What happened so far
      </summary>
      <ul className="mt-1 flex flex-col gap-1.5">
        {gestures.map((gesture) => (
          <li key={gesture.id} dir="auto" className="wrap-anywhere">
            {gesture.outcome === "done" ? "Done" : "Declined"} by {gesture.by}
            {gesture.role === "agent" ? <AgentBadge /> : null}, {stampText(gesture.at, desk)}
            {gesture.undoneAt ? " (opened again)" : ""}
            {gesture.note ? `: ${gesture.note}` : ""}
            {gesture.words ? <SentWords words={gesture.words} /> : null}
            {gesture.words ? wordsOf?.(gesture.id) : null}
          </li>
        ))}
        {history.map((entry) => (
          <li key={entry.seq} className="flex gap-3 text-muted">
            <time dateTime={entry.at} className="shrink-0 tabular-nums">
              {stampText(entry.at, desk)}
            </time>
            <span dir="auto" className="wrap-anywhere min-w-0">
              <SaidOfAgent sentence={entry.sentence} agent={entry.agent} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
