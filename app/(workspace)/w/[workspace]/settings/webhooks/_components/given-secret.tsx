"use client";

import { useEffect, useRef } from "react";
import { CopyButton } from "@/components/people/copy-button";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { Sheet } from "@/components/ui/sheet";

type Props = { name: string; secret: string; onDone: () => void };

/** A new secret, this once: whoever receives what is told checks by it that it comes from here. */
export function GivenSecret({ name, secret, onDone }: Props) {
  const ref = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another secret is given.
  useEffect(() => {
    // A window that asked gives the focus back when it closes; this comes after.
    const wait = setTimeout(() => ref.current?.focus(), 100);
    return () => clearTimeout(wait);
  }, [secret]);
  return (
    <Sheet aria-label={`Secret of ${name}`} className="flex flex-col gap-2">
      <label htmlFor="given-secret" className="font-medium">
        Secret of <bdi>{name}</bdi>
      </label>
      <div className="flex items-center gap-2">
        <input
          ref={ref}
          id="given-secret"
          readOnly
          dir="ltr"
          value={secret}
          aria-describedby="given-secret-once"
          className={`${controlClass} font-mono text-[0.8125rem]`}
          onFocus={({ currentTarget: all }) => all.setSelectionRange(0, all.value.length, "backward")}
        />
        <CopyButton text={secret} />
      </div>
      <p id="given-secret-once" className="max-w-prose text-[0.8125rem] text-muted">
        It is shown this once. Everything that is told is signed with it, the way Standard Webhooks says, so
        that the receiver knows that it comes from here.
      </p>
      <div>
        <Button size="sm" onClick={onDone}>
          I have it
        </Button>
      </div>
    </Sheet>
  );
}
