import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { horizons } from "@/lib/domain/weekly/view";

const words: Record<number, string> = { 7: "A week", 14: "Two weeks", 30: "A month", 90: "Three months" };

/** How far ahead one looks; it stands in the address. */
export function HorizonLinks({ slug, horizon }: { slug: string; horizon: number }) {
  const choices = [...new Set([...horizons, horizon])].sort((a, b) => a - b);
  return (
    <nav
      aria-label="How far ahead"
      className="mb-5 flex w-fit max-w-full overflow-x-auto rounded-lg border border-line p-0.5"
    >
      {choices.map((days) => (
        <Link
          key={days}
          href={`/w/${slug}/weekly?days=${days}`}
          aria-current={days === horizon ? "page" : undefined}
          className={cx(
            "flex min-h-7 items-center rounded-md border px-3 text-[0.8125rem] font-medium whitespace-nowrap pointer-coarse:min-h-11",
            days === horizon
              ? "border-line bg-sheet text-text"
              : "border-transparent text-muted hover:text-text",
          )}
        >
          {words[days] ?? (days === 1 ? "A day" : `${days} days`)}
        </Link>
      ))}
    </nav>
  );
}
