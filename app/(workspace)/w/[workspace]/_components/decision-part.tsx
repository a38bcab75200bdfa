"use client";

import { useEffect, useState } from "react";
import { deskApi, post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { useChanges } from "@/app/(workspace)/w/[workspace]/_components/desk-live";
import { useKept } from "@/app/(workspace)/w/[workspace]/_components/use-kept";
import { DecisionSection } from "@/components/tasks/decision-section";
import { beginWord } from "@/components/ui/early-keys";
import { Kbd } from "@/components/ui/kbd";
import { lateWindow } from "@/components/ui/late-part";
import { Notice } from "@/components/ui/notice";
import { useKeys } from "@/components/ui/use-keys";
import { useDesk } from "@/components/workspace/desk-context";
import type { DecisionView } from "@/lib/domain/draft/view";
import { isOpen } from "@/lib/domain/task/task";
import type { TaskDetail } from "@/lib/domain/task/view";

const AskClientDialog = lateWindow(() =>
  import("@/components/tasks/ask-client-dialog").then((m) => m.AskClientDialog),
);

/** What the client is asked about a task, beside the queue and on the task's page; asking is an assistant's, with Q. */
export function DecisionPart({ task }: { task: TaskDetail }) {
  const desk = useDesk();
  const base = `/api/v1/w/${desk.slug}`;
  const [decisions, setDecisions] = useState(task.decisions);
  const [isAsking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // A window closed too early loses nothing that was typed.
  const [question, setQuestion] = useKept(`firsthand:question:${desk.slug}:${task.id}`);
  const canAsk =
    desk.role !== "client" && isOpen(task) && !decisions.some((one: DecisionView) => one.answer === null);
  useEffect(() => setDecisions(task.decisions), [task.decisions]);
  useKeys(canAsk && !isAsking, {
    q: (event) => {
      beginWord(event);
      setAsking(true);
    },
  });

  async function reread() {
    const read = await deskApi(desk.slug).task(task.id);
    if (read.ok) setDecisions(read.value.decisions);
  }

  // A question on a task that stays where it is leaves the task's version alone: nobody else would read it again.
  useChanges(null, ({ tasks }) => {
    if (tasks.some((row) => row.id === task.id && row.version === task.version)) void reread();
  });

  async function send(path: string, input: unknown): Promise<boolean> {
    setBusy(true);
    const answer = await post(`${base}/${path}`, input);
    setBusy(false);
    setProblem(answer.ok ? null : answer.problem.sentence);
    if (answer.ok) setAsking(false);
    await reread();
    return answer.ok;
  }

  return (
    <>
      <DecisionSection
        decisions={decisions}
        busy={busy}
        onWithdraw={({ id, version }) => void send(`decisions/${id}/withdraw`, { version })}
      />
      {problem && !isAsking ? (
        <Notice tone="late" role="alert">
          {problem}
        </Notice>
      ) : null}
      {canAsk ? (
        <button
          type="button"
          onClick={() => setAsking(true)}
          className="flex items-center gap-2 rounded-sheet border border-dashed border-pencil-line px-4 py-3 text-start text-[0.8125rem] font-semibold text-muted hover:bg-sunken/60 pointer-coarse:min-h-11"
        >
          <span className="min-w-0 flex-1 wrap-anywhere">Ask {desk.clientShort}</span>
          <Kbd>Q</Kbd>
        </button>
      ) : null}
      {isAsking ? (
        <AskClientDialog
          busy={busy}
          problem={problem}
          question={question}
          onQuestion={setQuestion}
          onChange={() => setProblem(null)}
          onClose={() => {
            setAsking(false);
            setProblem(null);
          }}
          onAsk={async (asked, choices) => {
            if (await send(`tasks/${task.id}/ask`, { question: asked, choices })) setQuestion("");
          }}
        />
      ) : null}
    </>
  );
}
