"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from "react";
import { type Changes, deskApi } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { LineBanner } from "@/components/live/line-banner";
import { type Line, useLive } from "@/components/live/use-live";

type Handler = (changes: Changes) => void;
type Live = { line: Line; subscribe: (seq: number | null, handler: Handler) => () => void };

const LiveContext = createContext<Live>({ line: "up", subscribe: () => () => {} });

/**
 * One stream and one reading of changes for the whole desk, whichever page is open. `seq`: the change the frame was read at; `day`:
 * the desk's. A new day changes what is due, and nobody has done anything: then every page is told to read again.
 */
export function DeskLive({
  slug,
  seq,
  day,
  onCounts,
  children,
}: {
  slug: string;
  seq: number;
  day: string;
  onCounts: (counts: Changes["counts"]) => void;
  children: ReactNode;
}) {
  const handlers = useRef(new Set<Handler>());
  const seen = useRef(seq);
  const wanted = useRef(0);
  const isReading = useRef(false);
  const dayRead = useRef(day);
  const dayWanted = useRef(day);

  async function catchUp() {
    if (isReading.current) return;
    isReading.current = true;
    while (wanted.current > seen.current || dayWanted.current !== dayRead.current) {
      const isNewDay = dayWanted.current !== dayRead.current;
      const answer = await deskApi(slug).changes(seen.current);
      if (!answer.ok) break;
      if (isNewDay) dayRead.current = dayWanted.current;
      seen.current = Math.max(seen.current, answer.value.seq);
      onCounts(answer.value.counts);
      const changes = isNewDay ? { ...answer.value, reload: true } : answer.value;
      for (const handler of handlers.current) handler(changes);
    }
    isReading.current = false;
  }

  /** A session that ended while there was no line is told so by nobody: a desk that is not its own any more says it. */
  async function askWhy() {
    const answer = await deskApi(slug).changes(seen.current);
    if (!answer.ok && ["signed-out", "not-found"].includes(answer.problem.code)) location.reload();
  }

  const line = useLive({
    url: `/api/live/${slug}`,
    cursor: () => seen.current,
    onSeq: (seq) => {
      wanted.current = Math.max(wanted.current, seq);
      void catchUp();
    },
    onGone: () => location.reload(),
    onRefused: () => void askWhy(),
  });

  const run = useRef(catchUp);
  useEffect(() => {
    run.current = catchUp;
  });
  // Also when the line is up again: what could not be read while it was down is still owed.
  useEffect(() => {
    dayWanted.current = day;
    if (line === "up") void run.current();
  }, [day, line]);
  const value = useMemo<Live>(
    () => ({
      line,
      subscribe: (seq, handler) => {
        handlers.current.add(handler);
        if (seq !== null) seen.current = Math.min(seen.current, seq);
        void run.current();
        return () => handlers.current.delete(handler);
      },
    }),
    [line],
  );
  return <LiveContext value={value}>{children}</LiveContext>;
}

/** The page of a desk, below what is to be said about the line. */
export function DeskPage({ children }: { children: ReactNode }) {
  return <LineBanner line={useContext(LiveContext).line}>{children}</LineBanner>;
}

/** Hears of every change after `seq`, the live cursor with which the page was read; null: after what the desk has seen. */
export function useChanges(seq: number | null, onChanges: Handler): void {
  const { subscribe } = useContext(LiveContext);
  const latest = useRef(onChanges);
  useEffect(() => {
    latest.current = onChanges;
  });
  useEffect(() => subscribe(seq, (changes) => latest.current(changes)), [subscribe, seq]);
}
