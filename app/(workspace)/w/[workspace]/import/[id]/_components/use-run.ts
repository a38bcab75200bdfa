"use client";

import { useEffect, useRef, useState } from "react";
import { post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";

type Step = { finished: boolean; total: number; written?: number; next?: number };

/** Something long, done step by step: each asks for the next. Stopped by leaving the page; what is done stays done. */
export function useRun(base: string) {
  const [run, setRun] = useState<{ what: "import" | "undo"; done: number; of: number } | null>(null);
  const [problem, setProblem] = useState("");
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);

  /** Settles with true when everything is done. */
  async function steps(what: "import" | "undo", path: string, of: number, input: (from: number) => object) {
    setProblem("");
    let done = 0;
    setRun({ what, done, of });
    while (isHere.current) {
      const answer = await post<Step>(`${base}/${path}`, input(done));
      if (!answer.ok) {
        setRun(null);
        setProblem(answer.problem.sentence);
        return false;
      }
      done = answer.value.written ?? answer.value.next ?? done;
      setRun({ what, done, of: answer.value.total });
      if (answer.value.finished) {
        setRun(null);
        return true;
      }
    }
    return false;
  }

  return {
    run,
    problem,
    confirm: (choices: object, of: number) => steps("import", "confirm", of, () => choices),
    undo: (of: number) => steps("undo", "undo", of, (from) => ({ from })),
    drop: async () => {
      const answer = await post(`${base}/drop`, {});
      if (!answer.ok) setProblem(answer.problem.sentence);
      return answer.ok;
    },
  };
}
