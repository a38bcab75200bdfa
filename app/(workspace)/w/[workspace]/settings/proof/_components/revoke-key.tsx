"use client";

import { AskAgain } from "../../_components/ask-again";
import { useAskDesk } from "../../_components/use-ask-desk";

type Props = { id: string; version: number; proofs: number; name: string };

/** Takes a key's word back for good, after asking again. */
export function RevokeKey({ id, version, proofs, name }: Props) {
  const { ask, busy, wrong } = useAskDesk();
  const many = proofs === 1 ? "the one message" : `the ${proofs} messages`;
  return (
    <AskAgain
      verb="Revoke this key"
      fullVerb={`Revoke the key ${name}`}
      title="Revoke this key?"
      keep="Keep it"
      size="sm"
      busy={busy !== ""}
      wrong={wrong.form}
      onYes={async () => (await ask(`proof-keys/${id}/revoke`, { version })) !== null}
    >
      <p>
        {proofs === 0
          ? "It has signed nothing yet, and will sign nothing any more."
          : `Whoever looks at the proof of ${many} that it signed will read that it no longer holds.`}{" "}
        This cannot be undone. Do it when somebody else may have had the key; to change it now and then, make
        a new one instead.
      </p>
    </AskAgain>
  );
}
