"use client";

import { type FormEvent, useState } from "react";
import { type Chosen, PersonField } from "@/app/(workspace)/w/[workspace]/_components/person-field";
import { EntryFoot } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/entry-foot";
import type { PersonPage } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/use-person";
import { Select, TextInput } from "@/components/ui/field";
import { firstName } from "@/lib/domain/person/first-name";
import { type RelationKind, relationKinds, relationWords, sayRelation } from "@/lib/domain/person/relation";

type Done = { id: string; version: number };

/** Who somebody is to the person: one of the desk, or a name alone. The sentence below says what will be written. */
export function RelationForm({ page, onClose }: { page: PersonPage; onClose: () => void }) {
  const { person, act } = page;
  const [kind, setKind] = useState<RelationKind>("partner");
  const [other, setOther] = useState<Chosen>({ id: null, name: "" });
  const [note, setNote] = useState("");
  const [isPrivate, setPrivate] = useState(false);
  const [problem, setProblem] = useState("");
  const otherName = other.name.trim();

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    const ends = other.id ? { otherId: other.id } : { otherName };
    const no = await act<Done>({
      path: `people/${person.id}/relations`,
      input: { kind, note, isPrivate, ...ends },
      quiet: true,
      says: ({ id, version }) => ({
        text: "Written down.",
        back: { path: `relations/${id}/remove`, input: { version } },
      }),
    });
    if (no === null) return onClose();
    setProblem(no.refusal?.code === "invalid" ? (no.refusal.fields.otherName ?? no.sentence) : no.sentence);
  }

  return (
    <form
      noValidate
      aria-label="Somebody beside them"
      onSubmit={onSubmit}
      className="mt-3 flex flex-col gap-3 rounded-xl border border-line p-3"
    >
      <Select
        label="What they are"
        value={kind}
        onChange={(event) => setKind(event.target.value as RelationKind)}
      >
        {relationKinds.map((one) => (
          <option key={one} value={one}>
            {relationWords[one]}
          </option>
        ))}
      </Select>
      <PersonField
        label="Who"
        value={other}
        error={problem}
        orNameAlone
        except={person.id}
        onChange={(next) => {
          setProblem("");
          setOther(next);
        }}
      />
      <TextInput
        label="A word beside it, if it helps"
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.target.value)}
      />
      {otherName ? (
        <p role="status" className="wrap-anywhere text-[0.8125rem] text-muted">
          {sayRelation(firstName(person.name), kind, firstName(otherName))}.
        </p>
      ) : null}
      <EntryFoot
        page={page}
        does={"Write it down"}
        onClose={onClose}
        privacy={{ is: isPrivate, set: setPrivate }}
      />
    </form>
  );
}
