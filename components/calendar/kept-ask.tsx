"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import type { Desk } from "@/components/workspace/desk-context";

type Props = {
  /** What keeps the time, in words. */
  kept: readonly string[];
  desk: Pick<Desk, "role" | "clientShort">;
  isBusy: boolean;
  /** The client says that it may stand there; anybody else has it wait for the client. */
  onYes: () => void;
  onNo: () => void;
};

/** Asked before an entry stands over time that the client keeps. It is read out, and the answer has the focus. */
export function KeptAsk({ kept, desk, isBusy, onYes, onNo }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    ref.current?.scrollIntoView({ block: "nearest" });
    ref.current?.querySelector("button")?.focus();
  }, []);
  const what = kept.join(", ") || "kept time";
  const isClient = desk.role === "client";
  return (
    <div ref={ref} role="alert" className="hatched rounded-lg border border-line p-1.5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md bg-sheet px-3 py-2.5">
        <p className="min-w-52 flex-1">
          {isClient
            ? `This is time that you keep: ${what}. Put it there anyway?`
            : `Only ${desk.clientShort} gives this time away: ${what}. You can ask; until then it stands in pencil.`}
        </p>
        <div className="flex gap-2">
          <Button busy={isBusy} onClick={onYes}>
            {isClient ? "Put it there" : `Ask ${desk.clientShort}`}
          </Button>
          <Button variant="quiet" onClick={onNo}>
            Another time
          </Button>
        </div>
      </div>
    </div>
  );
}
