import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/link-button";

export const metadata: Metadata = { title: "Not here" };

/** The same page for what never was, what is gone, and what is somebody else's. */
export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col items-start justify-center gap-4 px-4 py-10">
      <h1 className="font-serif text-[1.625rem] leading-tight font-medium">There is nothing here</h1>
      <p className="text-muted">It may have been taken back, or the address has a mistake in it.</p>
      <LinkButton href="/">To the desk</LinkButton>
    </main>
  );
}
