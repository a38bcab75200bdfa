"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { untouchedForm } from "@/lib/actions/form-state";
import { accept } from "../actions";

type Props = { token: string; isNewcomer: boolean; guessedName: string; label: string };

/** Accepts an invitation; whoever is new here says what they are called. */
export function AcceptForm({ token, isNewcomer, guessedName, label }: Props) {
  const [state, send, busy] = useActionState(accept, untouchedForm);
  return (
    <form action={send} noValidate className="flex flex-col gap-4">
      {state.problem ? (
        <Notice tone="late" role="alert">
          {state.problem}
        </Notice>
      ) : null}
      <input type="hidden" name="token" value={token} />
      {isNewcomer ? (
        <TextInput
          label="Your name"
          name="name"
          autoComplete="name"
          defaultValue={state.typed.name ?? guessedName}
          error={state.fields.name}
        />
      ) : null}
      <Button type="submit" variant="primary" size="lg" wide busy={busy}>
        {label}
      </Button>
    </form>
  );
}
