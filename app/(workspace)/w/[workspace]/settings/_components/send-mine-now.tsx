"use client";

import { type ReactNode, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { untouchedForm } from "@/lib/actions/form-state";
import { sendMineNow } from "../mail-actions";

/** Mails the reader their own list at once. `mailboxLink` leads to the mail where none is sent. */
export function SendMineNow({ workspace, mailboxLink }: { workspace: string; mailboxLink: ReactNode }) {
  const [state, send, busy] = useActionState(sendMineNow, untouchedForm);
  return (
    <form action={send} className="flex flex-col items-start gap-3">
      <input type="hidden" name="workspace" value={workspace} />
      <Button type="submit" busy={busy}>
        Send me one now
      </Button>
      {state.problem ? (
        <Notice tone="late" role="alert">
          {state.problem}
        </Notice>
      ) : null}
      {state.done ? (
        <Notice tone="ok" role="status">
          {state.done} {mailboxLink}
        </Notice>
      ) : null}
    </form>
  );
}
