"use client";

import { type ClipboardEvent, type KeyboardEvent, type RefObject, useId } from "react";
import { continueList } from "@/components/drafts/continue-list";
import { insertText } from "@/components/drafts/insert-text";
import { markedText, ownersNow } from "@/components/drafts/marked-text";
import { pastedWords } from "@/components/drafts/paste-html";
import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";
import { TypedEarly } from "@/components/ui/typed-early";
import { longestDraft } from "@/lib/domain/draft/draft";
import type { Mark } from "@/lib/domain/draft/voice";
import type { Author, Stretch } from "@/lib/domain/draft/whose-words";

type Props = {
  text: string;
  marks: readonly Mark[];
  /** Whose words were saved: they keep their look until somebody changes them. */
  saved: readonly Stretch[];
  /** Who writes: the client in ink, everybody else in pencil. */
  writer: Author["by"];
  fieldRef: RefObject<HTMLTextAreaElement | null>;
  /** What it is called for whoever cannot see where it stands. */
  label?: string;
  /** The key that leads into it, shown while nobody writes. */
  shortcut?: string | null;
  onText: (text: string) => void;
  onLeave?: () => void;
  /** A slash was typed where a phrase may begin; it stands before the caret. */
  onSlash?: () => void;
};

const letters =
  "wrap-anywhere col-start-1 row-start-1 min-h-48 w-full ps-4 pe-11 py-3.5 font-serif text-[1.125rem] leading-[1.6] whitespace-pre-wrap [unicode-bidi:plaintext] sm:ps-5";

/** The words as they are written: plain text that grows with what is in it, and below it what is not ready yet. */
export function WordsEditor(props: Props) {
  const { text, marks, saved, writer, fieldRef, onText, onLeave, onSlash } = props;
  const { label = "The words", shortcut = "E" } = props;
  const list = useId();
  const own = useId();
  const inInk = writer === "client";

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    const field = event.currentTarget;
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") return field.blur();
    if (event.key !== "Enter" || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    const edit = continueList(field.value, field.selectionStart, field.selectionEnd);
    if (edit === null) return;
    event.preventDefault();
    insertText(field, edit);
  }

  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const page = event.clipboardData.getData("text/html");
    const words = page === "" ? "" : pastedWords(page);
    if (words === "") return;
    event.preventDefault();
    const field = event.currentTarget;
    insertText(field, { from: field.selectionStart, to: field.selectionEnd, insert: words });
  }

  return (
    <div
      className={cx(
        "group relative rounded-sheet border bg-sheet focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-ink",
        inInk ? "border-ink-line" : "border-dashed border-pencil-line",
      )}
    >
      <div className="grid">
        <div aria-hidden="true" dir="auto" className={cx(letters, "pointer-events-none")}>
          {markedText(text, marks, ownersNow(text, saved, writer)).map(({ from, text: piece, code, by }) => (
            <span
              key={from}
              className={cx(
                "rounded-sm",
                by === "client" ? "text-ink" : "text-pencil",
                code === "placeholder" &&
                  "bg-gold-soft underline decoration-gold decoration-2 decoration-dashed underline-offset-4",
                code === "too-long" && "bg-late-soft/60",
                code !== null &&
                  code !== "placeholder" &&
                  code !== "too-long" &&
                  "bg-late-soft/60 underline decoration-late decoration-wavy underline-offset-4",
              )}
            >
              {piece}
            </span>
          ))}
          {"\u200b"}
        </div>
        <TypedEarly id={own} value={text} />
        <textarea
          ref={fieldRef}
          id={own}
          dir="auto"
          aria-label={label}
          aria-describedby={marks.length > 0 ? list : undefined}
          placeholder={inInk ? "Write in ink…" : "Write in pencil…"}
          maxLength={longestDraft}
          spellCheck
          value={text}
          onChange={(event) => onText(event.target.value)}
          onInput={(event) => {
            const { selectionStart: caret, value } = event.currentTarget;
            const typed = (event.nativeEvent as InputEvent).data;
            if (typed === "/" && /(^|\n)\/$/.test(value.slice(0, caret))) onSlash?.();
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={onLeave}
          className={cx(
            letters,
            "resize-none overflow-hidden bg-transparent text-transparent outline-none selection:text-text",
            inInk ? "caret-ink" : "caret-text",
          )}
        />
      </div>
      {shortcut ? (
        <span className="absolute end-2 top-1.5 group-focus-within:hidden">
          <Kbd>{shortcut}</Kbd>
        </span>
      ) : null}
      <Marks id={list} marks={marks} onGo={({ from, to }) => goTo(fieldRef.current, from, to)} />
    </div>
  );
}

function goTo(field: HTMLTextAreaElement | null, from: number, to: number): void {
  field?.focus();
  field?.setSelectionRange(from, to);
}

/** What is not ready, one sentence each; pressing it leads there. */
function Marks({ id, marks, onGo }: { id: string; marks: readonly Mark[]; onGo: (mark: Mark) => void }) {
  const once = marks.filter((mark, at) => marks.findIndex(({ says }) => says === mark.says) === at);
  return (
    <ul
      id={id}
      aria-live="polite"
      aria-label="Not ready yet"
      className="flex flex-col border-t border-line px-2 py-1.5 text-[0.8125rem] text-muted empty:hidden"
    >
      {once.map((mark) => (
        <li key={mark.says}>
          <button
            type="button"
            onClick={() => onGo(mark)}
            className="w-full rounded-md px-2.5 py-1 text-start hover:bg-sunken pointer-coarse:min-h-11"
          >
            <span className={mark.code === "placeholder" ? "text-gold" : "text-late"}>{mark.says}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
