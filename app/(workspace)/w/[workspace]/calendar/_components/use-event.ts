"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { calendarApi, type EventChanged } from "@/app/(workspace)/w/[workspace]/_components/calendar-api";
import type { Answer } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { useChanges } from "@/app/(workspace)/w/[workspace]/_components/desk-live";
import type { Happened } from "@/app/(workspace)/w/[workspace]/calendar/_components/use-event-bar";
import { occurrenceOf } from "@/components/calendar/event-form-values";
import { useDesk } from "@/components/workspace/desk-context";
import type { EventDetail, EventScope } from "@/lib/domain/calendar/event";

/** Much that happens at once is read once. */
const CALM_MS = 300;

type Which = { id: string; at: string | null };
type Heard = {
  say: (happened: Happened) => void;
  /** It is no longer on the calendar, by one's own hand; what is to be said is said where one goes. */
  onGone: (happened: Happened) => void;
};

/** One happening of an entry as it is now, read again when anything changes; and what one may do with it. */
export function useEvent({ id, at }: Which, first: EventDetail | null, { say, onGone }: Heard) {
  const desk = useDesk();
  const [event, setEvent] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isGone = useRef(false);
  const isActing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { slug } = desk;

  const reread = useCallback(
    async (signal?: AbortSignal) => {
      if (isGone.current) return;
      const now = await calendarApi(slug).event(id, at, signal);
      if (now.ok) setEvent(now.value);
      else if (now.problem.code === "not-found") setEvent(null);
      setProblem(now.ok ? null : now.problem.sentence);
    },
    [slug, id, at],
  );
  useEffect(() => {
    if (first !== null) return;
    const abort = new AbortController();
    void reread(abort.signal);
    return () => abort.abort();
  }, [first, reread]);
  useChanges(null, () => {
    clearTimeout(timer.current);
    // What one does oneself is heard of before it is answered, and read then.
    timer.current = setTimeout(() => isActing.current || void reread(), CALM_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  async function act(asked: Promise<Answer<EventChanged>>, says: string, leaves: boolean): Promise<void> {
    setBusy(true);
    isActing.current = true;
    const answer = await asked;
    isActing.current = false;
    setBusy(false);
    if (!answer.ok) {
      // As it really is, with why it is not otherwise.
      await reread();
      return setProblem(answer.problem.sentence);
    }
    isGone.current = leaves;
    setProblem(null);
    const happened = { says, undo: answer.value.undo };
    if (leaves) return onGone(happened);
    say(happened);
    await reread();
  }

  const api = calendarApi(slug);
  return {
    ...{ event, problem, isBusy, reread },
    allow: (seen: EventDetail, allow: boolean) =>
      act(api.allow(seen, allow), allow ? "It stands." : "Taken off; the time stays free.", !allow),
    hide: async (seen: EventDetail, isPrivate: boolean) => {
      setEvent({ ...seen, isPrivate });
      const says = isPrivate ? "Nobody but you sees this now." : `Shown to ${desk.assistantShort} again.`;
      await act(api.privacy(seen, isPrivate), says, false);
    },
    remove: ({ id, version, ...seen }: EventDetail, scope: EventScope) =>
      act(
        api.remove({ id, version, scope, occurrence: seen.isRepeating ? seen.startsAt : null }),
        "Taken off the calendar.",
        true,
      ),
  };
}

/** The happening that a window or page is about: "?at=" of its address; null where it happens once. */
export function addressOf(slug: string, event: Pick<EventDetail, "id" | "isRepeating" | "startsAt">): string {
  const at = occurrenceOf(event);
  return `/w/${slug}/calendar/${event.id}${at ? `?at=${encodeURIComponent(at)}` : ""}`;
}
