"use client";

import { useSelectedLayoutSegments } from "next/navigation";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { DeskKeys } from "@/app/(workspace)/w/[workspace]/_components/desk-keys";
import { DeskLive } from "@/app/(workspace)/w/[workspace]/_components/desk-live";
import { ClockProvider } from "@/components/ui/clock";
import { type Desk, DeskProvider } from "@/components/workspace/desk-context";
import { WhereaboutsProvider } from "@/components/workspace/place-link";
import { type ShellPlace, shellPlaces } from "@/components/workspace/places";
import { firstName } from "@/lib/domain/person/first-name";
import type { WorkspaceShell } from "@/lib/domain/workspace/view";

const TICK_MS = 20_000;

/** Pages that belong to a place of another name. */
const partOf: Record<string, ShellPlace> = { tasks: "queue", import: "people", weekly: "people" };

/** The frame around a desk's pages: who looks, the time, the line to the server, and the counts as they change. */
export function Frame({ shell, at, children }: { shell: WorkspaceShell; at: number; children: ReactNode }) {
  const segments = useSelectedLayoutSegments();
  const [segment = ""] = segments;
  const place = shellPlaces.find((one) => one === (partOf[segment] ?? segment)) ?? null;
  const [counts, setCounts] = useState(shell.counts);
  const desk = useMemo(() => deskOf(shell), [shell]);
  const now = useTick(at);
  return (
    <ClockProvider now={now}>
      <DeskProvider desk={desk}>
        <WhereaboutsProvider place={place} counts={counts}>
          <DeskLive
            slug={desk.slug}
            seq={shell.seq}
            day={dayOf(now, desk.zone)}
            onCounts={({ inbox = 0, assistant = 0, forYou }) =>
              setCounts((before) => ({ queue: inbox + assistant, forYou: forYou ?? before.forYou }))
            }
          >
            <DeskKeys segments={segments}>{children}</DeskKeys>
          </DeskLive>
        </WhereaboutsProvider>
      </DeskProvider>
    </ClockProvider>
  );
}

/** The time, first as the server knew it so that both draw the same, then moving on. */
function useTick(at: number): number {
  const [now, setNow] = useState(at);
  useEffect(() => {
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, TICK_MS);
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, []);
  return now;
}

const days = new Map<string, Intl.DateTimeFormat>();

/** A word that is another one on each day of a zone. Every page pays for what stands here, so the calendar's own rules stay out. */
function dayOf(now: number, timeZone: string): string {
  const day = days.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", { timeZone });
  days.set(timeZone, day);
  return day.format(now);
}

function deskOf({ me, workspace, assistantNames, circles }: WorkspaceShell): Desk {
  const [only, ...more] = assistantNames;
  return {
    slug: workspace.slug,
    clientName: workspace.clientName,
    clientShort: firstName(workspace.clientName),
    assistantShort: only && more.length === 0 ? firstName(only) : "your assistant",
    role: me.role,
    myName: me.name,
    zone: workspace.zone,
    locale: workspace.locale,
    circles,
  };
}
