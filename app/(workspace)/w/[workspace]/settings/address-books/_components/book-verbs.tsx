"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { Progress } from "@/components/import/progress";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useDesk } from "@/components/workspace/desk-context";
import type { BookView } from "@/lib/domain/address-book/book";
import { useAsk } from "./use-ask";

type Step = { waiting: number; cards: number; finished: boolean; problem: string | null };

/** Reading a book now, with how far it is; pausing it; taking it away. One that was never read is read as the page opens. */
export function BookVerbs({ book }: { book: BookView }) {
  const { slug } = useDesk();
  const router = useRouter();
  const { ask, busy, wrong } = useAsk(book.id);
  const [step, setStep] = useState<Step | null>(null);
  const [problem, setProblem] = useState("");
  const [asking, setAsking] = useState(false);
  const reading = useRef(false);

  async function read() {
    if (reading.current) return;
    reading.current = true;
    setProblem("");
    setStep({ waiting: 0, cards: 0, finished: false, problem: null });
    for (let begin = true; reading.current; begin = false) {
      const answer = await post<Step>(`/api/v1/w/${slug}/address-books/${book.id}/sync`, { begin });
      const why = answer.ok ? answer.value.problem : answer.problem.sentence;
      if (why) setProblem(why);
      if (!answer.ok || answer.value.finished) break;
      setStep(answer.value);
    }
    reading.current = false;
    setStep(null);
    router.refresh();
  }

  const isNew = book.state === "new";
  const readFirst = useRef(read);
  useEffect(() => {
    if (isNew) void readFirst.current();
    // What is read stays read; the next half hour goes on with the rest.
    return () => {
      reading.current = false;
    };
  }, [isNew]);

  // What the line above says already is not said twice.
  const said = book.state === "failing" && problem === book.lastError ? "" : problem;
  const done = step ? step.cards - step.waiting : 0;
  return (
    <div className="flex flex-col gap-3">
      {step ? (
        <Progress
          label={step.cards > 0 ? `${done} of ${step.cards} cards read` : "Asking the server what is there"}
          done={done}
          of={step.cards || undefined}
        />
      ) : null}
      {said || wrong.form ? (
        <Notice tone="late" role="alert">
          {said || wrong.form}
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {book.state === "paused" ? null : (
          <Button variant="primary" busy={step !== null} onClick={() => void read()}>
            Read it now
          </Button>
        )}
        <Button
          busy={busy === "pause"}
          onClick={() => void ask("pause", { paused: book.state !== "paused" })}
        >
          {book.state === "paused" ? "Go on reading it" : "Pause"}
        </Button>
        <Button variant="danger" onClick={() => setAsking(true)}>
          Take it away
        </Button>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Take this address book away?"
        footer={
          <>
            <Button onClick={() => setAsking(false)}>Keep it</Button>
            <Button
              variant="danger"
              busy={busy === "remove"}
              onClick={async () => {
                if (await ask("remove", {})) router.push(`/w/${slug}/settings/address-books`);
              }}
            >
              Take it away
            </Button>
          </>
        }
      >
        <p>
          Firsthand forgets the server and the password, and reads it no more. The people who came from it
          stay as they are, and nothing changes on the server.
        </p>
      </Dialog>
    </div>
  );
}
