"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/field";
import { useDesk } from "@/components/workspace/desk-context";

type Props = { reason: string; onReason: (reason: string) => void; onClose: () => void; onAsk: () => void };

/** Sending a draft back, with what should be different. */
export function ChangesDialog({ reason, onReason, onClose, onAsk }: Props) {
  const { assistantShort } = useDesk();
  const [error, setError] = useState("");
  function ask(from: Element) {
    if (reason.trim() === "") return setError("Say what should be different.");
    // Closed by itself, a window gives the focus back to where it was.
    from.closest("dialog")?.close();
    onAsk();
  }
  return (
    <Dialog
      open
      title="Ask for changes"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Not now</Button>
          <Button variant="primary" shortcut="Ctrl ⏎" onClick={(event) => ask(event.currentTarget)}>
            Ask for changes
          </Button>
        </>
      }
    >
      <TextArea
        label="What should be different?"
        hint={`For ${assistantShort}: “warmer, mention the bike trip”.`}
        rows={4}
        maxLength={5000}
        error={error}
        value={reason}
        onChange={(event) => onReason(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          ask(event.currentTarget);
        }}
      />
    </Dialog>
  );
}
