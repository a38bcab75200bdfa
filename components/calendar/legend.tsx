import { chipLooks, legend } from "@/components/calendar/looks";
import { cx } from "@/components/ui/cx";

/** What the colours mean, in words; on a phone it is folded. */
export function Legend() {
  return (
    <>
      <div className="max-sm:hidden">
        <Colours />
      </div>
      <details className="open:basis-full sm:hidden print:hidden">
        <summary className="flex min-h-11 items-center text-[0.8125rem] text-muted underline underline-offset-2">
          The colours
        </summary>
        <Colours />
      </details>
    </>
  );
}

function Colours() {
  return (
    <ul aria-label="What the colours mean" className="flex flex-wrap items-center gap-1.5">
      {legend.map(({ look, says }) => (
        <li
          key={look}
          className={cx(
            "flex h-6 items-center gap-1.5 rounded-md px-1.5 text-[0.8125rem] font-medium",
            chipLooks[look],
          )}
        >
          {look === "ink" ? <span aria-hidden="true" className="size-2 rounded-full bg-ink" /> : null}
          {says}
        </li>
      ))}
    </ul>
  );
}
