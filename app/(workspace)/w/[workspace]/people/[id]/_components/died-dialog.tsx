"use client";

import { type FormEvent, useId, useState } from "react";
import type { PersonPage } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/use-person";
import { sayStays } from "@/components/people/say-stays";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Checkbox, TextInput } from "@/components/ui/field";
import { useDesk } from "@/components/workspace/desk-context";

type Props = { page: PersonPage; open: boolean; onClose: () => void };
type Done = { version: number; takenBack: number; stays: number };

/** Says that somebody has died: when, where that is known, and whether their days are to be kept. */
export function DiedDialog({ page, open, onClose }: Props) {
  const { person, isBusy, act } = page;
  const desk = useDesk();
  const form = useId();
  const [diedOn, setDiedOn] = useState(person.diedOn ?? "");
  const [isRemembered, setRemembered] = useState(person.isRemembered);
  const [problem, setProblem] = useState("");

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    const before = { diedOn: person.diedOn, isRemembered: person.isRemembered };
    const no = await act<Done>({
      path: `people/${person.id}/died`,
      input: { diedOn: diedOn || null, isRemembered, version: person.version },
      quiet: true,
      says: ({ version, stays }) => ({
        text: `Written down.${sayStays(stays, desk.role === "client" ? "you" : desk.clientShort)}`,
        back: person.isDead
          ? { path: `people/${person.id}/died`, input: { ...before, version } }
          : { path: `people/${person.id}/living`, input: { version } },
      }),
    });
    setProblem(no?.sentence ?? "");
    if (no === null) onClose();
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={person.isDead ? "The day they died" : "They have died"}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Not now
          </Button>
          <Button type="submit" form={form} variant="primary" busy={isBusy}>
            Write it down
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
        <p dir="auto" className="wrap-anywhere font-medium">
          {person.name}
        </p>
        <p>No birthday and no reminder to be in touch any more. Everything about them stays here.</p>
        <TextInput
          label="On which day, if you know"
          type="date"
          value={diedOn}
          error={problem}
          onChange={(event) => setDiedOn(event.target.value)}
        />
        <Checkbox
          label="Remember them every year: quietly, on that day and on their birthday"
          checked={isRemembered}
          onChange={(event) => setRemembered(event.target.checked)}
        />
      </form>
    </Dialog>
  );
}
