"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { lateWindow } from "@/components/ui/late-part";

const WhisperDialog = lateWindow(() =>
  import("@/app/(workspace)/w/[workspace]/_components/whisper").then((m) => m.WhisperDialog),
);

/** The way to what one should know of the person before one decides. */
export function WhisperButton({ personId }: { personId: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button className="-my-1 self-start" onClick={() => setOpen(true)}>
        Whisper card
      </Button>
      {isOpen ? <WhisperDialog personId={personId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
