import { doneWords, handOverWords } from "@/components/tasks/for-you/words";
import { Button } from "@/components/ui/button";
import { useDesk } from "@/components/workspace/desk-context";
import { hasWords } from "@/lib/domain/gesture/words-of-kind";
import type { ForYouCard } from "@/lib/domain/task/for-you";

/** What the client can do with a card. `withNote`, `notNow` and `decline` ask one more thing before they act. */
export type CardActions = {
  complete: () => void;
  withNote: () => void;
  notNow: () => void;
  handOver: () => void;
  decline: () => void;
};

/** The one primary button, two beside each other under it, and two quiet ones. All are 44 px or more. */
export function Actions({ card, act, busy }: { card: ForYouCard; act: CardActions; busy: boolean }) {
  const { assistantShort } = useDesk();
  const large = "py-4 text-[1.0625rem]";
  return (
    <div className="flex flex-col gap-2.5">
      <Button
        variant="primary"
        size="lg"
        wide
        busy={busy}
        shortcut="1"
        onClick={act.complete}
        className={large}
      >
        {doneWords(card)}
      </Button>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-2.5">
        <Button size="lg" shortcut="N" aria-disabled={busy} onClick={act.withNote}>
          {card.person && hasWords(card.kind) ? "Done, with my words" : "Done, with a note"}
        </Button>
        <Button size="lg" shortcut="H" aria-disabled={busy} onClick={act.notNow}>
          Not now
        </Button>
      </div>
      <div className="flex flex-wrap items-center justify-center gap-x-1">
        <Button variant="quiet" size="lg" shortcut="T" aria-disabled={busy} onClick={act.handOver}>
          {handOverWords(card, assistantShort)}
        </Button>
        <span aria-hidden="true" className="text-muted">
          ·
        </span>
        <Button variant="quiet" size="lg" shortcut="3" aria-disabled={busy} onClick={act.decline}>
          Decline
        </Button>
      </div>
    </div>
  );
}
