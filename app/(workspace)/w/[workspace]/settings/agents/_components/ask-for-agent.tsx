"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useAskDesk } from "../../_components/use-ask-desk";

/** Puts the wish for an agent before the client, as a task that waits for them. */
export function AskForAgent({ client }: { client: string }) {
  const { ask, busy, wrong } = useAskDesk();
  const [isAsked, setAsked] = useState(false);
  const task = {
    kind: "other",
    tag: "must-be-you",
    state: "client",
    title: "Add an agent to this desk?",
    note: "An AI assistant could prepare some of this. You add it under Settings, Agents, and say what it may and who answers for it.",
  };
  return (
    <div className="mt-2 flex flex-col items-start gap-2">
      {isAsked ? (
        <p role="status">{client} finds it among what waits for them.</p>
      ) : (
        <Button
          size="sm"
          busy={busy !== ""}
          onClick={async () => setAsked((await ask("tasks", task)) !== null)}
        >
          Ask {client}
        </Button>
      )}
      {wrong.form ? (
        <Notice tone="late" role="alert">
          {wrong.form}
        </Notice>
      ) : null}
    </div>
  );
}
