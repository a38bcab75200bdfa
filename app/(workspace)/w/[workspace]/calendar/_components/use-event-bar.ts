"use client";

import { useEffect, useRef } from "react";
import { calendarApi } from "@/app/(workspace)/w/[workspace]/_components/calendar-api";
import { keep, read } from "@/app/(workspace)/w/[workspace]/_components/use-kept";
import { useBar } from "@/app/(workspace)/w/[workspace]/queue/_components/use-bar";

/**
 * What was done to an entry, to be said in the bar; `undo` takes it back, null where there is nothing to take back. `back` is the page
 * on which it is again then, where that is another.
 */
export type Happened = { says: string; undo: string | null; back?: string };

const keyOf = (slug: string) => `firsthand:happened:${slug}`;

/** Says it on the page that one is led to next. */
export function sayNext(slug: string, happened: Happened): void {
  keep(keyOf(slug), JSON.stringify(happened));
}

/** The bar of a page with entries: what happened, also on the page before, and its undo. `onUndone` reads the page again, or goes back. */
export function useEventBar(slug: string, onUndone: (back?: string) => void) {
  const { bar, show } = useBar();
  const last = useRef<Happened | null>(null);

  function say(happened: Happened) {
    const { says, undo } = happened;
    last.current = undo === null ? null : happened;
    show({
      says,
      tone: "plain",
      action: undo === null ? null : { label: "Undo", shortcut: "U", onClick: () => void undoLast() },
    });
  }

  /** Something else is on its way: what was done before is not the last thing any more, and its undo would be refused. */
  function begin() {
    last.current = null;
    show(null);
  }

  function refuse(says: string) {
    show({ says, tone: "refused", action: null });
  }

  async function undoLast() {
    const done = last.current;
    if (done === null || done.undo === null) return;
    last.current = null;
    const answer = await calendarApi(slug).undo(done.undo);
    if (!answer.ok) return refuse(answer.problem.sentence);
    const says = "It is as it was.";
    if (done.back) sayNext(slug, { says, undo: null });
    else show({ says, tone: "plain", action: null });
    onUndone(done.back);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the page before left to say is said once.
  useEffect(() => {
    const left = read(keyOf(slug));
    if (left === null) return;
    keep(keyOf(slug), "");
    say(JSON.parse(left) as Happened);
  }, [slug]);

  return { bar, show, begin, say, refuse, undoLast };
}
