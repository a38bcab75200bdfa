"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { undoKeys, useKeys } from "@/components/ui/use-keys";
import type { useCapture } from "./use-capture";

const CLOSING_MS = 300;

/** What became of it, and the three ways on: to the task, back, or out of this window. */
export function CaptureDone({ slug, capture }: { slug: string; capture: ReturnType<typeof useCapture> }) {
  const { step, problem, undo, backToIt } = capture;
  const ref = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever something else became of it.
  useEffect(() => ref.current?.focus(), [step.is]);
  const task = "task" in step ? step.task : null;
  const wasThere = step.is === "kept" && !step.isFirst;
  useKeys(
    task !== null && !wasThere && step.is === "kept",
    undoKeys(() => task && undo(task)),
  );
  return (
    <Sheet aria-label="What became of it" className="flex flex-col gap-3">
      <h2 ref={ref} tabIndex={-1} className="font-serif text-xl font-medium outline-none">
        {task === null ? "Taken back. Nothing is kept." : wasThere ? "It was in the queue already." : "Kept."}
      </h2>
      {task ? (
        <p dir="auto" className="wrap-anywhere">
          {task.title}
        </p>
      ) : null}
      <p role="alert" className="text-late empty:hidden">
        {problem}
      </p>
      <div className="flex flex-wrap gap-2">
        {task ? (
          <Link href={`/w/${slug}/tasks/${task.id}`} className={buttonClass({ variant: "primary" })}>
            Open it
          </Link>
        ) : (
          <Button onClick={backToIt}>Back to it</Button>
        )}
        {task && !wasThere ? (
          <Button busy={step.is === "undoing"} onClick={() => void undo(task)}>
            Undo
          </Button>
        ) : null}
        <CloseWindow />
      </div>
    </Sheet>
  );
}

/** A browser lets a page close only the windows that a page has opened. */
function CloseWindow() {
  const [isStillThere, setStillThere] = useState(false);
  return (
    <>
      <Button
        variant="quiet"
        onClick={() => {
          window.close();
          setTimeout(() => setStillThere(true), CLOSING_MS);
        }}
      >
        Close this window
      </Button>
      {isStillThere ? (
        <p role="status" className="w-full text-[0.8125rem] text-muted">
          Your browser leaves that to you: close this tab as you close any other.
        </p>
      ) : null}
    </>
  );
}
