"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { Whisper } from "@/app/(workspace)/w/[workspace]/_components/whisper";
import { BackToTask } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/back-to-task";
import { TheirMessage } from "@/components/drafts/their-message";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { useKeys } from "@/components/ui/use-keys";
import { useDesk } from "@/components/workspace/desk-context";
import { takesDraft } from "@/lib/domain/draft/takes-draft";
import { isOpen } from "@/lib/domain/task/task";
import type { TaskDetail } from "@/lib/domain/task/view";

/** A task nobody has written a word for yet: what was said, who it is, and the one button that begins. */
export function StartDraft({ task, onBegun }: { task: TaskDetail; onBegun: () => void }) {
  const desk = useDesk();
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const may = isOpen(task) && takesDraft(task.kind);

  async function begin() {
    if (!may || isBusy) return;
    setBusy(true);
    const answer = await post<{ id: string }>(`/api/v1/w/${desk.slug}/tasks/${task.id}/draft`, {});
    // Somebody else may have begun it meanwhile: then theirs is shown.
    if (answer.ok || answer.problem.code === "has-draft") {
      onBegun();
      return router.refresh();
    }
    setBusy(false);
    setProblem(answer.problem.sentence);
  }
  useKeys(true, {
    enter: () => void begin(),
    escape: () => router.push(`/w/${desk.slug}/tasks/${task.id}`),
  });

  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-4 px-4 pt-4 pb-24 sm:px-6">
      <BackToTask id={task.id} />
      <h1 dir="auto" className="wrap-anywhere font-serif text-2xl leading-tight font-medium">
        {task.title}
      </h1>
      <TheirMessage message={task.message} desk={desk} />
      {task.person ? (
        <Sheet>
          <Whisper personId={task.person.id} />
        </Sheet>
      ) : null}
      {problem ? (
        <Notice tone="late" role="alert">
          {problem}
        </Notice>
      ) : null}
      {may ? (
        <div className="flex flex-col items-start gap-2">
          <Button variant="primary" shortcut="⏎" busy={isBusy} onClick={() => void begin()}>
            {desk.role !== "client"
              ? "Begin a draft"
              : task.kind === "scheduled-post"
                ? "Write it"
                : "Write to them"}
          </Button>
          <p className="text-[0.8125rem] text-muted">
            {desk.role === "client"
              ? "Nothing leaves before you have approved it."
              : `Nothing leaves before ${desk.clientShort} has approved it.`}
          </p>
        </div>
      ) : (
        <Notice>
          {isOpen(task)
            ? "This kind of task sends no words to anybody, so there is nothing to draft."
            : "This task is closed, and no words were drafted for it."}
        </Notice>
      )}
    </div>
  );
}
