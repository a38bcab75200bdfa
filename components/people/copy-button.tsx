"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { IconButton } from "@/components/ui/button";

const SAID_MS = 2_000;

/** Puts a text on the clipboard and says so. Where a browser keeps the clipboard to itself, there is no button. */
export function CopyButton({ text }: { text: string }) {
  const [isCopied, setCopied] = useState(false);
  const [isOffered, setOffered] = useState(true);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      return setOffered(false);
    }
    setCopied(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setCopied(false), SAID_MS);
  }

  if (!isOffered) return null;
  return (
    <>
      <IconButton
        label={`Copy ${text}`}
        title="Copy"
        className="-my-1.5 size-7 translate-y-1 pointer-coarse:my-0 pointer-coarse:translate-y-0"
        onClick={() => void copy()}
      >
        {isCopied ? (
          <Check aria-hidden="true" className="size-3.5 text-ok" />
        ) : (
          <Copy aria-hidden="true" className="size-3.5" />
        )}
      </IconButton>
      <span role="status" className="sr-only">
        {isCopied ? "Copied" : ""}
      </span>
    </>
  );
}
