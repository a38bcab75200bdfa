"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useChanges } from "@/app/(workspace)/w/[workspace]/_components/desk-live";
import type { LineVerb, WeeklyLine, WeeklyList } from "@/lib/domain/weekly/view";
import { sayDone } from "@/lib/domain/weekly/words";
import { type Answered, weeklyApi } from "./weekly-api";

type Done = { personId: string; answered: Answered };

/** Going through the list: which line is chosen, the three answers, and taking them back, the last first. */
export function useLines(slug: string, list: WeeklyList) {
  const api = weeklyApi(slug);
  const router = useRouter();
  const [isReading, startReading] = useTransition();
  const lines: WeeklyLine[] = [...list.days, ...list.touch];
  const [key, setKey] = useState<string | null>(null);
  const [isActing, setActing] = useState(false);
  const [says, setSays] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<Done[]>([]);
  const busy = isActing || isReading;
  const readAgain = () => startReading(() => router.refresh());

  useChanges(null, ({ tasks, gone, reload }) => {
    if (!isActing && (tasks.length > 0 || gone.length > 0 || reload)) readAgain();
  });

  function walk(step: 1 | -1): void {
    const at = lines.findIndex((line) => line.key === key);
    const next = lines[at === -1 ? 0 : Math.max(0, Math.min(lines.length - 1, at + step))];
    if (!next) return;
    setKey(next.key);
    document.getElementById(next.key)?.scrollIntoView({ block: "nearest" });
  }

  async function answer(line: WeeklyLine, verb: LineVerb): Promise<void> {
    if (busy) return;
    setKey(line.key);
    if (verb === "skip" && !line.canSkip) return setProblem(`Only ${list.clientName} can skip this one.`);
    setActing(true);
    const answered = await api.answer(line, verb);
    setActing(false);
    setProblem(answered.ok ? null : answered.problem.sentence);
    if (answered.ok) {
      const { task, pausedUntil, before } = answered.value;
      setSays(sayDone(line, verb, list, pausedUntil));
      setDone((all) => [...all, { personId: line.person.id, answered: { task, pausedUntil, before } }]);
    }
    readAgain();
  }

  async function undo(): Promise<void> {
    const last = done.at(-1);
    if (!last || busy) return;
    setActing(true);
    const undone = await api.undo(last.personId, last.answered);
    setActing(false);
    setProblem(undone.ok ? null : undone.problem.sentence);
    setSays(undone.ok ? "Taken back." : null);
    setDone((before) => before.slice(0, -1));
    readAgain();
  }

  async function saveNote(text: string): Promise<string | null> {
    const saved = await api.note(text);
    return saved.ok ? null : saved.problem.sentence;
  }

  const chosen = lines.find((line) => line.key === key) ?? null;
  return { chosen, says, problem, busy, canUndo: done.length > 0, walk, answer, undo, saveNote };
}
