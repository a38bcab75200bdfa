"use client";

import { useCallback, useEffect, useState } from "react";
import { calendarApi } from "@/app/(workspace)/w/[workspace]/_components/calendar-api";
import { useChanges } from "@/app/(workspace)/w/[workspace]/_components/desk-live";
import type { InvitationView } from "@/lib/domain/calendar/answer";

/** The invitation that a task asks about; null while it is read, and for a task that asks about none. It is read again with every change. */
export function useInvitation(slug: string, taskId: string | null) {
  const [invitation, setInvitation] = useState<InvitationView | null>(null);
  const read = useCallback(
    async (signal?: AbortSignal) => {
      if (taskId === null) return;
      const answer = await calendarApi(slug).invitation(taskId, signal);
      if (answer.ok) setInvitation(answer.value);
      else if (answer.problem.code === "not-found") setInvitation(null);
    },
    [slug, taskId],
  );
  useEffect(() => {
    const leaving = new AbortController();
    void read(leaving.signal);
    return () => leaving.abort();
  }, [read]);
  useChanges(null, () => void read());
  return { invitation, read };
}
