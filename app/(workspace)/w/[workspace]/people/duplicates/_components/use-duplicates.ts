"use client";

import { useEffect, useRef, useState } from "react";
import { get, post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { useChanges } from "@/app/(workspace)/w/[workspace]/_components/desk-live";
import { useBar } from "@/app/(workspace)/w/[workspace]/queue/_components/use-bar";
import { useDesk } from "@/components/workspace/desk-context";
import type { DuplicatesView, Pair } from "@/lib/domain/person/duplicates-view";
import type { MergeChoices } from "@/lib/domain/person/merge-people";

/** Looking through everybody is some work: what happens at once is read once. */
const CALM_MS = 800;

/** The pairs as they are now, what one does with them, and the bar that says so. */
export function useDuplicates(first: DuplicatesView) {
  const { slug } = useDesk();
  const [view, setView] = useState(first);
  const [isBusy, setBusy] = useState(false);
  const { bar, show } = useBar();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const base = `/api/v1/w/${slug}`;
  useEffect(() => () => clearTimeout(timer.current), []);

  async function look(cursor: string | null) {
    const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : "";
    const answer = await get<DuplicatesView>(`${base}/people/duplicates${query}`);
    if (!answer.ok) return show({ says: answer.problem.sentence, tone: "refused", action: null });
    const { pairs, more } = answer.value;
    setView((now) => (cursor ? { pairs: [...now.pairs, ...pairs], more, apart: now.apart } : answer.value));
  }

  useChanges(null, () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void look(null), CALM_MS);
  });

  /** Does it and reads the pairs again; `says` tells what to say, and how to take it back. */
  async function act<T>(
    path: string,
    input: object,
    says: (value: T) => { text: string; back?: () => void },
  ): Promise<boolean> {
    setBusy(true);
    const answer = await post<T>(`${base}/${path}`, input);
    setBusy(false);
    if (!answer.ok) {
      show({ says: answer.problem.sentence, tone: "refused", action: null });
      if (answer.problem.code === "stale" || answer.problem.code === "not-found") await look(null);
      return false;
    }
    const { text, back } = says(answer.value);
    show({
      says: text,
      tone: "plain",
      action: back ? { label: "Undo", shortcut: "U", onClick: back } : null,
    });
    await look(null);
    return true;
  }

  function merge(kept: Pair["one"], merged: Pair["one"], choices: MergeChoices) {
    const input = {
      keptId: kept.id,
      keptVersion: kept.version,
      mergedId: merged.id,
      mergedVersion: merged.version,
      choices,
    };
    return act<{ id: string }>("people/merge", input, ({ id }) => ({
      text: `${kept.name} is one person now.`,
      back: () => void undo(id),
    }));
  }

  function undo(id: string) {
    return act<{ left: string }>(`merges/${id}/undo`, {}, ({ left }) => ({
      text: left || "They are two again, as they were.",
    }));
  }

  function setApart(oneId: string, otherId: string, isDistinct: boolean) {
    return act("people/apart", { oneId, otherId, isDistinct }, () =>
      isDistinct
        ? {
            text: "They are two people. This pair is not asked about again.",
            back: () => void setApart(oneId, otherId, false),
          }
        : { text: "They are looked at again." },
    );
  }

  return { view, isBusy, bar, show, merge, setApart, more: () => void look(view.more) };
}
