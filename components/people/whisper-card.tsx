"use client";

import { PersonPicture } from "@/components/people/person-picture";
import { useNow } from "@/components/ui/clock";
import { cx } from "@/components/ui/cx";
import { useDesk } from "@/components/workspace/desk-context";
import { firstName } from "@/lib/domain/person/first-name";
import type { WhisperCard as Card } from "@/lib/domain/person/whisper";
import { whisperHead, whisperLines, whisperNow } from "@/lib/domain/person/whisper-lines";

/** What one should know of somebody before a word to them: one page, each line quiet. What nobody wrote down is left out. */
export function WhisperCard({ card, level = "h3" }: { card: Card; level?: "h2" | "h3" }) {
  const desk = useDesk();
  const now = useNow();
  const reader = { ...desk, isClient: desk.role === "client" };
  const parts = whisperLines(card, reader);
  const atNow = whisperNow(card, reader, now);
  const Heading = level;
  return (
    <article aria-label={`Whisper card: ${card.name}`} className="flex flex-col gap-3 text-sm">
      <header className="flex items-start gap-3">
        <PersonPicture person={card} />
        <div className="min-w-0">
          <Heading dir="auto" className="wrap-anywhere font-serif text-xl leading-tight font-medium">
            {card.name}
          </Heading>
          {card.saidAs ? (
            <p className="text-muted">
              say “<bdi>{card.saidAs}</bdi>”
            </p>
          ) : null}
          <p dir="auto" className="wrap-anywhere text-muted">
            {whisperHead(card)}
          </p>
          {atNow ? <p className={cx("wrap-anywhere", !card.died && "text-muted")}>{atNow}</p> : null}
        </div>
      </header>
      {parts.length === 0 ? (
        <p className="text-muted">Nobody has written anything down about {firstName(card.name)} yet.</p>
      ) : null}
      <dl className="grid grid-cols-[5.75rem_minmax(0,1fr)] gap-x-3 gap-y-2 leading-snug">
        {parts.map(({ label, isWarning, lines }) => (
          <div key={label} className="contents">
            <dt className={isWarning ? "font-semibold text-late" : "text-muted"}>{label}</dt>
            <dd>
              <ul className="flex flex-col gap-0.5">
                {lines.map((line) => (
                  <li key={line} dir="auto" className="wrap-anywhere">
                    {line}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </article>
  );
}
