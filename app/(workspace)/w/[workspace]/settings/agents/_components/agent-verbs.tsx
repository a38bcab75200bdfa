"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { AgentView } from "@/lib/domain/agent";
import { AskAgain } from "../../_components/ask-again";
import { useAskDesk } from "../../_components/use-ask-desk";
import { ChangeAgent } from "./change-agent";

type Props = { agent: AgentView; owners: { id: string; name: string }[]; myId: string };

/** What the reader may do about an agent: stop it or let it go on at one press; change it; take it off the desk. */
export function AgentVerbs({ agent, owners, myId }: Props) {
  const { ask, busy, wrong } = useAskDesk();
  const [changing, setChanging] = useState(false);
  const { id, name, can } = agent;
  return (
    <div className="flex flex-col items-end gap-2">
      <div className="flex flex-wrap justify-end gap-2">
        {can.pause ? (
          <Button
            size="sm"
            aria-label={`Pause ${name}`}
            busy={busy !== ""}
            onClick={() => void ask(`agents/${id}/pause`, {})}
          >
            Pause
          </Button>
        ) : null}
        {can.wake ? (
          <Button
            size="sm"
            aria-label={`Wake ${name}`}
            busy={busy !== ""}
            onClick={() => void ask(`agents/${id}/wake`, {})}
          >
            Wake
          </Button>
        ) : null}
        {can.change ? (
          <>
            <Button size="sm" aria-label={`Change ${name}`} onClick={() => setChanging(true)}>
              Change
            </Button>
            <AskAgain
              verb="Remove"
              fullVerb={`Remove ${name}`}
              title={`Remove ${name}?`}
              keep="Keep it"
              size="sm"
              busy={busy.endsWith("remove")}
              wrong={wrong.form}
              onYes={async () => (await ask(`agents/${id}/remove`, {})) !== null}
            >
              <p>It loses this desk and its tokens at once, for good. What it did stays in the history.</p>
            </AskAgain>
          </>
        ) : null}
      </div>
      {wrong.form ? (
        <Notice tone="late" role="alert">
          {wrong.form}
        </Notice>
      ) : null}
      {changing ? (
        <ChangeAgent agent={agent} owners={owners} myId={myId} onClose={() => setChanging(false)} />
      ) : null}
    </div>
  );
}
