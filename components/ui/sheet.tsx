import type { ComponentProps, ReactNode } from "react";
import { cx } from "@/components/ui/cx";

/** A white sheet on the paper. `pencil` gives it the assistant's dashed edge. */
export function Sheet({
  pencil = false,
  className,
  ...rest
}: ComponentProps<"section"> & { pencil?: boolean }) {
  return (
    <section
      {...rest}
      className={cx(
        "rounded-sheet border bg-sheet p-4",
        pencil ? "border-dashed border-pencil-line" : "border-line",
        className,
      )}
    />
  );
}

/** The line at the head of a sheet: what it is, and a quiet word on the right. `level` 2 where it stands right below the page's own heading. */
export function SheetHeader({
  title,
  aside,
  level = 3,
}: {
  title: ReactNode;
  aside?: ReactNode;
  level?: 2 | 3;
}) {
  const Heading = `h${level}` as const;
  return (
    <header className="mb-2 flex items-baseline justify-between gap-3 text-[0.8125rem] text-muted">
      <Heading className="font-semibold">{title}</Heading>
      {aside ? <div className="text-end">{aside}</div> : null}
    </header>
  );
}

/** The heading of a section of a list: its name, how many, and a quiet word on the right. */
export function SectionHeader({
  id,
  title,
  count,
  aside,
}: {
  id?: string;
  title: ReactNode;
  count?: ReactNode;
  aside?: ReactNode;
}) {
  return (
    <header className="flex flex-wrap items-baseline justify-between gap-x-3 pb-1.5 text-[0.8125rem]">
      <h2 id={id} className="font-semibold">
        {title} {count === undefined ? null : <span className="ms-1 font-normal text-muted">{count}</span>}
      </h2>
      {aside ? <div className="wrap-anywhere min-w-0 text-muted">{aside}</div> : null}
    </header>
  );
}

/** The head of a page: its title in Newsreader, and what can be done on the right. */
export function PageHeader({
  title,
  lead,
  actions,
}: {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1 className="font-serif text-[1.75rem] leading-tight font-medium">{title}</h1>
        {lead ? <p className="mt-1 max-w-prose text-muted">{lead}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </header>
  );
}
