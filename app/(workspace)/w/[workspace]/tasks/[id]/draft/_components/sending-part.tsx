"use client";

import type {
  DraftHand,
  DraftStep,
} from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/use-draft";
import { useSeconds } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/use-seconds";
import { sayBack, saySending, saySendingCalmly } from "@/components/drafts/draft-words";
import { Button } from "@/components/ui/button";
import { useDesk } from "@/components/workspace/desk-context";
import type { SendingView } from "@/lib/domain/draft/view";

type Props = { hand: DraftHand; sending: SendingView; onCallBack: () => void };

/** What becomes of words on their way, in words; and what there is to do about it. */
export function SendingPart({ hand, sending, onCallBack }: Props) {
  const { draft, act, isBusy } = hand;
  const desk = useDesk();
  const now = useSeconds(sending.state === "held");
  const isClient = desk.role === "client";
  const isUnsure = sending.state === "unsure";
  const ask = (verb: string, input: Record<string, unknown>, says: DraftStep["says"]) =>
    void act({ path: `sendings/${sending.id}/${verb}`, input, says });
  return (
    <div className="flex w-full flex-wrap items-center gap-x-3 gap-y-2">
      <p className="min-w-0 flex-1 basis-56 font-medium wrap-anywhere" aria-hidden="true">
        {saySending(sending, now, desk.clientShort, desk)}
      </p>
      <p className="sr-only" role="status">
        {saySendingCalmly(sending, now, desk.clientShort, desk)}
      </p>
      {isClient && isUnsure ? (
        <>
          <Button
            variant="primary"
            busy={isBusy}
            onClick={() => ask("settle", { went: true }, "It went out, and the task is done.")}
          >
            It arrived
          </Button>
          <Button
            busy={isBusy}
            onClick={() => ask("settle", { went: false }, (state) => sayBack(state, desk))}
          >
            It did not
          </Button>
        </>
      ) : null}
      {draft.can.sendAgain ? (
        <Button
          variant={isUnsure ? undefined : "primary"}
          busy={isBusy}
          onClick={() =>
            ask("again", {}, isUnsure ? "It is sent once more, as the same message." : "It is tried again.")
          }
        >
          {isUnsure ? "Send it once more" : "Send again"}
        </Button>
      ) : null}
      {draft.can.callBack ? (
        <Button shortcut="Z" busy={isBusy} onClick={onCallBack}>
          Undo
        </Button>
      ) : null}
    </div>
  );
}
