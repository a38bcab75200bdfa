"use client";

import { type ComponentProps, useActionState, useSyncExternalStore } from "react";
import { ColourChoice } from "@/app/_components/colour-choice";
import { ZoneChoice } from "@/app/_components/zone-choice";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { type FormState, untouchedForm } from "@/lib/actions/form-state";

type Ask = "code" | "name" | "email" | "desk";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** What is asked besides the desk's zone and colour, with what stands there before anybody types. */
  asks: Partial<Record<Ask, string>>;
  /** The secret of the invitation with which it is founded. */
  token?: string;
  colour: string;
  zones: readonly string[];
  serverZone: string;
  label: string;
};

const fields: Record<Ask, ComponentProps<typeof TextInput>> = {
  code: {
    label: "Setup code",
    hint: "npm start printed it when this server started.",
    autoComplete: "off",
    spellCheck: false,
  },
  name: { label: "Your name", autoComplete: "name" },
  email: {
    label: "Your e-mail address",
    type: "email",
    autoComplete: "email",
    autoCapitalize: "none",
    hint: "Links to sign in again are mailed here.",
  },
  desk: {
    label: "Name of the desk",
    hint: "It tells this desk from your others.",
    autoComplete: "off",
  },
};

const order: readonly Ask[] = ["code", "name", "email", "desk"];
const never = () => () => undefined;

/** Founds a desk: the first one, another one, or one that somebody was invited to. The browser knows its time zone better than the server does. */
export function FoundingForm({ action, asks, token, colour, zones, serverZone, label }: Props) {
  const [state, send, busy] = useActionState(action, untouchedForm);
  const here = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zone = useSyncExternalStore(never, here, () => serverZone);
  const { typed, fields: wrong } = state;
  return (
    <form action={send} noValidate className="flex flex-col gap-4">
      {state.problem ? (
        <Notice tone="late" role="alert">
          {state.problem}
        </Notice>
      ) : null}
      {token === undefined ? null : <input type="hidden" name="token" value={token} />}
      {order.map((ask) =>
        asks[ask] === undefined ? null : (
          <TextInput
            key={ask}
            {...fields[ask]}
            name={ask}
            defaultValue={typed[ask] ?? asks[ask]}
            error={wrong[ask]}
          />
        ),
      )}
      <ZoneChoice key={zone} zones={zones} chosen={typed.zone ?? zone} error={wrong.zone} />
      <ColourChoice chosen={typed.colour ?? colour} error={wrong.colour} />
      <Button type="submit" variant="primary" size="lg" wide busy={busy}>
        {label}
      </Button>
    </form>
  );
}
