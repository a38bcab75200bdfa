"use client";

import { buttonClass } from "@/components/ui/button-class";

/**
 * What anybody sees when something went wrong on our side: no word about what, which is in the server's log. Every page brings it
 * along, so it is made of as little as can be.
 */
export default function ErrorPage({ retry }: { retry: () => void }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col items-start justify-center gap-4 px-4 py-10">
      <h1 className="font-serif text-[1.625rem] leading-tight font-medium">
        Something went wrong on our side
      </h1>
      <p className="text-muted">
        What was saved stays so. Try again; if it stays like this, whoever runs Firsthand can look it up.
      </p>
      <button type="button" className={buttonClass({ variant: "primary" })} onClick={() => retry()}>
        Try again
      </button>
    </main>
  );
}
