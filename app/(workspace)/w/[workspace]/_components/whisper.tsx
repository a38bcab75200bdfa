"use client";

import { ChevronDown } from "lucide-react";
import { useWhisper } from "@/app/(workspace)/w/[workspace]/_components/use-whisper";
import { WhisperCard } from "@/components/people/whisper-card";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/spinner";
import { useKeys } from "@/components/ui/use-keys";
import { useDesk } from "@/components/workspace/desk-context";

/** Somebody's whisper card as it comes: first its outline, then the card, or why there is none. */
export function Whisper({ personId }: { personId: string }) {
  const { slug } = useDesk();
  const { card, problem } = useWhisper(personId);
  if (problem) return <Notice role="alert">{problem}</Notice>;
  if (!card)
    return (
      <div role="status" className="flex flex-col gap-2">
        <span className="sr-only">Reading the whisper card</span>
        <Skeleton className="h-12" />
        <Skeleton className="h-32" />
      </div>
    );
  return (
    <>
      <WhisperCard card={card} />
      <p className="mt-3 text-[0.8125rem]">
        <Link
          href={`/w/${slug}/people/${personId}/whisper`}
          className="touchable text-muted underline underline-offset-2"
        >
          As a page, to print
        </Link>
      </p>
    </>
  );
}

type PartProps = { personId: string; isOpen: boolean; onToggle: () => void };

/** The whisper card beside a task: opened and closed by W, read only when it is open. */
export function WhisperPart({ personId, isOpen, onToggle }: PartProps) {
  useKeys(true, { w: onToggle });
  return (
    <section aria-label="Whisper card" className="rounded-sheet border border-line bg-sheet">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={onToggle}
        className="flex w-full items-center gap-2 rounded-sheet px-4 py-3 text-start text-[0.8125rem] font-semibold text-muted hover:bg-sunken/60 pointer-coarse:min-h-11"
      >
        <span className="flex-1">Whisper card</span>
        <Kbd>W</Kbd>
        <ChevronDown aria-hidden="true" className={isOpen ? "size-4 rotate-180" : "size-4"} />
      </button>
      {isOpen ? (
        <div className="border-t border-line p-4">
          <Whisper key={personId} personId={personId} />
        </div>
      ) : null}
    </section>
  );
}

/** The whisper card in a window of its own: one tap from a card of "For you". */
export function WhisperDialog({ personId, onClose }: { personId: string; onClose: () => void }) {
  useKeys(true, { w: onClose }, { inDialog: true });
  return (
    <Dialog open title="Whisper card" onClose={onClose}>
      <Whisper personId={personId} />
    </Dialog>
  );
}
