import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

/** What is known, name beside value; on a phone one below the other. What is empty is left out. `isNarrow`: short names, always beside. */
export function Facts({
  rows,
  isNarrow = false,
}: {
  rows: [name: string, value: ReactNode][];
  isNarrow?: boolean;
}) {
  return (
    <dl className="flex flex-col gap-2">
      {rows.map(([name, value]) =>
        value ? (
          <div
            key={name}
            className={cx(
              "grid gap-x-4",
              isNarrow ? "grid-cols-[5.5rem_minmax(0,1fr)]" : "sm:grid-cols-[11rem_minmax(0,1fr)]",
            )}
          >
            <dt className="text-[0.8125rem] text-muted">{name}</dt>
            <dd dir="auto" className="whitespace-pre-line wrap-anywhere">
              {value}
            </dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
