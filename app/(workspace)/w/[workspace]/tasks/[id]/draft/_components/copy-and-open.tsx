"use client";

import { ExternalLink } from "lucide-react";
import { useEffect, useState } from "react";
import { keep, read } from "@/app/(workspace)/w/[workspace]/_components/use-kept";
import type { DraftHand } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/use-draft";
import { howToOpen } from "@/components/drafts/how-to-open";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useKeys } from "@/components/ui/use-keys";
import { useDesk } from "@/components/workspace/desk-context";
import { wordsByHand } from "@/lib/domain/draft/by-hand";

/** Approved words for a place without mail: exactly these on the clipboard, the page opened, and then one question. */
export function CopyAndOpen({ hand }: { hand: DraftHand }) {
  const { draft, act, isBusy } = hand;
  const desk = useDesk();
  const place = howToOpen(draft);
  const key = `firsthand:copied:${draft.id}:${draft.latest}`;
  const [isAsked, setAsked] = useState(false);
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => setAsked(read(key) !== null), [key]);

  async function copy() {
    const words = wordsByHand(draft.text, {
      signature: draft.account?.signature ?? "",
      proof: draft.proof,
    });
    const isCopied = await navigator.clipboard.writeText(words).then(
      () => true,
      () => false,
    );
    // Without the words in hand the page is of no use: they are shown for copying first.
    setCopied(isCopied);
    if (isCopied && place) window.open(place.href, "_blank", "noopener,noreferrer");
    keep(key, "1");
    setAsked(true);
  }
  function notYet() {
    keep(key, "");
    setAsked(false);
  }
  const wentOut = () =>
    act({
      path: `drafts/${draft.id}/went-out`,
      input: { latest: draft.latest },
      says: "It went out, and the task is done.",
    });
  useKeys(!isAsked, { o: () => void copy() });
  useKeys(isAsked && draft.can.sayWentOut, { y: () => void wentOut(), n: notYet });

  if (!draft.can.sayWentOut)
    return <p className="text-[0.8125rem] text-muted">Only {desk.clientShort} can say that this went out.</p>;
  if (isAsked)
    return (
      <section aria-label="Did it go out?" className="flex w-full flex-col gap-2">
        {copied === false ? (
          <Notice tone="late" role="alert">
            This browser keeps the clipboard to itself. Copy the words above by hand
            {place ? ", then open the page:" : "."}{" "}
            {place ? (
              <a href={place.href} target="_blank" rel="noreferrer noopener" className="underline">
                open {place.name}
              </a>
            ) : null}
          </Notice>
        ) : null}
        <div className="flex flex-wrap items-center gap-2">
          <p className="me-1 font-medium" role="status">
            {copied ? "The words are on the clipboard. " : ""}Did it go out?
          </p>
          <Button variant="primary" shortcut="Y" busy={isBusy} onClick={() => void wentOut()}>
            Yes, it went out
          </Button>
          <Button shortcut="N" onClick={notYet}>
            Not yet
          </Button>
        </div>
      </section>
    );
  return (
    <>
      <Button
        variant="primary"
        shortcut="O"
        icon={place ? <ExternalLink aria-hidden="true" className="size-4" /> : undefined}
        onClick={() => void copy()}
      >
        {place ? `Copy and open ${place.name}` : "Copy the words"}
      </Button>
      <Button variant="quiet" onClick={() => setAsked(true)}>
        It went out
      </Button>
    </>
  );
}
