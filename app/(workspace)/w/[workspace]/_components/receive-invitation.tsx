"use client";

import { CalendarPlus } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { calendarApi } from "@/app/(workspace)/w/[workspace]/_components/calendar-api";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { toBase64 } from "@/components/ui/to-base64";
import { useDesk } from "@/components/workspace/desk-context";
import type { ReceivedOutcome } from "@/lib/domain/calendar/answer";

const MOST_BYTES = 10 * 1024 * 1024;

/** Takes invitations, answers and cancellations that came by mail, as a file or the saved e-mail; says what each came to. */
export function ReceiveInvitation() {
  const { slug } = useDesk();
  const input = useRef<HTMLInputElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [isOver, setOver] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [outcomes, setOutcomes] = useState<ReceivedOutcome[]>([]);

  /** One after the other, so that an update finds the invitation that came with it. */
  async function take(files: readonly File[]): Promise<void> {
    if (files.length === 0 || isBusy) return;
    setBusy(true);
    setProblem(null);
    setOutcomes([]);
    for (const file of files) {
      const why = await takeOne(file);
      if (why) setProblem(files.length > 1 ? `${file.name}: ${why}` : why);
    }
    setBusy(false);
  }

  /** Gives why it could not be taken in; null when it was. */
  async function takeOne(file: File): Promise<string | null> {
    if (file.size > MOST_BYTES) return "This file is too large; at most 10 MB.";
    const bytes = await file.arrayBuffer().catch(() => null);
    if (bytes === null) return "This file cannot be read any more. Choose it again.";
    const answer = await calendarApi(slug).receive(toBase64(bytes));
    if (answer.ok) setOutcomes((before) => [...before, ...answer.value.outcomes]);
    if (answer.ok) return null;
    const { refusal, sentence } = answer.problem;
    return refusal?.code === "invalid" ? (Object.values(refusal.fields)[0] ?? sentence) : sentence;
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    void take([...event.dataTransfer.files]);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button does the same.
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={drop}
      className={cx(
        "flex flex-col gap-3 rounded-sheet border border-dashed border-pencil-line p-4",
        isOver && "bg-sunken",
      )}
    >
      <input
        ref={input}
        type="file"
        multiple
        accept=".ics,.ical,.eml,text/calendar,message/rfc822"
        className="sr-only"
        tabIndex={-1}
        aria-label="Invitation as a file"
        onChange={(event) => {
          void take([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-[min(13rem,100%)] flex-1 text-muted">
          Drop an invitation here, an answer or a cancellation: the .ics file, or the e-mail saved as a file.
        </p>
        <Button
          busy={isBusy}
          icon={<CalendarPlus aria-hidden="true" className="size-4" />}
          onClick={() => input.current?.click()}
        >
          Choose the file
        </Button>
      </div>
      {problem ? (
        <Notice tone="late" role="alert">
          {problem}
        </Notice>
      ) : null}
      <div role="status">
        <ul aria-label="What came of it" className="flex flex-col gap-1 empty:hidden">
          {outcomes.map((outcome, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they come in the order of the file, and never move.
            <li key={n} className="wrap-anywhere">
              {outcome.says}{" "}
              {outcome.taskId ? (
                <Link
                  href={`/w/${slug}/tasks/${outcome.taskId}`}
                  className="touchable underline underline-offset-2"
                >
                  Open the task
                </Link>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
