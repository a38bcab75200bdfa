"use client";

import { useEffect, useRef, useState } from "react";
import { useJustCome } from "@/app/(workspace)/w/[workspace]/_components/use-just-come";
import { usePresence } from "@/app/(workspace)/w/[workspace]/_components/use-presence";
import { Leaving } from "@/app/(workspace)/w/[workspace]/you/_components/leaving";
import { useDeeds } from "@/app/(workspace)/w/[workspace]/you/_components/use-deeds";
import { useInk } from "@/app/(workspace)/w/[workspace]/you/_components/use-ink";
import { useOfflinePage } from "@/app/(workspace)/w/[workspace]/you/_components/use-offline-page";
import { usePile } from "@/app/(workspace)/w/[workspace]/you/_components/use-pile";
import { Actions } from "@/components/tasks/for-you/actions";
import type { Asking } from "@/components/tasks/for-you/ask";
import { Card } from "@/components/tasks/for-you/card";
import { asksForAnswer, asksForCheck, buttonsOf, keysOf } from "@/components/tasks/for-you/card-buttons";
import { CardNotice } from "@/components/tasks/for-you/card-notice";
import { Finished } from "@/components/tasks/for-you/finished";
import { InkEditor } from "@/components/tasks/for-you/ink-editor";
import { dealtIn, isToldOf, sayNotice, whatIsDecided } from "@/components/tasks/for-you/pile";
import { Progress } from "@/components/tasks/for-you/progress";
import { UndoRow } from "@/components/tasks/for-you/undo-row";
import { changedInDraft } from "@/components/tasks/for-you/what-changed";
import { Button } from "@/components/ui/button";
import { useNow } from "@/components/ui/clock";
import { latePart, lateWindow } from "@/components/ui/late-part";
import { Link } from "@/components/ui/link";
import { useFocusStays } from "@/components/ui/use-focus-stays";
import { undoKeys, useKeys } from "@/components/ui/use-keys";
import { useDesk } from "@/components/workspace/desk-context";
import { stepOf } from "@/lib/domain/task/card-step";
import { type ForYouCard, type ForYouView, minutesFor } from "@/lib/domain/task/for-you";

const AskWithWords = lateWindow(() =>
  import("@/app/(workspace)/w/[workspace]/you/_components/ask-with-words").then((m) => m.AskWithWords),
);
const CardCalendar = latePart(() =>
  import("@/app/(workspace)/w/[workspace]/you/_components/card-calendar").then((m) => m.CardCalendar),
);
const WhisperDialog = lateWindow(() =>
  import("@/app/(workspace)/w/[workspace]/_components/whisper").then((m) => m.WhisperDialog),
);

/** Whether a card shows its entry of the calendar: an invitation while it is to be answered, a meeting while it is checked. */
function hasCalendar(card: ForYouCard, step: string): boolean {
  return (step === "plain" || step === "draft") && (asksForAnswer(card) || asksForCheck(card));
}

/** The client's pile, one decision at a time. `me` is who they are: what they type is kept for nobody else. */
export function ForYouScreen({ view, me }: { view: ForYouView; me: string }) {
  const desk = useDesk();
  const now = useNow();
  const sitting = usePile(desk.slug, view);
  const { pile, undo } = sitting;
  const [asking, setAsking] = useState<{ what: Asking | "whisper"; card: ForYouCard } | null>(null);
  const [hasBegun, setBegun] = useState(false);
  useOfflinePage();
  const heading = useRef<HTMLHeadingElement>(null);
  const card = pile.cards[0];
  const writing = useInk(card, me);
  // What a refusal told them of has to be read as well, though the card was like that before.
  const justCome = useJustCome(card ? `${whatIsDecided(card)} ${writing.ink?.told ?? ""}` : "");
  const presence = usePresence(card?.draft?.id ?? null);
  const close = () => setAsking(null);
  const deeds = useDeeds({ ...sitting, ...writing }, (what, one) => setAsking({ what, card: one }), close);
  const step = card ? stepOf(card, new Date(now)) : "plain";
  const buttons = card ? buttonsOf(card, step, writing.ink !== null, desk.assistantShort) : null;
  const dealt = dealtIn(pile);
  const total = dealt + pile.cards.length;

  // A button that goes away with what it did leaves the focus to its card.
  const whole = useRef<HTMLDivElement>(null);
  useFocusStays(whole, heading);

  // After an action the next card's heading is read out; not on arrival, where the page's own heading is.
  const front = useRef(card?.id);
  useEffect(() => {
    if (front.current !== card?.id) {
      heading.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    front.current = card?.id;
  }, [card?.id]);
  // The buttons stand at the foot of a long card; why nothing was done is said at its head.
  useEffect(() => {
    if (pile.notice?.isProblem) scrollTo(0, 0);
  }, [pile.notice]);

  // Whatever presses: a button, its key, or Ctrl and Enter in the field.
  const press: typeof deeds.press = (deed, one) => {
    if (justCome) return;
    setBegun(deed === "edit");
    deeds.press(deed, one);
  };
  const whisper = () => card?.person && setAsking({ what: "whisper", card });
  const keys = card && buttons ? keysOf(buttons, (deed) => press(deed, card)) : {};
  useKeys(asking === null, { w: whisper, ...undoKeys(undo), ...keys });

  // What is typed stays with the card it was typed for, whatever happens to the pile meanwhile; and it is sent with the
  // version that was seen, until a refusal has said what changed.
  const problem = asking && pile.notice?.isProblem ? pile.notice.says : null;
  const asked = (problem && pile.cards.find((one) => one.id === asking?.card.id)) || asking?.card;
  const andHush = (then: () => void) => () => {
    sitting.hush();
    then();
  };
  // What was typed for a card that somebody else dealt with is shown with the word of it; changed words, where one writes.
  const isLeft = writing.left !== null && pile.notice !== null && isToldOf(pile.notice, writing.left.cardId);
  const left = isLeft ? (writing.left?.typed ?? null) : null;
  const isSaidBelow =
    writing.ink !== null &&
    !pile.notice?.isProblem &&
    !pile.notice?.earlier &&
    pile.notice?.inTask?.length === 0;
  const notice =
    pile.notice && !problem && !isSaidBelow ? (
      <CardNotice
        says={sayNotice(
          pile.notice,
          writing.ink?.told ? changedInDraft(writing.ink.seen, card?.draft ?? null) : [],
        )}
        isProblem={pile.notice.isProblem}
        typed={left}
        signIn={pile.notice.signIn ? `/sign-in?next=/w/${desk.slug}/you` : null}
      />
    ) : null;
  return (
    <div
      ref={whole}
      className="mx-auto flex min-h-[calc(100dvh-4rem-env(safe-area-inset-bottom))] w-full max-w-xl flex-col gap-4 px-3.5 pt-5 pb-4 lg:min-h-dvh lg:pt-8"
    >
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-2 px-1">
        <h1 className="font-serif text-[1.75rem] leading-tight font-medium">For you</h1>
        {total > 0 ? (
          <Progress
            position={Math.min(dealt + 1, total)}
            total={total}
            hasMore={pile.hasMore}
            minutes={minutesFor(pile.cards)}
          />
        ) : null}
      </header>
      <UndoRow
        says={pile.said?.says ?? null}
        leaving={pile.said?.leavesAt ? <Leaving at={pile.said.leavesAt} /> : null}
        canUndo={pile.done.length > 0}
        undoes={pile.said?.isBack ? pile.done.at(-1)?.title : undefined}
        busy={pile.busy}
        onUndo={() => void undo()}
      />
      {card && buttons ? (
        <>
          <Card
            key={card.id}
            card={card}
            headingRef={heading}
            here={presence.here}
            notice={notice}
            whisper={
              card.person ? (
                <Button shortcut="W" className="-my-1 self-start" onClick={whisper}>
                  Whisper card
                </Button>
              ) : null
            }
            ink={
              writing.ink && card.draft ? (
                <InkEditor
                  {...writing.ink}
                  draft={card.draft}
                  takesFocus={hasBegun}
                  onText={(text) => {
                    writing.type(text);
                    presence.onTyping();
                  }}
                  onApprove={() => press("approve-ink", card)}
                  onKeepMine={andHush(writing.keepMine)}
                  onTakeTheirs={andHush(writing.takeTheirs)}
                  onBringMine={writing.bringMine}
                  onBoth={() => press("open-draft", card)}
                />
              ) : null
            }
            calendar={
              hasCalendar(card, step) ? (
                <CardCalendar card={card} justCome={justCome} onTook={sitting.took} />
              ) : undefined
            }
          />
          <Actions
            buttons={buttons}
            busy={pile.busy}
            justCome={justCome}
            onDeed={(deed) => press(deed, card)}
          />
        </>
      ) : (
        <>
          {notice}
          <Finished headingRef={heading} dealt={dealt} />
        </>
      )}
      {asking?.what === "whisper" && asked?.person ? (
        <WhisperDialog personId={asked.person.id} onClose={close} />
      ) : null}
      {asking && asking.what !== "whisper" && asked ? (
        <AskWithWords
          key={`${asked.id} ${asking.what}`}
          asking={asking.what}
          card={asked}
          busy={pile.busy}
          problem={problem}
          onClose={close}
          onComplete={(closing) => deeds.complete(asked, closing)}
          onDecline={(note) => deeds.onDecline(asked, note)}
          onNotNow={(until) => deeds.onNotNow(asked, until)}
          onChanges={(reason) => deeds.onChanges(asked, reason)}
          onMore={(note) => deeds.onMore(asked, note)}
        />
      ) : null}
      {card ? (
        <p className="text-center text-[0.8125rem] print:hidden">
          <Link href={`/w/${desk.slug}/weekly`} className="touchable text-muted underline underline-offset-2">
            What comes up in the next two weeks
          </Link>
        </p>
      ) : null}
      {pile.hasMore ? <p className="text-center text-muted">More follows after these.</p> : null}
    </div>
  );
}
