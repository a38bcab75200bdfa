"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { useKept } from "@/app/(workspace)/w/[workspace]/_components/use-kept";
import { CompareDialog } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/compare-dialog";
import type { DraftHand } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/use-draft";
import { CommentField } from "@/components/drafts/comment-field";
import { CommentList } from "@/components/drafts/comment-list";
import { VersionList } from "@/components/drafts/version-list";
import { Sheet, SheetHeader } from "@/components/ui/sheet";
import { useDesk } from "@/components/workspace/desk-context";
import type { VersionView } from "@/lib/domain/draft/view";

type Props = {
  hand: DraftHand;
  me: string;
  commentRef: RefObject<HTMLDivElement | null>;
  onBringBack: ((version: VersionView) => void) | null;
};

/** Beside the words: what was said about them, and every version there was. */
export function TalkPart({ hand, me, commentRef, onBringBack }: Props) {
  const { draft, act, isBusy } = hand;
  const desk = useDesk();
  const [comment, setComment] = useKept(`firsthand:draft-comment:${desk.slug}:${draft.id}:${me}`);
  const [compared, setCompared] = useState<{ from: number; to: number } | null>(null);

  const typed = useRef(comment);
  const isSaying = useRef(false);
  useEffect(() => {
    typed.current = comment;
  });

  async function say() {
    const note = comment;
    if (note.trim() === "" || isSaying.current) return;
    isSaying.current = true;
    const done = await act<{ id: string; version: number }>({
      path: `drafts/${draft.id}/comments`,
      input: { note },
    });
    isSaying.current = false;
    // What was typed on while it was on its way is the beginning of the next.
    const more = typed.current;
    if (done) setComment(more.startsWith(note) ? more.slice(note.length).trimStart() : more);
  }

  return (
    <>
      <Sheet aria-label="Comments">
        <SheetHeader level={2} title="Comments" />
        <CommentList
          comments={draft.comments}
          members={draft.help.members}
          desk={desk}
          me={me}
          onRemove={(one) =>
            void act<{ version: number }>({
              path: `draft-comments/${one.id}/remove`,
              input: { version: one.version },
              says: "Your comment is taken away.",
              back: ({ version }) => ({ path: `draft-comments/${one.id}/restore`, input: { version } }),
            })
          }
        />
        <div ref={commentRef} className="mt-3">
          <CommentField
            members={draft.help.members.filter(({ userId }) => userId !== me)}
            text={comment}
            busy={isBusy}
            onText={setComment}
            onSay={() => void say()}
          />
        </div>
      </Sheet>
      <Sheet aria-label="Versions">
        <SheetHeader level={2} title="Versions" aside={draft.versions.length} />
        <VersionList
          versions={draft.versions}
          approved={draft.approval?.no ?? null}
          desk={desk}
          onBringBack={onBringBack}
          onCompare={(from, to) => setCompared({ from, to })}
        />
      </Sheet>
      {compared ? <CompareDialog draft={draft} {...compared} onClose={() => setCompared(null)} /> : null}
    </>
  );
}
