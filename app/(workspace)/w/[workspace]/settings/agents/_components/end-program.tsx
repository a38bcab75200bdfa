"use client";

import type { ProgramView } from "@/lib/domain/program";
import { AskAgain } from "../../_components/ask-again";
import { useAskDesk } from "../../_components/use-ask-desk";

type Props = { program: Pick<ProgramView, "id" | "version" | "name" | "agent"> };

/** Sends a program away, once it was said what that means. */
export function EndProgram({ program }: Props) {
  const { ask, busy, wrong } = useAskDesk();
  const { id, version, name, agent } = program;
  return (
    <AskAgain
      verb="End"
      fullVerb={`End ${name}`}
      title={`End ${name}?`}
      keep="Keep it"
      size="sm"
      busy={busy !== ""}
      wrong={wrong.form}
      onYes={async () => (await ask(`programs/${id}/end`, { version })) !== null}
    >
      <p>
        It is signed out at once, and {agent.name} does nothing through it any more. To come back it has to be
        let in again.
      </p>
    </AskAgain>
  );
}
