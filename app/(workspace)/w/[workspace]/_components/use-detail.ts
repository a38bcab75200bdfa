"use client";

import { useEffect, useRef, useState } from "react";
import { deskApi, type Problem } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { useDesk } from "@/components/workspace/desk-context";
import type { TaskDetail } from "@/lib/domain/task/view";

/** Long enough that walking down a list with J does not ask for every task on the way. */
const PAUSE_MS = 90;

/**
 * Everything about a task, fetched when it is looked at and again when `version` says it has changed. What was fetched
 * before is shown meanwhile.
 */
export function useDetail(
  id: string | null,
  version: number | null,
  isOn: boolean,
  first: TaskDetail | null = null,
) {
  const { slug } = useDesk();
  const kept = useRef(new Map<string, TaskDetail>(first ? [[first.id, first]] : []));
  const [, redraw] = useState(0);
  const [problem, setProblem] = useState<{ id: string; problem: Problem } | null>(null);
  const known = id === null ? null : (kept.current.get(id) ?? null);
  const isFresh = known !== null && (version === null || known.version >= version);
  useEffect(() => {
    if (!isOn || id === null || isFresh) return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await deskApi(slug).task(id, abort.signal);
      if (answer.ok) kept.current.set(id, answer.value);
      setProblem(answer.ok ? null : { id, problem: answer.problem });
      redraw((count) => count + 1);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [slug, id, isFresh, isOn]);
  return { detail: known, problem: problem && problem.id === id ? problem.problem : null };
}
