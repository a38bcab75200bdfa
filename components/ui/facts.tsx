import type { ReactNode } from "react";

/** What is known, name beside value; on a phone one below the other. What is empty is left out. */
export function Facts({ rows }: { rows: [name: string, value: ReactNode][] }) {
  return (
    <dl className="flex flex-col gap-2">
      {rows.map(([name, value]) =>
        value ? (
          <div key={name} className="grid gap-x-4 sm:grid-cols-[11rem_minmax(0,1fr)]">
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
