"use client";

import { useEffect, useRef } from "react";
import { post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { type Removed, takeRemoved } from "@/app/(workspace)/w/[workspace]/people/_components/removed-person";
import { useBar } from "@/app/(workspace)/w/[workspace]/queue/_components/use-bar";
import { sayStays } from "@/components/people/say-stays";
import { useDesk } from "@/components/workspace/desk-context";

/** The bar about whoever was just taken off the desk, and the way back; `reread` reads the list once they are there again. */
export function useRemoved(reread: () => void) {
  const desk = useDesk();
  const { slug } = desk;
  const client = desk.role === "client" ? "you" : desk.clientShort;
  const { bar, show } = useBar();
  const latest = useRef(reread);
  useEffect(() => {
    latest.current = reread;
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list is opened: whoever is taken is forgotten.
  useEffect(() => {
    const removed = takeRemoved(slug);
    if (removed)
      show({
        says: `${removed.name} is off the desk.${sayStays(removed.stays, client)}`,
        tone: "plain",
        action: restoring(removed),
      });
  }, [slug]);

  function restoring(removed: Removed) {
    return { label: "Undo", shortcut: "U", onClick: () => void restore(removed) };
  }

  async function restore(removed: Removed) {
    show(null);
    const { id, name, version } = removed;
    const answer = await post<unknown>(`/api/v1/w/${slug}/people/${id}/restore`, { version });
    if (answer.ok) {
      show({ says: `${name} is on the desk again.`, tone: "plain", action: null });
      return latest.current();
    }
    const { sentence, code } = answer.problem;
    // Nothing was done while there was no line: the way back stays open.
    show({ says: sentence, tone: "refused", action: code === "offline" ? restoring(removed) : null });
  }

  return { bar, show };
}
