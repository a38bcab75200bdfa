"use client";

import { useEffect, useRef } from "react";
import { webcalOf } from "@/components/calendar/feed-words";
import { CopyButton } from "@/components/people/copy-button";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { Sheet } from "@/components/ui/sheet";

/** A new address, this once: to be copied, or opened by the program that is to read it. */
export function GivenAddress({
  name,
  address,
  onDone,
}: {
  name: string;
  address: string;
  onDone: () => void;
}) {
  const ref = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another address is given.
  useEffect(() => {
    // A window that asked gives the focus back when it closes; this comes after.
    const wait = setTimeout(() => ref.current?.focus(), 100);
    return () => clearTimeout(wait);
  }, [address]);
  return (
    <Sheet aria-label={`Address of ${name}`} className="flex flex-col gap-2">
      <label htmlFor="given-address" className="font-medium">
        Address of <bdi>{name}</bdi>
      </label>
      <div className="flex items-center gap-2">
        <input
          ref={ref}
          id="given-address"
          readOnly
          dir="ltr"
          value={address}
          aria-describedby="given-address-once"
          className={`${controlClass} font-mono text-[0.8125rem]`}
          onFocus={({ currentTarget: all }) => all.setSelectionRange(0, all.value.length, "backward")}
        />
        <CopyButton text={address} />
      </div>
      <p id="given-address-once" className="max-w-prose text-[0.8125rem] text-muted">
        It is shown this once. Whoever has it can read this calendar, so give it to your own programs only;
        when it went astray, make a new one and the old one opens nothing.
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <a href={webcalOf(address)} className="touchable font-medium underline underline-offset-2">
          Open in a calendar program
        </a>
        <Button size="sm" onClick={onDone}>
          I have it
        </Button>
      </div>
    </Sheet>
  );
}
