import { AgentBadge } from "@/components/ui/agent-badge";
import { cx } from "@/components/ui/cx";
import { sayWhose } from "@/lib/domain/draft/say-whose";
import type { SentenceWords } from "@/lib/domain/draft/sentences-of";
import { type Author, isSameAuthor, type Stretch } from "@/lib/domain/draft/whose-words";

type Props = {
  whose: readonly SentenceWords[];
  /** How much is whose, in one sentence. */
  howMuch: string;
  /** The client's first name. */
  client: string;
  /** For words among many others, as in somebody's story. */
  small?: boolean;
};

const looks: Record<Author["by"], string> = {
  client: "text-ink",
  assistant: "text-pencil underline decoration-pencil-line decoration-dashed underline-offset-4",
  agent: "text-pencil underline decoration-pencil-line decoration-double underline-offset-4",
  phrase: "text-text underline decoration-edge decoration-dotted underline-offset-4",
  unknown: "text-muted italic",
};

/** Whose words a text is made of: ink is the client's, pencil everybody else's. Said in words first, and never as a number. */
export function WhoseWords({ whose, howMuch, client, small = false }: Props) {
  return (
    <figure className="flex flex-col gap-2">
      <figcaption className="text-[0.8125rem] text-muted">{howMuch}</figcaption>
      <p
        dir="auto"
        className={cx(
          "wrap-anywhere font-serif whitespace-pre-wrap [unicode-bidi:plaintext]",
          small ? "text-base leading-snug" : "text-[1.125rem] leading-[1.6]",
        )}
      >
        {inParts(whose).map(({ at, sentence, parts }) => (
          <span key={at} data-sentence={sentence.whose === "several" ? "several" : sentence.whose.by}>
            {parts.map((part) => (
              <Words key={part.at} {...part} client={client} />
            ))}
          </span>
        ))}
      </p>
      <Legend whose={whose} client={client} />
    </figure>
  );
}

type Part = { at: number; stretch: Stretch; isNew: boolean };

/** Each stretch with where it begins, and whether somebody else wrote what stands before it. */
function inParts(whose: readonly SentenceWords[]) {
  let at = 0;
  let before: Author | null = null;
  return whose.map((sentence) => {
    const from = at;
    const parts = sentence.stretches.map((stretch): Part => {
      const part = { at, stretch, isNew: before === null || !isSameAuthor(before, stretch.author) };
      before = stretch.author;
      at += stretch.text.length;
      return part;
    });
    return { at: from, sentence, parts };
  });
}

/** What is said of the words cannot be selected: whoever copies them by hand copies the words alone. */
function Words({ stretch, isNew, client }: Part & { client: string }) {
  const { author, text } = stretch;
  return (
    <>
      {isNew ? <span className="sr-only select-none"> {sayWhose(author, client)} </span> : null}
      {isNew && author.by === "agent" ? (
        <span aria-hidden="true" className="-ms-1 me-1 select-none">
          <AgentBadge />
        </span>
      ) : null}
      <span className={looks[author.by]}>{text}</span>
    </>
  );
}

/** What the look of the letters means, for whoever sees them; whoever listens has heard it already. */
function Legend({ whose, client }: Pick<Props, "whose" | "client">) {
  const authors: Author[] = [];
  for (const { author } of whose.flatMap((one) => one.stretches))
    if (!authors.some((one) => isSameAuthor(one, author))) authors.push(author);
  if (authors.length < 2) return null;
  return (
    <p aria-hidden="true" className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
      {authors.map((author) => (
        <span key={`${author.by} ${author.userId} ${author.name}`}>
          <span className={cx("font-serif text-sm", looks[author.by])}>Aa</span>{" "}
          {sayWhose(author, client).replace(/(, an agent)?:$/, "")}
          {author.by === "agent" ? <AgentBadge /> : null}
        </span>
      ))}
    </p>
  );
}
