"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { undoInBar } from "@/app/(workspace)/w/[workspace]/_components/undo-in-bar";
import { useBar } from "@/app/(workspace)/w/[workspace]/queue/_components/use-bar";
import { DraftScreen } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/draft-screen";
import { StartDraft } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/start-draft";
import { Toast, ToastRegion } from "@/components/ui/toast";
import { undoKeys, useKeys } from "@/components/ui/use-keys";
import { useDesk } from "@/components/workspace/desk-context";
import type { DraftView } from "@/lib/domain/draft/view";
import type { TaskDetail } from "@/lib/domain/task/view";

/** The page of a task's words: its draft, or the place where one is begun; and the bar that outlives both. */
export function DraftPage({ task, draft, me }: { task: TaskDetail; draft: DraftView | null; me: string }) {
  const { slug } = useDesk();
  const router = useRouter();
  const { bar, show } = useBar();
  const [hasBegun, setBegun] = useState(false);
  const undo = undoInBar(bar);
  useKeys(
    undo !== null,
    undoKeys(() => undo?.()),
  );

  /** The draft was taken away: the page is one without it, and the bar brings it back. */
  function onRemoved(id: string) {
    setBegun(false);
    const onClick = async () => {
      const answer = await post(`/api/v1/w/${slug}/drafts/${id}/restore`, {});
      show(answer.ok ? null : { says: answer.problem.sentence, tone: "refused", action: null });
      router.refresh();
    };
    show({
      says: "The draft is taken away. Nothing of it is lost.",
      tone: "plain",
      action: { label: "Undo", shortcut: "U", onClick: () => void onClick() },
    });
    router.refresh();
  }

  return (
    <>
      {draft ? (
        <DraftScreen
          key={draft.id}
          first={draft}
          me={me}
          show={show}
          isBarUndone={undo !== null}
          isBegun={hasBegun}
          onBegun={() => setBegun(true)}
          onRemoved={onRemoved}
        />
      ) : (
        <StartDraft task={task} onBegun={() => setBegun(true)} />
      )}
      <ToastRegion isLifted>
        {bar ? (
          <Toast tone={bar.tone} action={bar.action} onDismiss={() => show(null)}>
            {bar.says}
          </Toast>
        ) : null}
      </ToastRegion>
    </>
  );
}
