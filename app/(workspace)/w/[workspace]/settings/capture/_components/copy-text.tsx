"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";

const SAID_MS = 2_000;

/** Some text for other programs, to be copied with a button or chosen by hand. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const [said, setSaid] = useState("");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const say = (words: string) => {
    setSaid(words);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setSaid(""), SAID_MS);
  };
  return (
    <div className="flex flex-col items-start gap-2">
      <section
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
        tabIndex={0}
        className="max-h-40 w-full overflow-auto rounded-lg bg-sunken/60 px-3 py-2"
      >
        <pre dir="ltr" className="font-mono text-xs leading-5 break-all whitespace-pre-wrap">
          {text}
        </pre>
      </section>
      <span className="flex items-center gap-3">
        <Button
          size="sm"
          aria-label={`Copy: ${label}`}
          onClick={() =>
            navigator.clipboard.writeText(text).then(
              () => say("Copied"),
              () => say("Your browser keeps the clipboard to itself; choose it by hand."),
            )
          }
        >
          Copy
        </Button>
        <span role="status" className="text-[0.8125rem] text-muted">
          {said}
        </span>
      </span>
    </div>
  );
}
