"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useJustCome } from "@/app/(workspace)/w/[workspace]/_components/use-just-come";
import { usePresence } from "@/app/(workspace)/w/[workspace]/_components/use-presence";
import { wordsToCopy } from "@/app/(workspace)/w/[workspace]/_components/words-to-copy";
import { Leaving } from "@/app/(workspace)/w/[workspace]/you/_components/leaving";
import { useInk } from "@/app/(workspace)/w/[workspace]/you/_components/use-ink";
import { Card } from "@/components/tasks/for-you/card";
import { CardNotice } from "@/components/tasks/for-you/card-notice";
import { copyAndOpen, pageOf } from "@/components/tasks/for-you/copy-and-open";
import { InkEditor } from "@/components/tasks/for-you/ink-editor";
import { whatIsDecided } from "@/components/tasks/for-you/pile";
import {
  answering,
  approving,
  askingForChanges,
  handingOver,
  onTask,
} from "@/components/tasks/for-you/steps";
import { UndoRow } from "@/components/tasks/for-you/undo-row";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { useDesk } from "@/components/workspace/desk-context";
import type { Confirmation, Linked } from "@/lib/domain/daily/confirm";
import { sayAnswer } from "@/lib/domain/decision/decision";
import { keptText } from "@/lib/domain/draft/kept-text";
import type { ForYouCard } from "@/lib/domain/task/for-you";
import { ConfirmForm } from "./confirm-form";
import { useOneCard } from "./use-one-card";
import { WhisperButton } from "./whisper-button";

type Props = { card: ForYouCard; link: Linked; first: Confirmation; me: string };

/** Says what will happen; its button does it, and the one after takes it back. */
export function ConfirmCard({ card, link, first, me }: Props) {
  const desk = useDesk();
  const { busy, problem, done, isBack, run, undo } = useOneCard();
  const writing = useInk(card, me);
  const { ink } = writing;
  const justCome = useJustCome(whatIsDecided(card));
  const router = useRouter();
  const presence = usePresence(card.draft?.id ?? null, (latest) => {
    if (card.draft && latest > card.draft.latest) router.refresh();
  });
  /** What was approved, and whether the browser took it; null until then. */
  const [copy, setCopy] = useState<{ text: string; isDone: boolean } | null>(null);
  const [note, setNote] = useState("");
  const said = useRef<HTMLParagraphElement>(null);
  const { draft, decision } = card;
  const typed = ink?.text ?? draft?.text ?? "";
  const isOver = done !== null || first.says === "was";
  // Somebody else was quicker: what was typed is there to be copied. Taken back, it stands in its field.
  const own = writing.left?.typed ?? (note.trim() ? { text: note, isKeptHere: false } : null);
  const left = isOver && done === null && !isBack ? own : null;
  const isSaidAbove = done === null && (first.says === "moved" || left !== null);
  const isEdit = link.verb === "edit" && !isOver && draft !== null;
  useEffect(() => {
    if (done) said.current?.focus();
  }, [done]);

  // The words that are edited are those that stood there first: what is changed of them since is named, as anywhere in ink.
  const isUnbegun = isEdit && ink === null && draft.can.approve;
  // biome-ignore lint/correctness/useExhaustiveDependencies: begun once, and anew when an approval was taken back.
  useEffect(() => {
    if (isUnbegun) writing.begin();
  }, [isUnbegun]);

  async function approve(text?: string) {
    if (!draft || justCome) return;
    // In ink, with the draft as it was seen beside what was typed.
    const seen = text === undefined ? draft : { ...draft, seal: ink?.seen.seal ?? draft.seal };
    const inInk = { basedOn: draft.latest, phrases: [], ...ink };
    const step = approving(card, seen, text === undefined ? undefined : { ...inInk, text });
    if (!(await run(step))) return;
    // Sent as it stood: what was typed beside it stays, should it be called back.
    if (text !== undefined) writing.forget();
    if (draft.way === "elsewhere") await copyOut(keptText(text ?? draft.text));
  }

  function press(note: string): void {
    if (justCome) return;
    if (link.verb === "approve") void approve();
    else if (link.verb === "edit") void approve(typed);
    else if (link.verb === "hand-over") void run(handingOver(card, desk.assistantShort));
    else if (link.verb === "decline") void run(onTask(card, "decline", { note }, "is declined."));
    else if (link.verb === "changes" && draft) void run(askingForChanges(card, draft, note));
    else if (link.verb === "answer" && decision && link.to)
      void run(answering(card, decision, link.to, sayAnswer(decision.choices, link.to), note));
  }

  async function copyOut(text: string) {
    const words = draft && (await wordsToCopy(desk.slug, draft, text));
    setCopy({ text, isDone: words !== null && (await copyAndOpen(words, pageOf(card))) });
  }

  return (
    <>
      {done ? (
        <UndoRow
          says={done.says}
          leaving={done.leavesAt ? <Leaving at={done.leavesAt} /> : null}
          canUndo={done.back !== null}
          busy={busy}
          onUndo={() => void undo()}
        />
      ) : null}
      <Card
        card={card}
        here={presence.here}
        whisper={card.person ? <WhisperButton personId={card.person.id} /> : null}
        notice={
          problem ? (
            <CardNotice says={problem} isProblem typed={left} signIn={null} />
          ) : isSaidAbove ? (
            <CardNotice says={first.sentence} isProblem={false} typed={left} signIn={null} />
          ) : null
        }
        ink={
          isEdit && draft ? (
            <InkEditor
              draft={draft}
              text={typed}
              basedOn={ink?.basedOn ?? draft.latest}
              seen={ink?.seen ?? draft}
              mine={ink?.mine}
              isKeptHere={ink?.isKeptHere ?? true}
              takesFocus
              onText={(text) => {
                writing.type(text);
                presence.onTyping();
              }}
              onApprove={() => void approve(typed)}
              onKeepMine={writing.keepMine}
              onTakeTheirs={writing.takeTheirs}
              onBringMine={writing.bringMine}
              onBoth={() => router.push(`/w/${desk.slug}/tasks/${card.id}/draft`)}
            />
          ) : null
        }
      />
      {isSaidAbove && !(problem && left) ? null : (
        <p ref={said} tabIndex={-1} role="status" dir="auto" className="px-1 text-base outline-none">
          {done ? copySays(copy) : first.sentence}
        </p>
      )}
      {isOver ? null : (
        <ConfirmForm
          link={link}
          card={card}
          busy={busy || justCome}
          note={note}
          onNote={setNote}
          onNotNow={(until) => void (justCome || run(onTask(card, "snooze", { until }, "comes back later.")))}
          onPress={press}
        />
      )}
      {done && copy && !copy.isDone ? (
        <Button size="lg" wide onClick={() => void copyOut(copy.text)}>
          Copy and open
        </Button>
      ) : null}
      <LinkButton href={`/w/${desk.slug}/you`} size="lg" variant="quiet">
        {done && draft?.way === "elsewhere"
          ? "Did it go out? Say so under “For you”"
          : "Everything before you"}
      </LinkButton>
    </>
  );
}

function copySays(copy: { isDone: boolean } | null): string {
  if (copy === null) return "";
  return copy.isDone
    ? "Copied, exactly as you approved it."
    : "It could not be copied. Press the button to try again.";
}
