"use client";

import { useEffect, useState } from "react";
import { calendarApi } from "@/app/(workspace)/w/[workspace]/_components/calendar-api";
import type { TimeCheck } from "@/lib/domain/calendar/conflicts";

/** Long enough that a time being typed is asked about once. */
const PAUSE_MS = 350;

export type TimesAsked = {
  span: { startsAt: string; endsAt: string } | null;
  place: string;
  ignore: string | null;
  otherZone: string | null;
  /** Minutes on the way there; null for the usual. */
  travelMinutes: number | null;
};

/** What is in the way of a time, asked a breath after it was typed; what was found stays until the next is known. */
export function useTimes(slug: string, { span, place, ignore, otherZone, travelMinutes }: TimesAsked) {
  const [found, setFound] = useState<TimeCheck | null>(null);
  const [problem, setProblem] = useState("");
  const { startsAt = "", endsAt = "" } = span ?? {};
  useEffect(() => {
    if (startsAt === "") return setFound(null);
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      const ask = { startsAt, endsAt, place, ignore, otherZone, travelMinutes };
      const answer = await calendarApi(slug).times(ask, abort.signal);
      setFound(answer.ok ? answer.value : null);
      setProblem(answer.ok ? "" : "What else is on at this time cannot be looked at now.");
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [slug, startsAt, endsAt, place, ignore, otherZone, travelMinutes]);
  return { found, problem };
}
