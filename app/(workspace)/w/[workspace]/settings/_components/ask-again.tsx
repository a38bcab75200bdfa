"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import type { ButtonSize } from "@/components/ui/button-class";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";

type Props = {
  /** What the button says, here and in the window. */
  verb: string;
  /** Its name for those who cannot see what it stands beside. */
  fullVerb?: string;
  title: string;
  keep: string;
  size?: ButtonSize;
  busy: boolean;
  wrong?: string;
  /** True when it was done. */
  onYes: () => Promise<boolean>;
  children: ReactNode;
};

/** A button for what cannot be taken back by pressing another: it says what will happen, and asks again. */
export function AskAgain({ verb, fullVerb, title, keep, size, busy, wrong, onYes, children }: Props) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="danger" size={size} onClick={() => setAsking(true)} aria-label={fullVerb}>
        {verb}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={title}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{keep}</Button>
            <Button variant="danger" busy={busy} onClick={async () => (await onYes()) && setAsking(false)}>
              {verb}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-3">
          {children}
          {wrong ? (
            <Notice tone="late" role="alert">
              {wrong}
            </Notice>
          ) : null}
        </div>
      </Dialog>
    </>
  );
}
