"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { untouchedForm } from "@/lib/actions/form-state";
import { remove } from "../actions";

type Props = { workspace: string; userId: string; name: string };

/** Removes somebody from the desk, once it was said what that means. */
export function RemoveMember({ workspace, userId, name }: Props) {
  const [asking, setAsking] = useState(false);
  const [state, send, busy] = useActionState(remove, untouchedForm);
  const form = `remove-${userId}`;
  return (
    <>
      <Button variant="danger" size="sm" onClick={() => setAsking(true)} aria-label={`Remove ${name}`}>
        Remove
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Remove ${name}?`}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>Keep them</Button>
            <Button type="submit" form={form} variant="danger" busy={busy}>
              Remove {name}
            </Button>
          </>
        }
      >
        <form id={form} action={send} className="flex flex-col gap-3">
          <input type="hidden" name="workspace" value={workspace} />
          <input type="hidden" name="id" value={userId} />
          <p>
            They lose this desk at once, also where they have it open now. What they did stays in the history,
            and you can invite them again.
          </p>
          {state.problem ? (
            <Notice tone="late" role="alert">
              {state.problem}
            </Notice>
          ) : null}
        </form>
      </Dialog>
    </>
  );
}
