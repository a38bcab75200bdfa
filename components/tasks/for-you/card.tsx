import { Lock } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { sayPresent } from "@/components/drafts/draft-words";
import { CardFacts } from "@/components/tasks/for-you/card-facts";
import { DraftPart } from "@/components/tasks/for-you/draft-part";
import { QuestionPart } from "@/components/tasks/for-you/question-part";
import { dueWords } from "@/components/tasks/for-you/words";
import { KindIcon } from "@/components/tasks/kind-icon";
import { TagPill } from "@/components/tasks/tag-pill";
import { tagSentences } from "@/components/tasks/tag-sentences";
import { kindWords } from "@/components/tasks/words";
import { Avatar } from "@/components/ui/avatar";
import { useNow } from "@/components/ui/clock";
import { cx } from "@/components/ui/cx";
import { stampText } from "@/components/when";
import { useDesk } from "@/components/workspace/desk-context";
import type { PresentView } from "@/lib/domain/draft/view";
import { nameCircles } from "@/lib/domain/policy/circles";
import type { ForYouCard } from "@/lib/domain/task/for-you";

type Props = {
  card: ForYouCard;
  headingRef?: Ref<HTMLHeadingElement>;
  /** What changed under one's hands, if anything did. */
  notice?: ReactNode;
  /** The way to what one should know of the person. */
  whisper?: ReactNode;
  /** What the client types in the place of the draft. */
  ink?: ReactNode;
  /** Who else has its draft open now. */
  here?: readonly PresentView[];
  /** The invitation or the meeting that it is about, with what is asked of it. */
  calendar?: ReactNode;
};

/** One decision on a white sheet: who, what, what they wrote, what to know, until when. */
export function Card({ card, headingRef, notice, whisper, ink, here = [], calendar }: Props) {
  const { draft, decision } = card;
  const desk = useDesk();
  const { who, why } = tagSentences(card.tag, card.tagReason, desk);
  return (
    <article
      aria-labelledby={`card-${card.id}`}
      className="flex flex-1 flex-col gap-4 rounded-2xl border border-line bg-sheet p-5 shadow-[0_1px_2px_rgb(35_33_28/5%)] sm:p-7"
    >
      {notice}
      <Who card={card} />
      {whisper}
      <h2
        id={`card-${card.id}`}
        ref={headingRef}
        tabIndex={-1}
        dir="auto"
        className="wrap-anywhere font-serif text-[1.75rem] leading-[1.2] font-medium outline-none"
      >
        {card.title}
      </h2>
      <Due card={card} />
      {card.message?.text ? <Message message={card.message} /> : null}
      {calendar}
      <CardFacts card={card} withoutRows={calendar !== undefined} />
      {decision ? <QuestionPart decision={decision} /> : null}
      {draft && hasDraft(draft) ? <DraftPart draft={draft} ink={ink} /> : null}
      <p aria-live="polite" className="text-sm text-muted empty:hidden">
        {sayPresent(here)}
      </p>
      <p className="mt-auto pt-2 text-sm text-muted">
        {who} {why}
      </p>
    </article>
  );
}

/** An answer that was put before the client is there to be approved, though nobody put a word to it. */
function hasDraft({ answer, state, text }: NonNullable<ForYouCard["draft"]>): boolean {
  return text.trim() !== "" || (answer !== null && state !== "draft");
}

function Who({ card }: { card: ForYouCard }) {
  const { person, message, about } = card;
  const desk = useDesk();
  const name = person?.name ?? message?.from ?? "";
  const line = [
    about?.howMet.replace(/\.$/, "") || (person ? nameCircles(desk.circles, [person.circle]) : ""),
    [kindWords[card.kind], message?.service].filter(Boolean).join(", "),
  ];
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      {name ? <Avatar name={name} size="lg" /> : <KindIcon kind={card.kind} />}
      <div className="min-w-[min(8rem,100%)] flex-1 leading-snug">
        {name ? (
          <p dir="auto" className="wrap-anywhere text-base font-semibold">
            {name}
          </p>
        ) : null}
        <p className="wrap-anywhere text-[0.9375rem] text-muted">{line.filter(Boolean).join(" · ")}</p>
      </div>
      <TagPill tag={card.tag} />
      {card.isPrivate ? (
        <span className="inline-flex items-center gap-1 text-xs text-muted">
          <Lock aria-hidden="true" className="size-3.5" /> Private
        </span>
      ) : null}
    </div>
  );
}

function Due({ card }: { card: ForYouCard }) {
  const desk = useDesk();
  const due = dueWords(card, useNow(), desk);
  if (!due) return null;
  return <p className={cx("-mt-2 text-base", due.isLate ? "text-late" : "text-muted")}>{due.says}</p>;
}

function Message({ message }: { message: NonNullable<ForYouCard["message"]> }) {
  const desk = useDesk();
  const from = [message.from, message.receivedAt ? stampText(message.receivedAt, desk) : ""].filter(Boolean);
  return (
    <figure className="border-s-4 border-line ps-4">
      <blockquote
        dir="auto"
        className="wrap-anywhere max-h-[45dvh] overflow-y-auto font-serif text-[1.1875rem] leading-relaxed whitespace-pre-line text-muted italic"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        {message.text}
      </blockquote>
      {from.length > 0 ? (
        <figcaption className="mt-1 text-sm text-muted">{from.join(" · ")}</figcaption>
      ) : null}
    </figure>
  );
}
