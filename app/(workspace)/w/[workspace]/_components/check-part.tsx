"use client";

import { useCallback, useEffect, useState } from "react";
import { calendarApi } from "@/app/(workspace)/w/[workspace]/_components/calendar-api";
import { useChanges } from "@/app/(workspace)/w/[workspace]/_components/desk-live";
import { CheckFacts } from "@/components/calendar/check-facts";
import { CheckForm } from "@/components/calendar/check-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Sheet, SheetHeader } from "@/components/ui/sheet";
import { useKeys } from "@/components/ui/use-keys";
import { useDesk } from "@/components/workspace/desk-context";
import type { CheckedThing, CheckInput, CheckFacts as Facts } from "@/lib/domain/calendar/check";
import { isOpen } from "@/lib/domain/task/task";
import type { TaskDetail } from "@/lib/domain/task/view";

type Task = Pick<TaskDetail, "id" | "version" | "state" | "mergedIntoId" | "tag" | "fields">;
const blank: CheckInput = { confirmed: [], withWhom: "", how: "call", otherZone: null, note: "" };

/** The double-check of a meeting on its task: the facts on both sides, and what was confirmed. Nothing for a task that checks no entry. */
export function CheckPart({ task, onRecorded }: { task: Task; onRecorded?: (id: string) => void }) {
  const desk = useDesk();
  const [facts, setFacts] = useState<Facts | null>(null);
  const [isOpened, setOpened] = useState(false);
  const [input, setInput] = useState<CheckInput>(blank);
  const [isBusy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const read = useCallback(
    async (signal?: AbortSignal) => {
      const answer = await calendarApi(desk.slug).checkFacts(task.id, signal);
      if (answer.ok) setFacts(answer.value);
      else if (answer.problem.code === "not-found") setFacts(null);
    },
    [desk.slug, task.id],
  );
  useEffect(() => {
    const leaving = new AbortController();
    void read(leaving.signal);
    return () => leaving.abort();
  }, [read]);
  useChanges(null, () => void read());
  const mayCheck = isOpen(task) && (desk.role === "client" || task.tag === "delegable");
  const canCheck = facts !== null && mayCheck;
  const open = () => {
    setOpened(true);
    setInput((now) =>
      now === blank
        ? { ...blank, withWhom: task.fields.otherSide ?? "", otherZone: facts?.otherZone ?? null }
        : now,
    );
  };
  useKeys(canCheck && !isOpened, { d: open });
  if (facts === null) return null;

  async function record(): Promise<void> {
    setBusy(true);
    const answer = await calendarApi(desk.slug).check(task, input);
    setBusy(false);
    const refusal = answer.ok ? null : answer.problem.refusal;
    setErrors(refusal?.code === "invalid" ? refusal.fields : {});
    setProblem(answer.ok || refusal?.code === "invalid" ? null : answer.problem.sentence);
    if (answer.ok) setOpened(false);
    if (answer.ok && onRecorded) onRecorded(answer.value.id);
    else await read();
  }

  async function undo(id: string): Promise<void> {
    setBusy(true);
    const answer = await calendarApi(desk.slug).undoCheck(id);
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem.sentence);
    await read();
  }

  const { check } = facts;
  return (
    <Sheet aria-label="Double-check">
      <SheetHeader title="Double-check" />
      <div className="flex flex-col gap-3">
        <CheckFacts facts={facts} />
        {canCheck && isOpened ? (
          <CheckForm
            input={input}
            things={thingsOf(facts)}
            zones={Intl.supportedValuesOf("timeZone")}
            errors={errors}
            problem={problem}
            isBusy={isBusy}
            onType={(change) => setInput((now) => ({ ...now, ...change }))}
            onRecord={() => void record()}
          />
        ) : canCheck ? (
          <Button shortcut="D" className="self-start" onClick={open}>
            Record what was confirmed
          </Button>
        ) : isOpen(task) ? (
          <p className="text-[0.8125rem] text-muted">Only {desk.clientShort} records this one.</p>
        ) : null}
        {check && !isOpen(task) && (desk.role === "client" || task.tag === "delegable") ? (
          <Button variant="quiet" busy={isBusy} className="self-start" onClick={() => void undo(check.id)}>
            Undo the check
          </Button>
        ) : null}
        {problem && !isOpened ? (
          <Notice tone="late" role="alert">
            {problem}
          </Notice>
        ) : null}
      </div>
    </Sheet>
  );
}

/** A place and a link are confirmed where there is one; a zone where the other side has another. */
function thingsOf({ place, link, otherZone }: Facts): CheckedThing[] {
  const more: [CheckedThing, boolean][] = [
    ["zone", otherZone !== null],
    ["place", place !== ""],
    ["link", link !== ""],
  ];
  return ["date", "time", ...more.flatMap(([thing, is]) => (is ? [thing] : []))];
}
