"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { SignInFields } from "@/app/(workspace)/w/[workspace]/settings/_components/sign-in-fields";
import { useAskDesk } from "@/app/(workspace)/w/[workspace]/settings/_components/use-ask-desk";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useDesk } from "@/components/workspace/desk-context";
import type { FoundAtAddress } from "@/lib/domain/calendar/source";
import { ChooseCalendars, type Chosen, chosenOf, toAdd } from "./choose-calendars";

const nothing = { address: "", username: "", password: "" };

/**
 * Adds calendars in two steps: first it is looked what is behind an address, then one chooses. User name and password are asked for
 * where a server wants them, and stay in this form.
 */
export function AddCalendar() {
  const { slug } = useDesk();
  const router = useRouter();
  const { ask, busy, wrong } = useAskDesk();
  const [typed, setTyped] = useState(nothing);
  const [signsIn, setSignsIn] = useState(false);
  const [found, setFound] = useState<FoundAtAddress | null>(null);
  const [chosen, setChosen] = useState<Chosen>({ places: [], isPrivate: false });
  const asksWho = signsIn || wrong.username !== undefined;

  async function send(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (found === null) {
      const signIn = asksWho ? typed : { ...nothing, address: typed.address };
      const answer = await ask<FoundAtAddress>("calendars/look", signIn);
      if (answer === null) return setSignsIn(asksWho);
      setFound(answer);
      setChosen(chosenOf(answer));
      return;
    }
    const added: string[] = [];
    for (const input of toAdd(found, chosen, typed)) {
      const made = await ask<{ id: string }>("calendars", input);
      if (made === null) break;
      added.push(made.id);
      setChosen((before) => ({
        ...before,
        places: before.places.map((one) => (one.url === input.address ? { ...one, isTaken: false } : one)),
      }));
    }
    if (added.length === 1) router.push(`/w/${slug}/settings/calendars/${added[0]}`);
    else if (added.length > 1) startOver();
  }

  function startOver() {
    setFound(null);
    setTyped(nothing);
    setSignsIn(false);
  }

  const field = (name: keyof typeof nothing) => ({
    name,
    value: typed[name],
    error: name === "username" && !signsIn ? undefined : wrong[name],
    disabled: found !== null,
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
    autoCapitalize: "none",
    spellCheck: false,
  });
  return (
    <form
      onSubmit={send}
      noValidate
      className="flex flex-col gap-3 rounded-sheet border border-line bg-sheet p-4"
    >
      <TextInput
        {...field("address")}
        label="Address"
        hint="Of one calendar (https://… or webcal://…), or of your calendar server (dav.example.com)"
        autoComplete="off"
        inputMode="url"
      />
      {asksWho && found?.feed == null ? (
        <>
          {wrong.username && !signsIn ? <Notice role="status">{wrong.username}</Notice> : null}
          <SignInFields field={field} />
        </>
      ) : null}
      {found ? <ChooseCalendars found={found} chosen={chosen} wrong={wrong} onChoose={setChosen} /> : null}
      {wrong.form ? (
        <Notice tone="late" role="alert">
          {wrong.form}
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          variant="primary"
          busy={busy !== ""}
          disabled={found !== null && chosen.places.every((one) => !one.isTaken)}
        >
          {found === null ? "Look what is there" : "Add what is chosen"}
        </Button>
        {found ? <Button onClick={startOver}>Another address</Button> : null}
        {found === null && !asksWho ? (
          <Button variant="quiet" onClick={() => setSignsIn(true)}>
            It asks for a password
          </Button>
        ) : null}
      </div>
      <p role="status" className="text-[0.8125rem] text-muted empty:hidden">
        {busy ? "Asking there. A slow server may take half a minute." : ""}
      </p>
    </form>
  );
}
