import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { FindBox } from "./find-box";
import { chapters } from "./how-it-works";
import type { DocOperation } from "./read-document";

type Group = { name: string; id: string; operations: readonly DocOperation[] };

/** Large enough for a finger, where one points with it. */
const linkClass = "inline-flex items-center py-0.5 pointer-coarse:min-h-11 pointer-coarse:min-w-11";

/** What the page has, beside it on a desk, where groups open to their operations, and before it on a phone. */
export function Contents({ groups, total }: { groups: readonly Group[]; total: number }) {
  return (
    <nav
      aria-label="Contents"
      className="mb-8 flex flex-col gap-4 text-[0.8125rem] lg:sticky lg:top-0 lg:mb-0 lg:h-dvh lg:overflow-y-auto lg:py-2 lg:pe-2 print:hidden"
    >
      <Link href="/" className="flex items-center gap-2 pointer-coarse:min-h-11">
        <span aria-hidden="true" className="size-2.5 rounded-full bg-ink" />
        <span className="font-serif text-[1.375rem] font-medium">Firsthand</span>
      </Link>
      <FindBox total={total} />
      <ul className="flex flex-col max-lg:flex-row max-lg:flex-wrap max-lg:gap-x-4">
        {[...chapters, ["refusals", "Every “no”"] as const].map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`} className={cx(linkClass, "text-muted hover:text-text")}>
              {title}
            </a>
          </li>
        ))}
      </ul>
      <ul className="flex flex-wrap gap-x-4 lg:hidden">
        {groups.map(({ name, id }) => (
          <li key={id}>
            <a href={`#${id}`} className={cx(linkClass, "font-medium")}>
              {name}
            </a>
          </li>
        ))}
      </ul>
      <div className="max-lg:hidden">
        {groups.map(({ name, id, operations }) => (
          <details key={id}>
            <summary className="rounded-md py-0.5 font-medium pointer-coarse:py-3.5">{name}</summary>
            <ul className="flex flex-col pb-2 ps-3.5">
              {operations.map((one) => (
                <li key={one.id}>
                  <a
                    href={`#${one.id}`}
                    className={cx(linkClass, "wrap-anywhere text-muted hover:text-text")}
                  >
                    {one.id}
                  </a>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </nav>
  );
}
