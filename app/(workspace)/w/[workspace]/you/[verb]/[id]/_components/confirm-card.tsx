"use client";

import { useEffect, useRef, useState } from "react";
import { Leaving } from "@/app/(workspace)/w/[workspace]/you/_components/leaving";
import { useInk } from "@/app/(workspace)/w/[workspace]/you/_components/use-ink";
import { Card } from "@/components/tasks/for-you/card";
import { CardNotice } from "@/components/tasks/for-you/card-notice";
import { copyAndOpen, pageOf } from "@/components/tasks/for-you/copy-and-open";
import { InkEditor } from "@/components/tasks/for-you/ink-editor";
import { NotNowList } from "@/components/tasks/for-you/not-now-list";
import { answering, approving, onTask } from "@/components/tasks/for-you/steps";
import { UndoRow } from "@/components/tasks/for-you/undo-row";
import { Button, LinkButton } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import { useDesk } from "@/components/workspace/desk-context";
import type { Confirmation, Linked } from "@/lib/domain/daily/confirm";
import { approveLabel } from "@/lib/domain/daily/links";
import { sayAnswer } from "@/lib/domain/decision/decision";
import { keptText } from "@/lib/domain/draft/kept-text";
import type { ForYouCard } from "@/lib/domain/task/for-you";
import { useOneCard } from "./use-one-card";

type Props = { card: ForYouCard; link: Linked; first: Confirmation; me: string };

/** Says what will happen; its button does it, and the one after takes it back. */
export function ConfirmCard({ card, link, first, me }: Props) {
  const desk = useDesk();
  const { busy, problem, done, run, undo } = useOneCard();
  const { ink, type, forget } = useInk(card, me);
  const [note, setNote] = useState("");
  /** What was approved, and whether the browser took it; null until then. */
  const [copy, setCopy] = useState<{ text: string; isDone: boolean } | null>(null);
  const said = useRef<HTMLParagraphElement>(null);
  const { draft, decision } = card;
  const isOver = done !== null || first.says === "was";
  const isEdit = link.verb === "edit" && !isOver && draft !== null;
  useEffect(() => {
    if (done) said.current?.focus();
  }, [done]);

  async function approve(text?: string) {
    if (!draft || !(await run(approving(card, draft, text)))) return;
    forget();
    if (draft.way === "elsewhere") await copyOut(keptText(text ?? draft.text));
  }

  async function copyOut(text: string) {
    setCopy({ text, isDone: await copyAndOpen(text, pageOf(card)) });
  }

  const typed = ink?.text ?? draft?.text ?? "";
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
        notice={
          problem ? (
            <CardNotice says={problem} isProblem signIn={null} />
          ) : first.says === "moved" && !done ? (
            <CardNotice says={first.sentence} isProblem={false} signIn={null} />
          ) : null
        }
        ink={
          isEdit && draft ? (
            <InkEditor
              draft={draft}
              text={typed}
              basedOn={ink?.basedOn ?? draft.latest}
              takesFocus
              onText={type}
              onApprove={() => void approve(typed)}
            />
          ) : null
        }
      />
      {first.says === "moved" && !done ? null : (
        <p ref={said} tabIndex={-1} role="status" dir="auto" className="px-1 text-base outline-none">
          {done ? copySays(copy) : first.sentence}
        </p>
      )}
      {isOver ? null : (
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (link.verb === "approve") void approve();
            else if (link.verb === "edit") void approve(typed);
            else if (link.verb === "answer" && decision && link.to)
              void run(answering(card, decision, link.to, sayAnswer(decision.choices, link.to), note.trim()));
          }}
        >
          {link.verb === "answer" && link.to === "more" ? (
            <TextInput
              label={`What do you need to know? ${desk.assistantShort} reads this.`}
              value={note}
              maxLength={2000}
              autoComplete="off"
              onChange={(event) => setNote(event.target.value)}
            />
          ) : null}
          {link.verb === "not-now" ? (
            <NotNowList
              busy={busy}
              onChoose={(until) => void run(onTask(card, "snooze", { until }, "comes back later."))}
            />
          ) : (
            <Button
              type="submit"
              variant="primary"
              size="lg"
              wide
              busy={busy}
              className="py-4 text-[1.0625rem]"
            >
              {buttonSays(link, card)}
            </Button>
          )}
        </form>
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
    : "Your browser did not let it be copied. Press the button to try again.";
}

function buttonSays({ verb, to }: Linked, card: ForYouCard): string {
  if (verb === "answer") return sayAnswer(card.decision?.choices ?? [], to ?? "");
  return verb === "edit" && card.draft?.way === "mail" ? "Approve & send" : approveLabel(card);
}
