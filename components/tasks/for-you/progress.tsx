import { cx } from "@/components/ui/cx";

/** How far through today's pile: one segment a card, and the same in words. */
export function Progress({ position, total, minutes }: { position: number; total: number; minutes: number }) {
  const says = `${position} of ${total}${minutes > 0 ? ` · about ${minutes} min` : ""}`;
  return (
    <>
      <p className="text-base text-muted tabular-nums">{says}</p>
      <div aria-hidden="true" className="flex w-full basis-full gap-1.5">
        {Array.from({ length: total }, (_, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: segments have no identity but their place.
            key={index}
            className={cx(
              "h-1 min-w-0.5 flex-1 rounded-full motion-safe:transition-colors",
              index < position ? "bg-ink" : "bg-line",
            )}
          />
        ))}
      </div>
    </>
  );
}
