"use client";

import { useActionState, useSyncExternalStore } from "react";
import { ColourChoice } from "@/app/_components/colour-choice";
import { ZoneChoice } from "@/app/_components/zone-choice";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { untouchedForm } from "@/lib/actions/form-state";
import { makeFirstDesk } from "../actions";

type Props = { zones: readonly string[]; serverZone: string; needsCode: boolean };

const never = () => () => undefined;

/** Makes the first person and their desk. The browser knows its time zone better than the server does. */
export function FirstDeskForm({ zones, serverZone, needsCode }: Props) {
  const [state, send, busy] = useActionState(makeFirstDesk, untouchedForm);
  const here = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zone = useSyncExternalStore(never, here, () => serverZone);
  const { typed, fields } = state;
  return (
    <form action={send} noValidate className="flex flex-col gap-4">
      {state.problem ? (
        <Notice tone="late" role="alert">
          {state.problem}
        </Notice>
      ) : null}
      {needsCode ? (
        <TextInput
          label="Setup code"
          name="code"
          hint="npm start printed it when this server started."
          autoComplete="off"
          spellCheck={false}
          defaultValue={typed.code}
          error={fields.code}
        />
      ) : null}
      <TextInput
        label="Your name"
        name="name"
        autoComplete="name"
        defaultValue={typed.name}
        error={fields.name}
      />
      <TextInput
        label="Your e-mail address"
        name="email"
        type="email"
        autoComplete="email"
        autoCapitalize="none"
        hint="Links to sign in again are mailed here."
        defaultValue={typed.email}
        error={fields.email}
      />
      <ZoneChoice key={zone} zones={zones} chosen={typed.zone ?? zone} error={fields.zone} />
      <ColourChoice chosen={typed.colour ?? "blue"} error={fields.colour} />
      <Button type="submit" variant="primary" size="lg" wide busy={busy}>
        Make my desk
      </Button>
    </form>
  );
}
