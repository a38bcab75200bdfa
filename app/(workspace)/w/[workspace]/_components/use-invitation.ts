"use client";

import { useCallback, useEffect, useState } from "react";
import { calendarApi } from "@/app/(workspace)/w/[workspace]/_components/calendar-api";
import { useChanges } from "@/app/(workspace)/w/[workspace]/_components/desk-live";
import type { InvitationView } from "@/lib/domain/calendar/answer";

/** The invitation that a task asks about; null while it is read, and for a task that asks about none (`isGone`). It is read again with every change. */
export function useInvitation(slug: string, taskId: string | null) {
  const [invitation, setInvitation] = useState<InvitationView | null>(null);
  const [isGone, setGone] = useState(false);
  const read = useCallback(
    async (signal?: AbortSignal) => {
      if (taskId === null) return;
      const answer = await calendarApi(slug).invitation(taskId, signal);
      const isAbsent = !answer.ok && answer.problem.code === "not-found";
      if (answer.ok) setInvitation(answer.value);
      else if (isAbsent) setInvitation(null);
      if (answer.ok || isAbsent) setGone(isAbsent);
    },
    [slug, taskId],
  );
  useEffect(() => {
    const leaving = new AbortController();
    void read(leaving.signal);
    return () => leaving.abort();
  }, [read]);
  useChanges(null, () => void read());
  return { invitation, isGone, read };
}
