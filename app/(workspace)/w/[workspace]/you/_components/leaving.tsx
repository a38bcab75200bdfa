"use client";

import { useSeconds } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/use-seconds";
import { secondsLeft } from "@/components/drafts/draft-words";

/** Words that wait to leave at `at` (milliseconds since 1970): the seconds for whoever sees them, said once to whoever listens. */
export function Leaving({ at }: { at: number }) {
  const seconds = secondsLeft(new Date(at).toISOString(), useSeconds(true));
  return (
    <>
      <span aria-hidden="true" className="tabular-nums">
        {seconds > 0 ? ` leaves in ${seconds} s` : " is on its way"}
      </span>
      <span className="sr-only"> leaves in half a minute. You can still undo it.</span>
    </>
  );
}
