"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useDesk } from "@/components/workspace/desk-context";

/** The task is open again after its words went out: those stay as they were, and other ones can be begun. */
export function BeginAnother({ taskId, onBegun }: { taskId: string; onBegun: () => void }) {
  const { slug } = useDesk();
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");

  async function begin() {
    setBusy(true);
    const answer = await post(`/api/v1/w/${slug}/tasks/${taskId}/draft`, {});
    setBusy(false);
    if (answer.ok || answer.problem.code === "has-draft") {
      onBegun();
      return router.refresh();
    }
    setProblem(answer.problem.sentence);
  }
  return (
    <>
      {problem ? (
        <Notice tone="late" role="alert">
          {problem}
        </Notice>
      ) : null}
      <Button busy={isBusy} onClick={() => void begin()}>
        Begin another draft
      </Button>
    </>
  );
}
