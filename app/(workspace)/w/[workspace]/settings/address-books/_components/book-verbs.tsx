"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useReading } from "@/app/(workspace)/w/[workspace]/settings/_components/use-reading";
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
  const [asking, setAsking] = useState(false);
  const { step, problem, read } = useReading<Step>(`address-books/${book.id}`, book.state === "new");

  // What the line above says already is not said twice.
  const said = book.state === "failing" && problem === book.lastError ? "" : problem;
  const cards = step === null || step === "asking" ? 0 : step.cards;
  const done = step === null || step === "asking" ? 0 : step.cards - step.waiting;
  return (
    <div className="flex flex-col gap-3">
      {step ? (
        <Progress
          label={cards > 0 ? `${done} of ${cards} cards read` : "Asking the server what is there"}
          done={done}
          of={cards || undefined}
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
