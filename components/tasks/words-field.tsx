"use client";

import { useEffect, useState } from "react";
import { AgentBadge } from "@/components/ui/agent-badge";
import { useNow } from "@/components/ui/clock";
import { TextArea } from "@/components/ui/field";
import { dayText } from "@/components/when";
import { type Desk, useDesk } from "@/components/workspace/desk-context";
import type { AlikeWords, WordsView } from "@/lib/domain/gesture/words-of-kind";
import { firstName } from "@/lib/domain/person/first-name";
import { byWhom } from "@/lib/domain/person/named";

/** Asks what somebody got last time and what the typed words are much like; null when there was no answer. */
export type CheckWords = (words: string, signal: AbortSignal) => Promise<WordsView | null>;

/** A pause of the hand: what is being typed is not compared letter by letter. */
const PAUSE_MS = 450;

type Props = { name: string; words: string; onWords: (words: string) => void; check: CheckWords };

/** The exact words that go out, what the same person got last time, and a quiet sentence when both are much alike. It never stops anybody. */
export function WordsField({ name, words, onWords, check }: Props) {
  return (
    <div className="flex flex-col gap-2">
      <TextArea
        label="The words"
        hint={`As they went out to ${firstName(name)}. Leave it empty if they were spoken.`}
        letter
        rows={5}
        maxLength={20_000}
        value={words}
        onChange={(event) => onWords(event.target.value)}
      />
      <WordsBefore name={name} words={words} check={check} />
    </div>
  );
}

/** What somebody got last time, and what the words are much like: below any field in which they are typed. */
export function WordsBefore({ name, words, check }: Omit<Props, "onWords">) {
  const desk = useDesk();
  const now = useNow();
  const view = useWordsBefore(words, check);
  const last = view?.last;
  return (
    <>
      <div role="status" aria-live="polite" className="flex flex-col gap-2 empty:hidden">
        {view?.alike.map((one) => (
          <Warning key={`${one.at}${one.whom?.id}`} alike={one} name={name} now={now} desk={desk} />
        ))}
      </div>
      {last ? (
        <figure className="rounded-lg bg-paper px-3 py-2 text-[0.8125rem]">
          <figcaption className="text-muted">
            Last time, {lower(dayText(last.at, now, desk, true))} · {last.title} · {firstName(last.by)}
            {last.role === "agent" ? <AgentBadge /> : null}
          </figcaption>
          <blockquote
            dir="auto"
            className="wrap-anywhere mt-0.5 max-h-32 overflow-y-auto font-serif text-base leading-snug whitespace-pre-line"
          >
            {last.words ? `“${last.words}”` : last.note}
          </blockquote>
        </figure>
      ) : null}
    </>
  );
}

function Warning({ alike, name, now, desk }: { alike: AlikeWords; name: string; now: number; desk: Desk }) {
  const { whom, at, by, role, words, theirs, isSame } = alike;
  const when = lower(dayText(at, now, desk, true));
  const who = whom?.name ?? firstName(name);
  return (
    <div className="rounded-lg bg-gold-soft px-3 py-2 text-[0.8125rem]">
      <p className="text-gold">
        {isSame ? "These are the words" : "This is much like what"} <bdi>{who}</bdi> got {when} from{" "}
        {byWhom(by, role)}.{isSame ? "" : " This sentence is alike:"}
      </p>
      {isSame ? null : (
        <p dir="auto" className="wrap-anywhere font-serif text-base leading-snug">
          “{theirs}”
        </p>
      )}
      <details className="mt-0.5" open={isSame}>
        <summary className="w-fit content-center text-muted pointer-coarse:min-h-11">
          What <bdi>{who}</bdi> got
        </summary>
        <blockquote
          dir="auto"
          className="wrap-anywhere max-h-40 overflow-y-auto font-serif text-base leading-snug whitespace-pre-line"
        >
          “{words}”
        </blockquote>
      </details>
    </div>
  );
}

/** The last answer stays while the next is awaited, so that nothing flickers under the hand. */
function useWordsBefore(words: string, check: CheckWords): WordsView | null {
  const [view, setView] = useState<WordsView | null>(null);
  const typed = words.trim();
  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(
      async () => {
        const found = await check(typed, abort.signal);
        if (found) setView(found);
      },
      typed === "" ? 0 : PAUSE_MS,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [typed, check]);
  return view;
}

function lower(day: string): string {
  return day.replace(/^(Today|Yesterday)/, (word) => word.toLowerCase());
}
