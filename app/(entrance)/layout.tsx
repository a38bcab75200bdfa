import type { ReactNode } from "react";

/** The frame of the pages that nobody need be signed in for: one sheet in the middle of the paper. */
export default function EntranceLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center px-4 py-10">
      <p className="mb-5 flex items-center gap-2.5 px-1">
        <span aria-hidden="true" className="size-3 rounded-full bg-ink" />
        <span className="font-serif text-2xl font-medium">Firsthand</span>
      </p>
      <div className="rounded-2xl border border-line bg-sheet px-5 py-6 sm:px-7 sm:py-7">{children}</div>
    </main>
  );
}
