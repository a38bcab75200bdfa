"use client";

import { answerStateWords } from "@/components/calendar/answer-words";
import { Button } from "@/components/ui/button";
import { useNow } from "@/components/ui/clock";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { useDesk } from "@/components/workspace/desk-context";
import type { InvitationView } from "@/lib/domain/calendar/answer";

type Props = {
  taskId: string;
  /** Null: nothing is written. The place for what is said stays, so that whoever listens hears it change. */
  draft: InvitationView["draft"];
  isBusy: boolean;
  /** Something below the desk's handlers about the draft or its sending. */
  onAct: (path: string, input?: Record<string, unknown>) => void;
};

/** An answer that is written: where it is, the way back, and what there is to do where nobody knows whether it arrived. */
export function AnswerState({ taskId, draft, isBusy, onAct }: Props) {
  const desk = useDesk();
  const now = useNow();
  const sending = draft?.sending ?? null;
  const isWrong = sending?.state === "failed" || sending?.state === "unsure";
  const canUndo = (draft?.state === "approved" || draft?.state === "released") && sending?.state === "held";
  return (
    <div className={cx("flex flex-wrap items-center gap-x-3 gap-y-2", draft === null && "sr-only")}>
      <p role="status" className={cx("min-w-52 flex-1 wrap-anywhere", isWrong && "text-late")}>
        {draft ? answerStateWords(draft, now, desk) : null}
      </p>
      {sending?.state === "unsure" && desk.role === "client" ? (
        <>
          <Button busy={isBusy} onClick={() => onAct(`sendings/${sending.id}/settle`, { went: true })}>
            It arrived
          </Button>
          <Button busy={isBusy} onClick={() => onAct(`sendings/${sending.id}/settle`, { went: false })}>
            It did not
          </Button>
        </>
      ) : null}
      {sending?.state === "failed" ? (
        <Button busy={isBusy} onClick={() => onAct(`sendings/${sending.id}/again`)}>
          Send again
        </Button>
      ) : null}
      {draft && canUndo ? (
        <Button busy={isBusy} onClick={() => onAct(`drafts/${draft.id}/undo`)}>
          Undo
        </Button>
      ) : null}
      {draft ? (
        <Link
          href={`/w/${desk.slug}/tasks/${taskId}/draft`}
          className="inline-flex items-center text-[0.8125rem] text-muted underline underline-offset-2 pointer-coarse:min-h-11"
        >
          Look at it
        </Link>
      ) : null}
    </div>
  );
}
