"use client";

import { type ReactNode, useMemo } from "react";
import { type CheckTask, useCheck } from "@/app/(workspace)/w/[workspace]/_components/use-check";
import { CheckFacts } from "@/components/calendar/check-facts";
import { CheckForm } from "@/components/calendar/check-form";
import { thingsToCheck } from "@/components/calendar/check-words";
import { PartSheet } from "@/components/calendar/part-sheet";
import { Button } from "@/components/ui/button";
import { useNow } from "@/components/ui/clock";
import { Notice } from "@/components/ui/notice";
import { useKeys } from "@/components/ui/use-keys";
import { useDesk } from "@/components/workspace/desk-context";
import { withTypedZone } from "@/lib/domain/calendar/other-side";
import { isOpen } from "@/lib/domain/task/task";

type Props = {
  task: CheckTask;
  /** What the pile does once it is recorded. */
  onRecorded?: (id: string) => void;
  /** On the card, where it is the one thing to do. */
  isLarge?: boolean;
  /** What stands here where there is no meeting any more. */
  otherwise?: ReactNode;
};

/** The double-check of a meeting on its task: the facts on both sides, and what was confirmed. Nothing for a task that checks no entry. */
export function CheckPart({ task, onRecorded, isLarge = false, otherwise = null }: Props) {
  const desk = useDesk();
  const now = useNow();
  const { facts, isGone, isOpened, problem, isBusy, open, close, undo, ...typing } = useCheck(
    task,
    onRecorded,
  );
  const zones = useMemo(() => Intl.supportedValuesOf("timeZone"), []);
  const isTheirs = desk.role === "client" || task.tag === "delegable";
  const canCheck = facts !== null && isOpen(task) && isTheirs;
  useKeys(canCheck && !isOpened, { d: open });
  if (facts === null) return isGone ? otherwise : null;
  const { check } = facts;
  const isTyping = canCheck && isOpened;
  const shown = isTyping ? withTypedZone(facts, typing.input.otherZone, now) : facts;
  return (
    <PartSheet title="Double-check" isBare={isLarge}>
      <CheckFacts facts={shown} />
      {isTyping ? (
        <CheckForm
          input={typing.input}
          things={thingsToCheck(shown)}
          zones={zones}
          errors={typing.errors}
          problem={problem}
          isBusy={isBusy}
          onType={typing.type}
          onRecord={() => void typing.record()}
          onClose={close}
          isLarge={isLarge}
        />
      ) : canCheck ? (
        <Button
          variant={isLarge ? "primary" : "secondary"}
          size={isLarge ? "lg" : "md"}
          wide={isLarge}
          shortcut="D"
          className={isLarge ? "" : "self-start"}
          onClick={open}
        >
          Record what was confirmed
        </Button>
      ) : isOpen(task) ? (
        <p className="text-[0.8125rem] text-muted">
          Only {desk.clientShort} records this one.{" "}
          {task.state === "client"
            ? `It lies before ${desk.clientShort}.`
            : `Put it before ${desk.clientShort}, with what you know in its note.`}
        </p>
      ) : null}
      {check && !isOpen(task) && isTheirs ? (
        <Button variant="quiet" busy={isBusy} className="self-start" onClick={() => void undo(check.id)}>
          Undo the check
        </Button>
      ) : null}
      {problem && !isOpened ? (
        <Notice tone="late" role="alert">
          {problem}
        </Notice>
      ) : null}
    </PartSheet>
  );
}
