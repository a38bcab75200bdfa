"use client";

import { useCallback, useEffect, useState } from "react";
import { calendarApi } from "@/app/(workspace)/w/[workspace]/_components/calendar-api";
import { useChanges } from "@/app/(workspace)/w/[workspace]/_components/desk-live";
import { useDesk } from "@/components/workspace/desk-context";
import type { CheckFacts, CheckInput } from "@/lib/domain/calendar/check";
import type { TaskDetail } from "@/lib/domain/task/view";

export type CheckTask = Pick<
  TaskDetail,
  "id" | "version" | "state" | "mergedIntoId" | "tag" | "fields" | "whoComes"
>;
const blank: CheckInput = { confirmed: [], withWhom: "", how: "call", otherZone: null, note: "" };

/** The double-check that a task asks for: what is to be confirmed, what is typed of it, recording it and taking that back. */
export function useCheck(task: CheckTask, onRecorded?: (id: string) => void) {
  const { slug } = useDesk();
  const [facts, setFacts] = useState<CheckFacts | null>(null);
  const [isGone, setGone] = useState(false);
  const [isOpened, setOpened] = useState(false);
  const [input, setInput] = useState<CheckInput | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const read = useCallback(
    async (signal?: AbortSignal) => {
      const answer = await calendarApi(slug).checkFacts(task.id, signal);
      const isAbsent = !answer.ok && answer.problem.code === "not-found";
      if (answer.ok) setFacts(answer.value);
      else if (isAbsent) setFacts(null);
      if (answer.ok || isAbsent) setGone(isAbsent);
    },
    [slug, task.id],
  );
  useEffect(() => {
    const leaving = new AbortController();
    void read(leaving.signal);
    return () => leaving.abort();
  }, [read]);
  useChanges(null, () => void read());

  /** Opens the form, with what is known already; what was typed before it was closed is still there. */
  function open(): void {
    setOpened(true);
    setProblem(null);
    const otherSide = task.fields.otherSide || task.whoComes;
    setInput((now) => now ?? { ...blank, withWhom: otherSide, otherZone: facts?.otherZone ?? null });
  }

  async function record(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    const answer = await calendarApi(slug).check(task, input ?? blank);
    setBusy(false);
    const refusal = answer.ok ? null : answer.problem.refusal;
    setErrors(refusal?.code === "invalid" ? refusal.fields : {});
    setProblem(answer.ok || refusal?.code === "invalid" ? null : answer.problem.sentence);
    if (answer.ok) {
      setOpened(false);
      setInput(null);
      onRecorded?.(answer.value.id);
    }
    await read();
  }

  async function undo(id: string): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    const answer = await calendarApi(slug).undoCheck(id);
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem.sentence);
    await read();
  }

  return {
    facts,
    /** The meeting is no more, or not to be seen. */
    isGone,
    isOpened,
    input: input ?? blank,
    isBusy,
    errors,
    problem,
    open,
    close: () => setOpened(false),
    type: (change: Partial<CheckInput>) => setInput((now) => ({ ...(now ?? blank), ...change })),
    record,
    undo,
  };
}
