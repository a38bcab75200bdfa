"use client";

import { BellOff, Ellipsis, Lock } from "lucide-react";
import { TagPill } from "@/components/tasks/tag-pill";
import { stateWords } from "@/components/tasks/words";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";
import { Link } from "@/components/ui/link";
import { Menu, MenuItem } from "@/components/ui/menu";
import { useDesk } from "@/components/workspace/desk-context";
import { sayAgo, sayEvery, type TouchLine, type TouchTask } from "@/lib/domain/person/touch";

type Props = {
  line: TouchLine;
  /** In which circles they are, in words. */
  circles: string;
  today: string;
  /** The desk's pages: "/w/mira". */
  base: string;
  /** The keys mean this one. */
  isChosen: boolean;
  onChoose: () => void;
  onLog: () => void;
  onPause: () => void;
  onNever: () => void;
};

/** The id of somebody's line on the page, to walk to. */
export function touchCardId(personId: string): string {
  return `touch-${personId}`;
}

/** Somebody one is losing touch with: how often, since when, the open task, and what one can do about it. */
export function TouchCard({
  line,
  circles,
  today,
  base,
  isChosen,
  onChoose,
  onLog,
  onPause,
  onNever,
}: Props) {
  const { name, task } = line;
  return (
    <article
      id={touchCardId(line.id)}
      aria-label={name}
      data-touch
      data-chosen={isChosen || undefined}
      tabIndex={-1}
      onFocus={onChoose}
      className="flex gap-3 px-3 py-3 outline-offset-[-2px] data-chosen:bg-sunken/50 sm:px-4"
    >
      <Avatar name={name} />
      <div className="min-w-0 flex-1">
        <h2 className="flex items-center gap-1.5 font-serif text-[1.0625rem] leading-snug">
          <Link
            href={`${base}/people/${line.id}`}
            className="touchable min-w-0 wrap-anywhere hover:underline"
          >
            <bdi>{name}</bdi>
          </Link>
          {line.isPrivate ? (
            <span title="Private: only the client sees them" className="inline-flex shrink-0 text-muted">
              <Lock aria-hidden="true" className="size-3.5" />
              <span className="sr-only">Private</span>
            </span>
          ) : null}
        </h2>
        <p className="wrap-anywhere text-[0.8125rem] text-muted">
          <bdi>{circles}</bdi> · {sayEvery(line.everyDays)}
        </p>
        <p className="text-[0.8125rem]">{sayLast(line, today)}</p>
        <OpenTask task={task} name={name} base={base} isChosen={isChosen} />
        {/* The keys keep their room while they are not shown: nothing moves away from under a finger. */}
        <div
          className={cx(
            "mt-1.5 flex flex-wrap items-center gap-2",
            !isChosen && "[&>button>span[aria-hidden]]:invisible",
          )}
        >
          <Button size="sm" shortcut="L" aria-label={`Log contact: ${name}`} onClick={onLog}>
            Log contact
          </Button>
          <Button size="sm" shortcut="H" aria-label={`Not before…: ${name}`} onClick={onPause}>
            Not before…
          </Button>
          <Menu
            label={`More: ${name}`}
            variant="quiet"
            button={<Ellipsis aria-hidden="true" className="size-4" />}
          >
            <MenuItem
              icon={<BellOff aria-hidden="true" className="size-4" />}
              shortcut={isChosen ? "N" : undefined}
              onSelect={onNever}
            >
              Never remind of them
            </MenuItem>
          </Menu>
        </div>
      </div>
    </article>
  );
}

type TaskProps = { task: TouchTask | null; name: string; base: string; isChosen: boolean };

/** Writing to them is their task: whoever may complete it says so beside it. */
function OpenTask({ task, name, base, isChosen }: TaskProps) {
  const desk = useDesk();
  if (task === null) return <p className="text-[0.8125rem] text-muted">No task is open for it.</p>;
  const words = desk.role === "client" ? "Write to them" : "See the task";
  return (
    <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-[0.8125rem]">
      <Link
        href={`${base}/tasks/${task.id}`}
        aria-label={`${words}: ${name}`}
        className="inline-flex items-center gap-1.5 font-medium underline decoration-line underline-offset-2 pointer-coarse:min-h-11"
      >
        {words}
        {isChosen ? <Kbd>W</Kbd> : null}
      </Link>
      <TagPill tag={task.tag} />
      <span className="text-muted">{stateWords(task.state, desk)}</span>
    </p>
  );
}

/** "Last contact: a call, 5 months ago", or since when there was none. */
function sayLast({ last, since }: TouchLine, today: string): string {
  return last
    ? `Last contact: ${last.says}, ${sayAgo(last.day, today)}`
    : `Nothing since they were written down ${sayAgo(since, today)}`;
}
