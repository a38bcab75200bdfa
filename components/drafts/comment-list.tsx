"use client";

import { X } from "lucide-react";
import { AgentBadge } from "@/components/ui/agent-badge";
import { IconButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { stampText } from "@/components/when";
import type { Desk } from "@/components/workspace/desk-context";
import { mentionPlaces } from "@/lib/domain/draft/mentions";
import type { CommentView } from "@/lib/domain/draft/view";
import { firstName } from "@/lib/domain/person/first-name";

type Member = { userId: string; name: string };
type Props = {
  comments: readonly CommentView[];
  members: readonly Member[];
  desk: Desk;
  /** Whoever looks: what calls them says so. */
  me: string;
  onRemove: (comment: CommentView) => void;
};

/** What was said about a draft, the oldest first; what the client asked for is marked in words. */
export function CommentList({ comments, members, desk, me, onRemove }: Props) {
  if (comments.length === 0) return <p className="text-muted">Nobody has said anything about it yet.</p>;
  return (
    <ol className="flex flex-col gap-3">
      {comments.map((comment) => (
        <li key={comment.id} className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <p className="text-[0.8125rem] text-muted">
              <bdi
                className={comment.by.role === "client" ? "font-medium text-ink" : "font-medium text-pencil"}
              >
                {firstName(comment.by.name)}
              </bdi>
              {comment.by.role === "agent" ? <AgentBadge /> : null}
              {whatItIs(comment, me)} · <time dateTime={comment.at}>{stampText(comment.at, desk)}</time> · on
              version {comment.onNo}
            </p>
            <Note note={comment.note} members={members} />
          </div>
          {comment.isMine && !comment.asksChanges ? (
            <IconButton label="Take this comment away" onClick={() => onRemove(comment)}>
              <X aria-hidden="true" className="size-4" />
            </IconButton>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function whatItIs({ asksChanges, mentions }: CommentView, me: string): string {
  if (asksChanges) return " · asked for changes";
  return mentions.includes(me) ? " · asks for you" : "";
}

function Note({ note, members }: { note: string; members: readonly Member[] }) {
  const places = mentionPlaces(note, members);
  const pieces: { at: number; text: string; isName: boolean }[] = [];
  let done = 0;
  for (const { from, to } of places) {
    if (from < done) continue;
    pieces.push({ at: done, text: note.slice(done, from), isName: false });
    pieces.push({ at: from, text: note.slice(from, to), isName: true });
    done = to;
  }
  pieces.push({ at: done, text: note.slice(done), isName: false });
  return (
    <p dir="auto" className="wrap-anywhere whitespace-pre-line">
      {pieces.map(({ at, text, isName }) =>
        isName ? (
          <strong key={`name ${at}`} className="font-semibold">
            {text}
          </strong>
        ) : (
          text
        ),
      )}
    </p>
  );
}

/** Why the client sent it back, on top of everything while it is so. */
export function AskedFor({ comments, client }: { comments: readonly CommentView[]; client: string }) {
  const last = comments.filter((comment) => comment.asksChanges).at(-1);
  if (!last) return null;
  return (
    <Notice tone="ink" role="note">
      <strong className="font-semibold">{client} asked for changes:</strong>{" "}
      <span dir="auto" className="wrap-anywhere whitespace-pre-line">
        {last.note}
      </span>
    </Notice>
  );
}
