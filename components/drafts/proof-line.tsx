"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { useFocusStays } from "@/components/ui/use-focus-stays";
import type { DraftView } from "@/lib/domain/draft/view";

type Props = { proof: NonNullable<DraftView["proof"]>; onRevoke: (() => void) | null };

/** Where a recipient can check that it was personally written; the client takes that back for good, and is asked first. */
export function ProofLine({ proof, onRevoke }: Props) {
  const [isAsked, setAsked] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useFocusStays(place, place);
  if (proof.revokedAt !== null)
    return (
      <p className="text-[0.8125rem] text-muted">The link that says “Personally written” was taken back.</p>
    );
  return (
    <div
      ref={place}
      tabIndex={-1}
      className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-[0.8125rem] text-muted"
    >
      <p className="wrap-anywhere min-w-0">
        Personally written, to be checked at{" "}
        <a href={proof.url} className="underline underline-offset-2">
          {proof.url}
        </a>
      </p>
      {onRevoke === null ? null : isAsked ? (
        <>
          <p role="status">The link will say nothing any more. This stays so.</p>
          <Button size="sm" variant="danger" onClick={onRevoke}>
            Take the link back
          </Button>
          <Button size="sm" onClick={() => setAsked(false)}>
            Keep it
          </Button>
        </>
      ) : (
        <Button size="sm" variant="quiet" onClick={() => setAsked(true)}>
          Take the link back…
        </Button>
      )}
    </div>
  );
}
