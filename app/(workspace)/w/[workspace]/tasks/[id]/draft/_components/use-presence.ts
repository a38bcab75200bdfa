"use client";

import { useEffect, useRef, useState } from "react";
import { post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { useDesk } from "@/components/workspace/desk-context";
import type { PresentView } from "@/lib/domain/draft/view";

const EVERY_MS = 15_000;
const TYPING_MS = 8_000;

type Here = { here: PresentView[]; latest: number };

/** Says every fifteen seconds that one has the draft open while it can be seen, and hears who else has. `onTyping` is for each key. */
export function usePresence(draftId: string, isOn: boolean, onLatest: (latest: number) => void) {
  const { slug } = useDesk();
  const [here, setHere] = useState<PresentView[]>([]);
  const typedAt = useRef(0);
  const saidTyping = useRef(false);
  const heard = useRef(onLatest);
  const say = useRef(async () => {});
  useEffect(() => {
    heard.current = onLatest;
    say.current = async () => {
      if (!isOn || document.hidden) return;
      const isTyping = performance.now() - typedAt.current < TYPING_MS && typedAt.current > 0;
      saidTyping.current = isTyping;
      const answer = await post<Here>(`/api/v1/w/${slug}/drafts/${draftId}/presence`, { isTyping });
      // Without an answer nobody knows who is there.
      if (!answer.ok) return setHere([]);
      setHere(answer.value.here);
      heard.current(answer.value.latest);
    };
  });
  useEffect(() => {
    const tell = () => void say.current();
    tell();
    const timer = setInterval(tell, EVERY_MS);
    document.addEventListener("visibilitychange", tell);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tell);
    };
  }, []);
  return {
    here,
    onTyping: () => {
      typedAt.current = performance.now();
      if (!saidTyping.current) void say.current();
      saidTyping.current = true;
    },
  };
}
