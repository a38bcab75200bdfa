"use client";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

export default function DeskError({ reset }: { error: Error; reset: () => void }) {
  return (
    <div role="alert" className="mx-auto max-w-xl px-4 py-16">
      <EmptyState
        title="This page could not be shown."
        action={
          <div className="flex gap-2">
            <Button variant="primary" onClick={reset}>
              Try again
            </Button>
            <LinkButton href="/">To the desk</LinkButton>
          </div>
        }
      >
        Something went wrong on our side. What was saved stays so, and what you typed is kept.
      </EmptyState>
    </div>
  );
}
