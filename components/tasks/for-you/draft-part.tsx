import { Paperclip } from "lucide-react";
import type { ReactNode } from "react";
import { AnswerSentence } from "@/components/drafts/answer-sentence";
import { BelowWords } from "@/components/drafts/below-words";
import { sayBytes, sayDraftState, saySending, saySendingByMinute } from "@/components/drafts/draft-words";
import { WhoseWords } from "@/components/drafts/whose-words";
import { AgentBadge } from "@/components/ui/agent-badge";
import { useNow } from "@/components/ui/clock";
import { cx } from "@/components/ui/cx";
import { Notice } from "@/components/ui/notice";
import { stampText } from "@/components/when";
import { useDesk } from "@/components/workspace/desk-context";
import { sayNotYet, sayWay } from "@/lib/domain/daily/words";
import type { DraftOnCard } from "@/lib/domain/draft/view";
import { isSameAuthor } from "@/lib/domain/draft/whose-words";
import { firstName } from "@/lib/domain/person/first-name";
import { stepOf } from "@/lib/domain/task/card-step";

type Props = {
  draft: DraftOnCard;
  /** What the client types instead: it stands in the place of the pencil. */
  ink?: ReactNode;
};

/** The words that were prepared: in pencil until the client makes them theirs, with where they go and how they stand. */
export function DraftPart({ draft, ink }: Props) {
  const desk = useDesk();
  const now = useNow();
  const step = stepOf({ draft, decision: null }, new Date(now));
  const isOut = step === "went-out" || step === "leaving";
  return (
    <section aria-label="The draft" className="flex flex-col gap-2.5">
      <State draft={draft} step={step} />
      {ink ?? (
        <div
          className={cx(
            "flex flex-col gap-2.5 rounded-xl border px-4 py-3.5",
            isOut ? "border-ink-line" : "border-dashed border-pencil-line",
          )}
        >
          {draft.subject && draft.way === "mail" ? (
            <p dir="auto" className="wrap-anywhere text-base font-semibold">
              {draft.subject}
            </p>
          ) : null}
          <AnswerSentence draft={draft} />
          {draft.answer === null || draft.text.trim() !== "" ? (
            <Words draft={draft} client={desk.clientShort} />
          ) : null}
        </div>
      )}
      <BelowWords draft={draft} client={desk.clientShort} />
      <p dir="auto" className="wrap-anywhere text-sm text-muted">
        {sayWay(draft)}
        {draft.wantsProof ? " “Personally written” stands on it." : ""}
      </p>
      {draft.attachments.length > 0 ? (
        <ul className="flex flex-col gap-1 text-sm text-muted">
          {draft.attachments.map((file) => (
            <li key={file.id} className="flex items-start gap-2">
              <Paperclip aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
              <span dir="auto" className="wrap-anywhere">
                {file.name} · {sayBytes(file.size)}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {draft.lastComment ? (
        <p dir="auto" className="wrap-anywhere text-sm text-muted">
          <bdi>{firstName(draft.lastComment.by)}</bdi>
          {draft.lastComment.role === "agent" ? <AgentBadge /> : null},{" "}
          {stampText(draft.lastComment.at, desk)}: “{draft.lastComment.note}”
        </p>
      ) : null}
    </section>
  );
}

function State({ draft, step }: { draft: DraftOnCard; step: ReturnType<typeof stepOf> }) {
  const desk = useDesk();
  const now = useNow();
  if (step === "wrong" && draft.sending)
    return (
      <Notice tone="late" role="note">
        <p className="wrap-anywhere text-base">{saySending(draft.sending, now, desk.clientShort, desk)}</p>
      </Notice>
    );
  if (step === "leaving" && draft.sending)
    return (
      <p className="text-base text-muted">{saySendingByMinute(draft.sending, now, desk.clientShort, desk)}</p>
    );
  if (step === "went-out")
    return (
      <div>
        <p className="font-serif text-2xl leading-snug">Did it go out?</p>
        <p className="text-sm text-muted">
          {desk.role === "client" ? "You" : desk.clientShort} approved exactly these words.
        </p>
      </div>
    );
  if (step === "late")
    return (
      <Notice tone="late" role="note">
        <p className="text-base">
          Not approved in time, so it is held
          {draft.neededBy ? ` (needed by ${stampText(draft.neededBy, desk)})` : ""}. Nothing was sent.
        </p>
      </Notice>
    );
  if (step === "draft" && draft.state === "submitted")
    return draft.neededBy ? (
      <p className="text-base text-muted">Needed by {stampText(draft.neededBy, desk)}.</p>
    ) : null;
  const notYet = desk.role === "client" ? sayNotYet(draft) : null;
  if (notYet !== null)
    return (
      <Notice tone="gold" role="note">
        <p className="text-base">{notYet}</p>
      </Notice>
    );
  return <p className="text-base text-muted">{sayDraftState(draft, desk, desk)}</p>;
}

/** All of one hand, they need no marks between them: only the colour, and the sentence that says whose it is. */
export function Words({ draft, client }: { draft: DraftOnCard; client: string }) {
  const [first, ...others] = draft.whose.flatMap((one) => one.stretches.map(({ author }) => author));
  const isOne = first !== undefined && others.every((author) => isSameAuthor(author, first));
  if (!isOne || (first.by !== "client" && first.by !== "assistant"))
    return <WhoseWords whose={draft.whose} howMuch={draft.howMuch} client={client} />;
  return (
    <figure className="flex flex-col gap-2">
      <p
        dir="auto"
        className={cx(
          "wrap-anywhere font-serif text-[1.1875rem] leading-[1.55] whitespace-pre-wrap [unicode-bidi:plaintext]",
          first.by === "client" ? "text-ink" : "text-pencil",
        )}
      >
        {draft.text}
      </p>
      <figcaption className="text-sm text-muted">{draft.howMuch}</figcaption>
    </figure>
  );
}
