"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useKept } from "@/app/(workspace)/w/[workspace]/_components/use-kept";
import { usePresence } from "@/app/(workspace)/w/[workspace]/_components/use-presence";
import { WhisperPart } from "@/app/(workspace)/w/[workspace]/_components/whisper";
import type { Bar } from "@/app/(workspace)/w/[workspace]/queue/_components/use-bar";
import { BackToTask } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/back-to-task";
import { ChangesDialog } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/changes-dialog";
import { DraftFoot } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/draft-actions";
import { FilesPart } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/files-part";
import { PhrasesDialog } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/phrases-dialog";
import { TalkPart } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/talk-part";
import { useDraft } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/use-draft";
import { useDraftKeys } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/use-draft-keys";
import { useVerbs } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/use-verbs";
import { useWords } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/use-words";
import { WordsPart } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/words-part";
import { AddressForm } from "@/components/drafts/address-form";
import { AskedFor } from "@/components/drafts/comment-list";
import { DraftHead } from "@/components/drafts/draft-head";
import { sayTakenBack } from "@/components/drafts/draft-words";
import { insertText } from "@/components/drafts/insert-text";
import { MergeDialog } from "@/components/drafts/merge-dialog";
import { TheirMessage } from "@/components/drafts/their-message";
import { Sheet } from "@/components/ui/sheet";
import { useDesk } from "@/components/workspace/desk-context";
import type { DraftView } from "@/lib/domain/draft/view";

type Props = {
  first: DraftView;
  me: string;
  show: (bar: Bar | null) => void;
  /** The bar offers an Undo of its own. */
  isBarUndone: boolean;
  /** It was begun at this window a moment ago: whoever did goes on with its words. */
  isBegun: boolean;
  onBegun: () => void;
  onRemoved: (id: string) => void;
};

/** The assistant writes in pencil, the client in ink: one text, what it answers, and everything that happens to it. */
export function DraftScreen({ first, me, show, isBarUndone, isBegun, onBegun, onRemoved }: Props) {
  const desk = useDesk();
  const router = useRouter();
  const hand = useDraft(first, show);
  const { draft, problem } = hand;
  const isOut = draft.state === "approved" || draft.state === "released";
  const isFixed = !draft.can.write || isOut;
  const stood = useRef(draft.state);
  useEffect(() => {
    stood.current = draft.state;
  });
  const words = useWords(draft, me, isFixed, async (state) => {
    const isTakenBack = stood.current === "submitted" && state === "draft";
    await hand.reread();
    if (isTakenBack) hand.say({ says: sayTakenBack(desk.clientShort), tone: "plain", action: null });
  });
  const verbs = useVerbs(hand, words, onRemoved);
  const presence = usePresence(draft.removedAt === null ? draft.id : null, (latest) => {
    if (latest > draft.latest) void hand.reread();
  });
  const field = useRef<HTMLTextAreaElement>(null);
  // Otherwise the first letters would be keys: a comment is begun with them, or the draft is taken back.
  useEffect(() => {
    if (isBegun) field.current?.focus();
  }, [isBegun]);
  /** Where a phrase goes: a window that closes gives the field its focus back, and not always its caret. */
  const spot = useRef({ from: 0, to: 0 });
  const comment = useRef<HTMLDivElement>(null);
  const [asking, setAsking] = useState<"changes" | "phrases" | null>(null);
  const [reason, setReason] = useKept(`firsthand:changes:${desk.slug}:${draft.id}:${me}`);
  const [isWhisperOpen, setWhisperOpen] = useState(false);
  useEffect(() => setWhisperOpen(innerWidth >= 1100), []);

  const does = {
    primary: verbs.primary,
    save: () => void words.save(),
    write: () => field.current?.focus(),
    phrases: () => !isFixed && askPhrase(),
    comment: () => comment.current?.querySelector("textarea")?.focus(),
    askChanges: () => draft.can.askChanges && setAsking("changes"),
    takeBack: () => draft.can.takeBack && verbs.takeBack(),
    undo: draft.can.callBack ? verbs.callBack : null,
    send: () => draft.can.release && verbs.release(),
    leave: () => router.push(`/w/${desk.slug}/tasks/${draft.task.id}`),
  };
  useDraftKeys(asking === null && words.merge === null, does, isBarUndone);

  function askPhrase() {
    if (field.current) spot.current = { from: field.current.selectionStart, to: field.current.selectionEnd };
    setAsking("phrases");
  }

  /** Without a phrase one goes on where one was: a field without its caret takes no letter. */
  function closePhrases() {
    setAsking(null);
    const { from, to } = spot.current;
    requestAnimationFrame(() => field.current?.setSelectionRange(from, to));
  }

  function putPhrase(phrase: string) {
    setAsking(null);
    words.notePhrase(phrase);
    // The window gives the focus back first; then the phrase takes the place of the slash, or of what is selected.
    requestAnimationFrame(() => {
      if (!field.current) return;
      const { from, to } = spot.current;
      const slash = from === to && /(^|\n)\/$/.test(field.current.value.slice(0, from)) ? 1 : 0;
      insertText(field.current, { from: from - slash, to, insert: phrase });
    });
  }

  function dropTyped() {
    const typed = words.text;
    words.dropTyped();
    const onClick = () => {
      words.change(typed);
      hand.say(null);
    };
    hand.say({
      says: "What you had typed is dropped.",
      tone: "plain",
      action: { label: "Undo", shortcut: "U", onClick },
    });
  }

  const errors = problem?.refusal?.code === "invalid" ? problem.refusal.fields : {};
  return (
    <div className="mx-auto flex min-h-[calc(100dvh-4rem)] w-full max-w-[88rem] flex-col px-4 pt-4 sm:px-6 lg:min-h-dvh">
      <BackToTask id={draft.task.id} />
      <DraftHead draft={draft} here={presence.here} onRemove={draft.can.remove ? verbs.remove : null} />
      <div className="grid flex-1 items-start gap-4 pb-6 min-[900px]:grid-cols-[minmax(0,1fr)_19rem] min-[1280px]:grid-cols-[18rem_minmax(0,1fr)_19rem]">
        <div className="flex min-w-0 flex-col gap-4 min-[900px]:max-[1279px]:order-2">
          <TheirMessage message={draft.task.message} desk={desk} />
          {draft.task.person ? (
            <WhisperPart
              personId={draft.task.person.id}
              isOpen={isWhisperOpen}
              onToggle={() => setWhisperOpen(!isWhisperOpen)}
            />
          ) : null}
        </div>
        <div className="flex min-w-0 flex-col gap-4 min-[900px]:max-[1279px]:row-span-2">
          {draft.state === "changes-requested" ? (
            <AskedFor comments={draft.comments} client={desk.clientShort} />
          ) : null}
          <WordsPart
            draft={draft}
            words={words}
            isFixed={isFixed}
            fieldRef={field}
            onTyping={presence.onTyping}
            onPhrases={askPhrase}
            onDrop={dropTyped}
            onRevoke={() =>
              draft.proof &&
              void hand.act({
                path: `proofs/${draft.proof.id}/revoke`,
                input: { version: draft.proof.version },
                says: "The link is taken back.",
              })
            }
          />
          <Sheet aria-label="Where it goes">
            <div className="flex flex-col gap-3.5">
              <AddressForm
                draft={draft}
                desk={desk}
                isFixed={isFixed}
                errors={errors}
                onChange={hand.address}
              />
              <FilesPart hand={hand} isFixed={isFixed} />
            </div>
          </Sheet>
        </div>
        <div className="flex min-w-0 flex-col gap-4 min-[900px]:max-[1279px]:order-3">
          <TalkPart
            hand={hand}
            me={me}
            commentRef={comment}
            onBringBack={
              isFixed
                ? null
                : ({ text, no }) =>
                    void words.bringBack(text).then((isBack) => {
                      if (isBack)
                        hand.say({
                          says: `The words of version ${no} are back.`,
                          tone: "plain",
                          action: null,
                        });
                    })
            }
          />
        </div>
      </div>
      <DraftFoot
        hand={hand}
        verbs={verbs}
        problem={problem?.sentence || verbs.moved}
        onAskChanges={() => setAsking("changes")}
        onBegun={onBegun}
      />
      {asking === "phrases" ? (
        <PhrasesDialog help={draft.help} onClose={closePhrases} onChoose={putPhrase} />
      ) : null}
      {asking === "changes" ? (
        <ChangesDialog
          reason={reason}
          onReason={setReason}
          onClose={() => setAsking(null)}
          onAsk={() => {
            setAsking(null);
            void verbs.askChanges(reason.trim()).then((done) => done && setReason(""));
          }}
        />
      ) : null}
      {words.merge ? (
        <MergeDialog merge={words.merge} onClose={words.closeMerge} onTake={words.takeMerged} />
      ) : null}
    </div>
  );
}
