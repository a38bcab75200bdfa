"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useAskDesk } from "../../_components/use-ask-desk";

/** Makes a key that signs from now on. */
export function NewKey({ isFirst }: { isFirst: boolean }) {
  const { ask, busy, wrong } = useAskDesk();
  return (
    <div className="flex flex-col items-start gap-2">
      {wrong.form ? (
        <Notice tone="late" role="alert">
          {wrong.form}
        </Notice>
      ) : null}
      <Button busy={busy !== ""} onClick={() => void ask("proof-keys", {})}>
        {isFirst ? "Make a key now" : "Make a new key"}
      </Button>
    </div>
  );
}
