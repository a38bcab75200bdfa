import { progressWords } from "@/components/tasks/for-you/words";
import { cx } from "@/components/ui/cx";

/** With more cards than these the segments move together, and at last they are one line: a high pile is no wider than a phone. */
const CLOSE = 15;
const ONE_LINE = 60;

type Props = { position: number; total: number; hasMore: boolean; minutes: number };

/** How far through today's pile: one segment a card, and the same in words. */
export function Progress({ position, total, hasMore, minutes }: Props) {
  return (
    <>
      <p className="text-base text-muted tabular-nums">{progressWords(position, total, hasMore, minutes)}</p>
      <div
        aria-hidden="true"
        className={cx("flex w-full basis-full", total <= CLOSE ? "gap-1.5" : total <= ONE_LINE && "gap-px")}
      >
        {Array.from({ length: total }, (_, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: segments have no identity but their place.
            key={index}
            className={cx(
              "h-1 min-w-0 flex-1 motion-safe:transition-colors",
              total <= CLOSE && "rounded-full",
              index < position ? "bg-ink" : "bg-line",
            )}
          />
        ))}
      </div>
    </>
  );
}
