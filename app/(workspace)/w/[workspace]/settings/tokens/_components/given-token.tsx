"use client";

import { useEffect, useRef, useState } from "react";
import { AgentBadge } from "@/components/ui/agent-badge";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import type { MadeToken } from "./make-token";

/** A new token's secret, this once: to be copied into the program that it is for. */
export function GivenToken({ made, onDone }: { made: MadeToken; onDone: () => void }) {
  const ref = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState("");
  useEffect(() => {
    ref.current?.focus();
    ref.current?.scrollIntoView({ block: "center" });
  }, []);

  async function copy() {
    try {
      await navigator.clipboard.writeText(made.token);
      setSaid("Copied.");
    } catch {
      ref.current?.select();
      setSaid("This browser does not let us copy it. It is selected, so that you can.");
    }
  }

  return (
    <Sheet aria-label={`Token for ${made.name}`} className="flex flex-col gap-2">
      <label htmlFor="given-token" className="font-medium">
        Token for <bdi>{made.name}</bdi>
      </label>
      <div className="flex flex-wrap items-center gap-2">
        <input
          ref={ref}
          id="given-token"
          readOnly
          dir="ltr"
          value={made.token}
          aria-describedby="given-token-once"
          className={`${controlClass} min-w-0 flex-1 basis-56 font-mono text-[0.8125rem]`}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <Button onClick={() => void copy()}>Copy</Button>
      </div>
      <p role="status" className="text-[0.8125rem] text-muted">
        {said}
      </p>
      <Notice tone="gold">
        <span id="given-token-once">
          It is shown this once, and nobody can tell it again. Keep it as you keep a password: whoever has it
          does what it is for, in{" "}
          {made.agent === null ? (
            "your name"
          ) : (
            <>
              the name of <bdi>{made.agent}</bdi>
              <AgentBadge />
            </>
          )}
          . Should it go astray, end it below.
        </span>
      </Notice>
      <div>
        <Button onClick={onDone}>I have it</Button>
      </div>
    </Sheet>
  );
}
