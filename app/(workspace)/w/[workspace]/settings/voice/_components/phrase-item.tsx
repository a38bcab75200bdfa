"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { useFocusStays } from "@/components/ui/use-focus-stays";
import { PhraseText } from "@/components/voice/phrase-text";
import type { PhraseView } from "@/lib/domain/draft/phrase";
import { PhraseForm } from "./phrase-form";

type Props = { phrase: PhraseView; busy: boolean; onRemove: () => void };

/** One saved phrase: read, changed in its place, or taken away. */
export function PhraseItem({ phrase, busy, onRemove }: Props) {
  const [editing, setEditing] = useState(false);
  const close = () => setEditing(false);
  const place = useRef<HTMLLIElement>(null);
  useFocusStays(place, place);
  return (
    <li ref={place} tabIndex={-1} className="border-b border-line px-4 py-3 last:border-b-0">
      {editing ? (
        <PhraseForm phrase={phrase} language={phrase.language} onDone={close} onCancel={close} />
      ) : (
        <article className="flex flex-col gap-1" lang={phrase.language}>
          <header className="flex flex-wrap items-center justify-between gap-x-3">
            <h4 dir="auto" className="font-medium wrap-anywhere">
              {phrase.title}
            </h4>
            <div className="flex gap-1" lang="en-GB">
              <Button
                size="sm"
                variant="quiet"
                onClick={() => setEditing(true)}
                aria-label={`Change “${phrase.title}”`}
              >
                Change
              </Button>
              <Button
                size="sm"
                variant="quiet"
                busy={busy}
                onClick={onRemove}
                aria-label={`Remove “${phrase.title}”`}
              >
                Remove
              </Button>
            </div>
          </header>
          <PhraseText text={phrase.text} />
        </article>
      )}
    </li>
  );
}
