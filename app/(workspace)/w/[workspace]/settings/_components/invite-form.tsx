"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { invite } from "../actions";
import { useKeptForm } from "./use-kept-form";

const nothing = { email: "" };

/** Invites an assistant by mail. `mailboxLink` leads to the mail where none is sent. */
export function InviteForm({ workspace, mailboxLink }: { workspace: string; mailboxLink: ReactNode }) {
  const { state, send, busy, text, onSubmit } = useKeptForm("invitation", "", nothing, invite);
  return (
    <form
      action={send}
      onSubmit={onSubmit}
      noValidate
      className="flex flex-col gap-3 rounded-sheet border border-line bg-sheet p-4"
    >
      <input type="hidden" name="workspace" value={workspace} />
      <div className="flex flex-wrap items-start gap-3">
        <TextInput
          className="min-w-[min(14rem,100%)] flex-1"
          label="Their e-mail address"
          {...text("email")}
          type="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          hint="They get a link, good for two weeks. It is for this address alone."
          error={state.fields.email}
        />
        <Button type="submit" variant="primary" busy={busy} className="sm:mt-11.5">
          Send the invitation
        </Button>
      </div>
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
