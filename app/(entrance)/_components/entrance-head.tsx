import type { ReactNode } from "react";

/** The head of an entrance page: what it is, and a sentence or two. */
export function EntranceHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="mb-5">
      <h1 className="font-serif text-[1.625rem] leading-tight font-medium">{title}</h1>
      {children ? (
        <div className="mt-2 flex flex-col gap-2 text-[0.9375rem] text-muted">{children}</div>
      ) : null}
    </header>
  );
}
