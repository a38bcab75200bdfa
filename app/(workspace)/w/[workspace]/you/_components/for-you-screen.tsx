"use client";

import Link from "next/link";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { forgetWords } from "@/app/(workspace)/w/[workspace]/_components/kept-words";
import { usePile } from "@/app/(workspace)/w/[workspace]/you/_components/use-pile";
import { Actions } from "@/components/tasks/for-you/actions";
import type { Asking } from "@/components/tasks/for-you/ask";
import { Card } from "@/components/tasks/for-you/card";
import { CardNotice } from "@/components/tasks/for-you/card-notice";
import { Finished } from "@/components/tasks/for-you/finished";
import { Progress } from "@/components/tasks/for-you/progress";
import { UndoRow } from "@/components/tasks/for-you/undo-row";
import { Button } from "@/components/ui/button";
import { useKeys } from "@/components/ui/use-keys";
import { useDesk } from "@/components/workspace/desk-context";
import { type ForYouCard, type ForYouView, minutesFor } from "@/lib/domain/task/for-you";

const AskWithWords = lazy(() =>
  import("@/app/(workspace)/w/[workspace]/you/_components/ask-with-words").then((m) => ({
    default: m.AskWithWords,
  })),
);
const WhisperDialog = lazy(() =>
  import("@/app/(workspace)/w/[workspace]/_components/whisper").then((m) => ({ default: m.WhisperDialog })),
);

/** The client's pile, one decision at a time. */
export function ForYouScreen({ view }: { view: ForYouView }) {
  const desk = useDesk();
  const { pile, act, undo } = usePile(desk.slug, view);
  const [asking, setAsking] = useState<{ what: Asking | "whisper"; card: ForYouCard } | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const card = pile.cards[0];
  const dealt = pile.done.length;
  const total = dealt + pile.cards.length;

  // After an action the next card's heading is read out; not on arrival, where the page's own heading is.
  const front = useRef(card?.id);
  useEffect(() => {
    if (front.current !== card?.id) heading.current?.focus();
    front.current = card?.id;
  }, [card?.id]);

  async function run(one: ForYouCard, verb: string, input: Record<string, unknown>, says: string) {
    if (!(await act(one, verb, input, `“${one.title}” ${says}`))) return;
    if (verb === "complete") forgetWords(desk, [one.id]);
    setAsking(null);
  }
  const complete = (one: ForYouCard, closing = { note: "", words: "" }) =>
    void run(one, "complete", closing, "is done.");
  const handOver = (one: ForYouCard) => {
    const says = `is with ${desk.assistantShort} now.`;
    if (one.tag === "must-be-you") void run(one, "retag", { tag: "delegable" }, says);
    else void run(one, "move", { to: "assistant" }, says);
  };
  const ask = (what: Asking | "whisper") => card && setAsking({ what, card });

  useKeys(asking === null, {
    "1": () => card && complete(card),
    n: () => ask("note"),
    h: () => ask("not-now"),
    "3": () => ask("decline"),
    t: () => card && handOver(card),
    w: () => card?.person && ask("whisper"),
    z: () => void undo(),
  });

  // What is typed stays with the card it was typed for, whatever happens to the pile meanwhile; and it is sent with the
  // version that was seen, until a refusal has said what changed.
  const problem = asking && pile.notice?.isProblem ? pile.notice.says : null;
  const asked = (problem && pile.cards.find((one) => one.id === asking?.card.id)) || asking?.card;
  const notice =
    pile.notice && !problem ? (
      <CardNotice {...pile.notice} signIn={pile.notice.signIn ? `/sign-in?next=/w/${desk.slug}/you` : null} />
    ) : null;
  return (
    <div className="mx-auto flex min-h-[calc(100dvh-4rem-env(safe-area-inset-bottom))] w-full max-w-xl flex-col gap-4 px-3.5 pt-5 pb-4 lg:min-h-dvh lg:pt-8">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-2 px-1">
        <h1 className="font-serif text-[1.75rem] leading-tight font-medium">For you</h1>
        {total > 0 ? (
          <Progress position={Math.min(dealt + 1, total)} total={total} minutes={minutesFor(pile.cards)} />
        ) : null}
      </header>
      <UndoRow says={pile.says} canUndo={dealt > 0} busy={pile.busy} onUndo={() => void undo()} />
      {card ? (
        <>
          <Card
            key={card.id}
            card={card}
            headingRef={heading}
            notice={notice}
            whisper={
              card.person ? (
                <Button shortcut="W" className="-my-1 self-start" onClick={() => ask("whisper")}>
                  Whisper card
                </Button>
              ) : null
            }
          />
          <Actions
            card={card}
            busy={pile.busy}
            act={{
              complete: () => complete(card),
              withNote: () => ask("note"),
              notNow: () => ask("not-now"),
              handOver: () => handOver(card),
              decline: () => ask("decline"),
            }}
          />
        </>
      ) : (
        <>
          {notice}
          <Finished headingRef={heading} dealt={dealt} />
        </>
      )}
      <Suspense fallback={null}>
        {asking?.what === "whisper" && asked?.person ? (
          <WhisperDialog personId={asked.person.id} onClose={() => setAsking(null)} />
        ) : null}
        {asking && asking.what !== "whisper" && asked ? (
          <AskWithWords
            key={asked.id}
            asking={asking.what}
            card={asked}
            busy={pile.busy}
            problem={problem}
            onClose={() => setAsking(null)}
            onComplete={(closing) => complete(asked, closing)}
            onDecline={(note) => void run(asked, "decline", { note }, "is declined.")}
            onNotNow={(until) => void run(asked, "snooze", { until }, "comes back later.")}
          />
        ) : null}
        {card ? (
          <p className="text-center text-[0.8125rem] print:hidden">
            <Link href={`/w/${desk.slug}/weekly`} className="text-muted underline underline-offset-2">
              What comes up in the next two weeks
            </Link>
          </p>
        ) : null}
      </Suspense>
      {pile.hasMore ? <p className="text-center text-muted">More follows after these.</p> : null}
    </div>
  );
}
