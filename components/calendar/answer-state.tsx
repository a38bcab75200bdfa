import Link from "next/link";
import { Button } from "@/components/ui/button";
import { useDesk } from "@/components/workspace/desk-context";
import type { AnswerKind, InvitationView } from "@/lib/domain/calendar/answer";

type Props = {
  taskId: string;
  draft: NonNullable<InvitationView["draft"]>;
  isBusy: boolean;
  onUndo: () => void;
};

const said: Record<AnswerKind, string> = {
  accepted: "Yes",
  tentative: "Perhaps",
  declined: "No",
  counter: "Another time",
};

/** An answer that is written and on its way, or waits: where it is, and the way back. */
export function AnswerState({ taskId, draft, isBusy, onUndo }: Props) {
  const desk = useDesk();
  const isOut = draft.state === "approved" || draft.state === "released";
  const waits = desk.role === "client" ? "It waits for you." : `It waits for ${desk.clientShort}.`;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <p role="status" className="min-w-52 flex-1">
        <strong className="font-semibold">{said[draft.kind]}.</strong>{" "}
        {isOut ? "It leaves in a moment." : draft.state === "submitted" ? waits : "It is not sent yet."}
      </p>
      {isOut ? (
        <Button busy={isBusy} onClick={onUndo}>
          Undo
        </Button>
      ) : null}
      <Link
        href={`/w/${desk.slug}/tasks/${taskId}/draft`}
        className="text-[0.8125rem] text-muted underline underline-offset-2"
      >
        Look at it
      </Link>
    </div>
  );
}
