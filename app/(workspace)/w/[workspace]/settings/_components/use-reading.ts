"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { useDesk } from "@/components/workspace/desk-context";

type Step = { waiting: number; finished: boolean; problem: string | null };

/**
 * Reads something that is kept elsewhere now, step by step: `step` is how far it is, `problem` why it ended early. `path` is below
 * the desk's handlers. With `atOnce`, as for what was never read, it begins as the page opens.
 */
export function useReading<Told extends Step>(path: string, atOnce: boolean) {
  const { slug } = useDesk();
  const router = useRouter();
  const [step, setStep] = useState<Told | "asking" | null>(null);
  const [problem, setProblem] = useState("");
  const reading = useRef(false);

  async function read() {
    if (reading.current) return;
    reading.current = true;
    setProblem("");
    setStep("asking");
    for (let begin = true; reading.current; begin = false) {
      const answer = await post<Told>(`/api/v1/w/${slug}/${path}/sync`, { begin });
      const why = answer.ok ? answer.value.problem : answer.problem.sentence;
      if (why) setProblem(why);
      if (!answer.ok || answer.value.finished) break;
      setStep(answer.value);
    }
    reading.current = false;
    setStep(null);
    router.refresh();
  }

  const readFirst = useRef(read);
  useEffect(() => {
    if (atOnce) void readFirst.current();
    // What is read stays read; the next half hour goes on with the rest.
    return () => {
      reading.current = false;
    };
  }, [atOnce]);

  return { step, problem, read };
}
