"use client";

import { type FormEvent, useState } from "react";
import { aboutKey } from "@/app/(workspace)/w/[workspace]/_components/kept-words";
import { useKeptValues } from "@/app/(workspace)/w/[workspace]/_components/use-kept-values";
import { EntryFoot } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/entry-foot";
import type { PersonPage } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/use-person";
import { Select, TextInput } from "@/components/ui/field";
import { sendByKey } from "@/components/ui/send-by-key";
import { useDesk } from "@/components/workspace/desk-context";
import { firstName } from "@/lib/domain/person/first-name";
import type { Promiser } from "@/lib/domain/person/promise";

type Done = { id: string; version: number };
type Typed = { whose: Promiser; text: string; dueOn: string; isPrivate: boolean };

const empty: Typed = { whose: "client", text: "", dueOn: "", isPrivate: false };

/** A promise as it is typed: whose it is, what, and by when. It is kept in this tab until it is written down. */
export function PromiseForm({ page, onClose }: { page: PersonPage; onClose: () => void }) {
  const { person, isBusy, act } = page;
  const desk = useDesk();
  const { values, change, forget } = useKeptValues(aboutKey(desk, "promise", person.id), empty);
  const { whose, text, dueOn, isPrivate } = values;
  const [fields, setFields] = useState<Record<string, string>>({});

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    if (text.trim() === "") return setFields({ text: "Say what was promised." });
    const no = await act<Done>({
      path: `people/${person.id}/promises`,
      input: { whose, text, dueOn: dueOn || null, isPrivate },
      quiet: true,
      says: ({ id, version }) => ({
        text: "Written down.",
        back: { path: `promises/${id}/remove`, input: { version } },
      }),
    });
    if (no === null) {
      forget();
      return onClose();
    }
    setFields(no.refusal?.code === "invalid" ? no.refusal.fields : { text: no.sentence });
  }

  return (
    <form
      noValidate
      aria-label="A promise"
      onSubmit={onSubmit}
      onKeyDown={sendByKey}
      className="mt-3 flex flex-col gap-3 rounded-xl border border-line p-3"
    >
      <Select
        label="Who promised"
        value={whose}
        onChange={(event) => change({ whose: event.target.value as Promiser })}
      >
        <option value="client">{desk.role === "client" ? "You" : desk.clientShort}</option>
        <option value="person">{firstName(person.name)}</option>
      </Select>
      <TextInput
        label="What"
        value={text}
        maxLength={1000}
        error={fields.text}
        onChange={(event) => {
          setFields({});
          change({ text: event.target.value });
        }}
      />
      <TextInput
        label="By when, if a day was said"
        type="date"
        value={dueOn}
        error={fields.dueOn}
        onChange={(event) => change({ dueOn: event.target.value })}
      />
      <EntryFoot
        page={page}
        does={"Write it down"}
        onClose={onClose}
        privacy={{ is: isPrivate, set: (is) => change({ isPrivate: is }) }}
      />
    </form>
  );
}
