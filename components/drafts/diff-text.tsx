import type { DiffPart } from "@/lib/domain/draft/word-diff";

/** Two versions as one text: what went is struck through, what came is underlined; both are said to whoever listens. */
export function DiffText({ parts }: { parts: readonly DiffPart[] }) {
  let at = 0;
  const placed = parts.map((part) => {
    const from = at;
    at += part.text.length;
    return { ...part, from };
  });
  if (parts.every((part) => part.kind === "same"))
    return <p className="text-muted">The words are the same.</p>;
  return (
    <p
      dir="auto"
      className="wrap-anywhere font-serif text-[1.0625rem] leading-[1.55] whitespace-pre-wrap [unicode-bidi:plaintext]"
    >
      {placed.map(({ kind, text, from }) => {
        const key = `${kind} ${from}`;
        if (kind === "gone")
          return (
            <del key={key} className="rounded-sm bg-late-soft text-late decoration-1">
              <span className="sr-only select-none"> taken out: </span>
              {text}
              <span className="sr-only select-none"> (end) </span>
            </del>
          );
        if (kind === "new")
          return (
            <ins key={key} className="rounded-sm bg-ok-soft text-ok decoration-1 underline-offset-4">
              <span className="sr-only select-none"> added: </span>
              {text}
              <span className="sr-only select-none"> (end) </span>
            </ins>
          );
        return <span key={key}>{text}</span>;
      })}
    </p>
  );
}
