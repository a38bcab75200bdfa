import { notNowWords } from "@/components/tasks/for-you/words";
import { Button } from "@/components/ui/button";
import { useNow } from "@/components/ui/clock";
import { fullText, stampText } from "@/components/when";
import { useDesk } from "@/components/workspace/desk-context";
import { notNowChoices } from "@/lib/domain/task/not-now";

/** Until when a card may sleep: a few kind choices, each with its moment. */
export function NotNowList({ busy, onChoose }: { busy: boolean; onChoose: (until: string) => void }) {
  const desk = useDesk();
  return (
    <div className="flex flex-col gap-2.5">
      {notNowChoices(useNow(), desk.zone).map(({ id, until }) => (
        <Button
          key={id}
          size="lg"
          wide
          aria-disabled={busy}
          title={fullText(until, desk)}
          onClick={() => !busy && onChoose(until)}
        >
          <span className="flex w-full flex-wrap items-baseline justify-between gap-x-3">
            {notNowWords[id]}
            <span className="text-sm font-normal text-muted">{stampText(until, desk)}</span>
          </span>
        </Button>
      ))}
    </div>
  );
}
