"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { useDesk } from "@/components/workspace/desk-context";

/** Asks a handler of the desk and draws the page anew. `wrong` has a sentence for each field, or one for the whole (`form`). */
export function useAskDesk() {
  const { slug } = useDesk();
  const router = useRouter();
  const [busy, setBusy] = useState("");
  const [drawing, startDrawing] = useTransition();
  const [drawn, setDrawn] = useState("");
  const [wrong, setWrong] = useState<Record<string, string>>({});

  /** The answer, or null when it was a "no". `path` is below the desk's; `what` names the button that waits. */
  async function ask<T = unknown>(path: string, body: object, what = path): Promise<T | null> {
    setBusy(what);
    setWrong({});
    const answer = await post<T>(`/api/v1/w/${slug}/${path}`, body);
    setBusy("");
    if (answer.ok) {
      // Until the page knows what was done, the same button would ask with a version that is over.
      setDrawn(what);
      startDrawing(() => router.refresh());
      return answer.value;
    }
    const { refusal, sentence } = answer.problem;
    setWrong(refusal?.code === "invalid" ? refusal.fields : { form: sentence });
    if (refusal?.code === "stale") router.refresh();
    return null;
  }

  return { ask, busy: busy || (drawing ? drawn : ""), wrong };
}
