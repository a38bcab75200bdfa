import { findPlaceholders } from "@/lib/domain/draft/placeholders";

/** A saved phrase as it will be put into a draft, the gaps that a person is to fill marked with the pencil's dashes. */
export function PhraseText({ text, className = "" }: { text: string; className?: string }) {
  const parts: { key: number; text: string; isGap: boolean }[] = [];
  let done = 0;
  for (const { from, to, name } of findPlaceholders(text)) {
    parts.push({ key: done, text: text.slice(done, from), isGap: false });
    parts.push({ key: from, text: name, isGap: true });
    done = to;
  }
  parts.push({ key: text.length + 1, text: text.slice(done), isGap: false });
  return (
    <p
      dir="auto"
      className={`font-serif text-[1.0625rem] leading-relaxed whitespace-pre-line wrap-anywhere ${className}`}
    >
      {parts.map((part) =>
        part.isGap ? (
          <span
            key={part.key}
            className="rounded-md border border-dashed border-pencil-line px-0.5 text-pencil"
          >
            <span className="sr-only">to fill in: </span>
            {part.text}
          </span>
        ) : (
          part.text
        ),
      )}
    </p>
  );
}
