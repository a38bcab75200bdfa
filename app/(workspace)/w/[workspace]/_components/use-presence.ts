"use client";

import { useEffect, useRef, useState } from "react";
import { post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { useDesk } from "@/components/workspace/desk-context";
import type { PresentView } from "@/lib/domain/draft/view";

const EVERY_MS = 15_000;
const TYPING_MS = 8_000;

type Here = { here: PresentView[]; latest: number };

/**
 * Says every fifteen seconds that one has the draft open while it can be seen, and hears who else has. None is open: null. `onTyping` is
 * for each key, `onLatest` hears of the newest version.
 */
export function usePresence(draftId: string | null, onLatest?: (latest: number) => void) {
  const { slug } = useDesk();
  const [here, setHere] = useState<PresentView[]>([]);
  const typedAt = useRef(0);
  const saidTyping = useRef(false);
  const heard = useRef(onLatest);
  const say = useRef(() => {});
  useEffect(() => {
    heard.current = onLatest;
  });
  useEffect(() => {
    if (draftId === null) return;
    let isOver = false;
    async function tell() {
      if (document.hidden) return;
      const isTyping = performance.now() - typedAt.current < TYPING_MS && typedAt.current > 0;
      saidTyping.current = isTyping;
      const answer = await post<Here>(`/api/v1/w/${slug}/drafts/${draftId}/presence`, { isTyping });
      if (isOver) return;
      // Without an answer nobody knows who is there.
      setHere(answer.ok ? answer.value.here : []);
      if (answer.ok) heard.current?.(answer.value.latest);
    }
    const run = () => void tell();
    say.current = run;
    run();
    const timer = setInterval(run, EVERY_MS);
    document.addEventListener("visibilitychange", run);
    return () => {
      isOver = true;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", run);
      say.current = () => {};
      typedAt.current = 0;
      saidTyping.current = false;
      setHere([]);
    };
  }, [slug, draftId]);
  return {
    here,
    onTyping: () => {
      typedAt.current = performance.now();
      if (!saidTyping.current) say.current();
      saidTyping.current = true;
    },
  };
}
