"use client";

import { useEffect, useRef } from "react";
import { calendarApi } from "@/app/(workspace)/w/[workspace]/_components/calendar-api";
import { keep, read } from "@/app/(workspace)/w/[workspace]/_components/use-kept";
import { useBar } from "@/app/(workspace)/w/[workspace]/queue/_components/use-bar";

/** What was done to an entry, to be said in the bar; `undo` takes it back, null where there is nothing to take back. */
export type Happened = { says: string; undo: string | null };

const keyOf = (slug: string) => `firsthand:happened:${slug}`;

/** Says it on the page that one is led to next. */
export function sayNext(slug: string, happened: Happened): void {
  keep(keyOf(slug), JSON.stringify(happened));
}

/** The bar of a page with entries: what happened, also on the page before, and its undo. `onUndone` reads the page again. */
export function useEventBar(slug: string, onUndone: () => void) {
  const { bar, show } = useBar();
  const back = useRef<string | null>(null);

  function say({ says, undo }: Happened) {
    back.current = undo;
    show({
      says,
      tone: "plain",
      action: undo === null ? null : { label: "Undo", shortcut: "U", onClick: () => void undoLast() },
    });
  }

  function refuse(says: string) {
    show({ says, tone: "refused", action: null });
  }

  async function undoLast() {
    const undo = back.current;
    if (undo === null) return;
    back.current = null;
    const answer = await calendarApi(slug).undo(undo);
    if (!answer.ok) return refuse(answer.problem.sentence);
    show({ says: "It is as it was.", tone: "plain", action: null });
    onUndone();
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the page before left to say is said once.
  useEffect(() => {
    const left = read(keyOf(slug));
    if (left === null) return;
    keep(keyOf(slug), "");
    say(JSON.parse(left) as Happened);
  }, [slug]);

  return { bar, show, say, refuse, undoLast };
}
