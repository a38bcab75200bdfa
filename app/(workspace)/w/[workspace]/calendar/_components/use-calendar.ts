"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { deskApi } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { useChanges } from "@/app/(workspace)/w/[workspace]/_components/desk-live";
import {
  type CalendarLook,
  type CalendarPlace,
  readDay,
  readLook,
  stretchOf,
} from "@/lib/domain/calendar/stretch";
import type { CalendarView } from "@/lib/domain/calendar/view";

const breathMs = 250;
const offline = "The calendar cannot be read: you are offline. What you see may be old.";

/** Reads the look and the day from the address, and the days they need from the server; the address is the only state. */
export function useCalendar(slug: string, first: CalendarView) {
  const params = useSearchParams();
  const [fitting, setFitting] = useState<CalendarLook | null>(null);
  const look: CalendarLook | null = readLook(params.get("view")) ?? fitting;
  const day = readDay(params.get("date")) ?? first.today;
  const [view, setView] = useState(first);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const turn = useRef(0);

  // Without a word in the address a phone lists and a wide window draws.
  useEffect(() => setFitting(matchMedia("(min-width: 64rem)").matches ? "month" : "agenda"), []);

  const read = useCallback(
    async (from: string, to: string) => {
      const mine = ++turn.current;
      setBusy(true);
      const answer = await deskApi(slug).calendar(from, to);
      if (mine !== turn.current) return;
      setBusy(false);
      if (answer.ok) setView(answer.value);
      setProblem(answer.ok ? null : answer.problem.code === "offline" ? offline : answer.problem.sentence);
    },
    [slug],
  );

  const { from, to } = look ? stretchOf({ look, day }) : view;
  const isMissing = from < view.from || to > view.to;
  const isFailed = problem !== null;
  useEffect(() => {
    if (isMissing) void read(from, to);
  }, [isMissing, from, to, read]);
  // What could not be read is read again once the line is back.
  useEffect(() => {
    if (!isFailed) return;
    const again = () => void read(from, to);
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [isFailed, from, to, read]);

  // Others work on the desk meanwhile: what is shown, and no more, is read again, a breath after the last of their changes.
  const later = useRef<ReturnType<typeof setTimeout>>(undefined);
  const shown = useRef({ from, to, seq: view.seq });
  useEffect(() => {
    shown.current = { from, to, seq: view.seq };
  });
  const readShown = useCallback(() => read(shown.current.from, shown.current.to), [read]);
  useChanges(first.seq, (changes) => {
    if (!changes.reload && changes.seq <= shown.current.seq) return;
    clearTimeout(later.current);
    later.current = setTimeout(() => void readShown(), breathMs);
  });
  useEffect(() => () => clearTimeout(later.current), []);

  // Keys are quicker than the router: until it has come to where one went last, the next step starts from there.
  const ahead = useRef<CalendarPlace | null>(null);
  useEffect(() => {
    if (ahead.current?.look === look && ahead.current.day === day) ahead.current = null;
  }, [look, day]);
  useEffect(() => {
    const back = () => {
      ahead.current = null;
    };
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, []);

  /** Goes somewhere, or from where one is to somewhere else; the browser's own way back works. */
  function go(next: CalendarPlace | ((here: CalendarPlace) => CalendarPlace)) {
    const here = ahead.current ?? { look: look ?? "month", day };
    const place = typeof next === "function" ? next(here) : next;
    ahead.current = place.look === look && place.day === day ? null : place;
    history.pushState(null, "", `?view=${place.look}&date=${place.day}`);
  }

  return { look, day, view, busy, isMissing, problem, go, readAgain: () => void readShown() };
}
