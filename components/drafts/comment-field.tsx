"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { membersLike, mentionAt } from "@/components/drafts/mention-at";
import { Button } from "@/components/ui/button";
import { controlClass, Field } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";

type Member = { userId: string; name: string };
type Props = {
  members: readonly Member[];
  text: string;
  busy: boolean;
  onText: (text: string) => void;
  onSay: () => void;
};

/** Saying something about a draft. An @ and the beginning of a name offer whom it can call. */
export function CommentField({ members, text, busy, onText, onSay }: Props) {
  const ref = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const calling = mentionAt(text, caret);
  const offered = calling ? membersLike(members, calling.typed).slice(0, 6) : [];

  function choose(member: Member) {
    if (!calling) return;
    const before = `${text.slice(0, calling.from)}@${member.name} `;
    // At once: whoever types on does so behind the name.
    flushSync(() => {
      onText(before + text.slice(caret));
      setCaret(before.length);
    });
    ref.current?.focus();
    ref.current?.setSelectionRange(before.length, before.length);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing) return;
    const [first] = offered;
    if (first && event.key === "Tab" && !event.shiftKey && calling?.typed) {
      event.preventDefault();
      choose(first);
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      onSay();
    } else if (event.key === "Escape") event.currentTarget.blur();
  }

  return (
    <div className="flex flex-col gap-2">
      <Field
        label={
          <>
            Say something about it <Kbd>C</Kbd>
          </>
        }
        hint="@ and a name calls somebody."
      >
        {(wiring) => (
          <textarea
            ref={ref}
            dir="auto"
            rows={2}
            maxLength={5000}
            {...wiring}
            value={text}
            onChange={(event) => {
              onText(event.target.value);
              setCaret(event.target.selectionStart);
            }}
            onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
            onKeyDown={onKeyDown}
            className={`${controlClass} field-sizing-content min-h-16!`}
          />
        )}
      </Field>
      <p className="sr-only" role="status">
        {offered.length > 0
          ? `${offered.map(({ name }) => name).join(", ")} can be called. Tab takes the first.`
          : ""}
      </p>
      {offered.length > 0 ? (
        <ul aria-label="Who can be called" className="flex flex-wrap gap-1.5">
          {offered.map((member) => (
            <li key={member.userId}>
              <Button
                size="sm"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(member)}
              >
                <bdi>{member.name}</bdi>
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <Button className="self-start" busy={busy} aria-disabled={text.trim() === ""} onClick={onSay}>
        Comment
      </Button>
    </div>
  );
}
