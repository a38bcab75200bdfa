"use client";

import { type FormEvent, useState } from "react";
import { useAskDesk } from "@/app/(workspace)/w/[workspace]/settings/_components/use-ask-desk";
import { Button } from "@/components/ui/button";
import { Checkbox, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useDesk } from "@/components/workspace/desk-context";
import type { CalendarSource } from "@/lib/domain/calendar/source";
import { whatPrivateMeans } from "./choose-calendars";

const STAYS = "Leave it empty to keep the one there is.";

/** What a calendar is called, who sees what is in it, whether it takes what is made here, and how to get at it. */
export function CalendarForm({ calendar }: { calendar: CalendarSource }) {
  const { assistantShort } = useDesk();
  const { ask, busy, wrong } = useAskDesk();
  const isServer = calendar.kind === "caldav";
  const { name, isPrivate, takesOurs, username } = calendar;
  const [typed, setTyped] = useState({ name, username: username ?? "", address: "", password: "" });
  const [said, setSaid] = useState({ isPrivate, takesOurs });
  const [done, setDone] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setDone(false);
    const { username: user, password, ...rest } = typed;
    const input = {
      ...rest,
      isPrivate: said.isPrivate,
      ...(isServer ? { username: user, password, takesOurs: said.takesOurs } : {}),
      version: calendar.version,
    };
    if ((await ask(`calendars/${calendar.id}/edit`, input, "edit")) === null) return;
    setTyped({ ...typed, address: "", password: "" });
    setDone(true);
  }

  const field = (key: keyof typeof typed) => ({
    name: key,
    value: typed[key],
    error: wrong[key],
    autoComplete: "off",
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [key]: event.target.value }),
  });
  return (
    <form
      onSubmit={save}
      noValidate
      className="flex flex-col gap-4 rounded-sheet border border-line bg-sheet p-4"
    >
      <TextInput {...field("name")} label="What you call it" />
      <Said
        label="Private"
        hint={`${whatPrivateMeans(assistantShort)} Open again, only what comes new is open; what was private stays so.`}
        checked={said.isPrivate}
        onChange={(value) => setSaid({ ...said, isPrivate: value })}
      />
      {isServer ? (
        <Said
          label="Takes what is made in Firsthand"
          hint="What is made in Firsthand is written there too, so that it is on your phone. One calendar at most does this."
          checked={said.takesOurs}
          error={wrong.takesOurs}
          onChange={(value) => setSaid({ ...said, takesOurs: value })}
        />
      ) : null}
      <div className="grid items-start gap-3 border-t border-line pt-4 sm:grid-cols-2">
        <TextInput
          {...field("address")}
          label="Address"
          hint={`At ${calendar.host ?? ""}. ${STAYS}`}
          className="sm:col-span-2"
          autoCapitalize="none"
          spellCheck={false}
          inputMode="url"
        />
        {isServer ? (
          <>
            <TextInput
              {...field("username")}
              label="User name"
              hint="As the server knows you."
              autoCapitalize="none"
              spellCheck={false}
            />
            <TextInput
              {...field("password")}
              label="Password"
              hint={STAYS}
              type="password"
              autoComplete="new-password"
            />
          </>
        ) : null}
      </div>
      {wrong.form ? (
        <Notice tone="late" role="alert">
          {wrong.form}
        </Notice>
      ) : null}
      <div className="flex items-center gap-3">
        <Button type="submit" busy={busy === "edit"}>
          Save
        </Button>
        <p role="status" className="text-ok">
          {done ? "Saved." : ""}
        </p>
      </div>
    </form>
  );
}

type SaidProps = {
  label: string;
  hint: string;
  checked: boolean;
  error?: string;
  onChange: (checked: boolean) => void;
};

function Said({ label, hint, checked, error, onChange }: SaidProps) {
  return (
    <div>
      <Checkbox
        label={
          <>
            {label}
            <span className="block text-[0.8125rem] text-muted">{hint}</span>
          </>
        }
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      {error ? (
        <p role="alert" className="text-[0.8125rem] text-late">
          {error}
        </p>
      ) : null}
    </div>
  );
}
