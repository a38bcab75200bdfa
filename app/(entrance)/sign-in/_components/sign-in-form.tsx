"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { untouchedForm } from "@/lib/actions/form-state";
import { askForLink } from "../actions";

type Props = {
  next: string;
  email?: string;
  /** Something else on the page is what most people want. */
  isAside?: boolean;
};

/** Asks for a sign-in link. What was typed stays when something is wrong with it. */
export function SignInForm({ next, email = "", isAside = false }: Props) {
  const [state, send, busy] = useActionState(askForLink, untouchedForm);
  return (
    <form action={send} noValidate className="flex flex-col gap-4">
      {state.problem ? (
        <Notice tone="late" role="alert">
          {state.problem}
        </Notice>
      ) : null}
      <input type="hidden" name="next" value={next} />
      <TextInput
        label="Your e-mail address"
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={state.typed.email ?? email}
        error={state.fields.email}
      />
      <Button type="submit" variant={isAside ? "secondary" : "primary"} size="lg" wide busy={busy}>
        Mail me a link
      </Button>
    </form>
  );
}
