"use client";

import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { aboutKey } from "@/app/(workspace)/w/[workspace]/_components/kept-words";
import { useKeptValues } from "@/app/(workspace)/w/[workspace]/_components/use-kept-values";
import { EntryFoot } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/entry-foot";
import type { PersonPage } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/use-person";
import { factHeadings } from "@/components/people/words";
import { Select, TextInput } from "@/components/ui/field";
import { sendByKey } from "@/components/ui/send-by-key";
import { useDesk } from "@/components/workspace/desk-context";
import { type FactKind, factKinds } from "@/lib/domain/person/fact";
import type { FactView } from "@/lib/domain/person/view";

type Done = { id: string; version: number };
type Props = { page: PersonPage; fact: FactView | null; onClose: () => void };
type Typed = { kind: FactKind; value: string; label: string; fromWhere: string; isPrivate: boolean };

/**
 * One fact as it is typed: a new one, or one that is changed. What is wrong stands at its field, and what was typed is kept in this
 * tab until it is written down.
 */
export function FactForm({ page, fact, onClose }: Props) {
  const { person, isBusy, act } = page;
  const where = fact ? `${fact.id}:${fact.version}` : person.id;
  const { values, change, forget } = useKeptValues<Typed>(aboutKey(useDesk(), "fact", where), {
    kind: fact?.kind ?? "like",
    value: fact?.value ?? "",
    label: fact?.label ?? "",
    fromWhere: "",
    isPrivate: false,
  });
  const { kind, value, label, fromWhere, isPrivate } = values;
  const [problem, setProblem] = useState("");
  const first = useRef<HTMLFormElement>(null);
  useEffect(() => first.current?.querySelector<HTMLElement>("input")?.focus(), []);

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    if (value.trim() === "") return setProblem("Write it down first.");
    const typed = { kind, value, label };
    const no = await act<Done>(
      fact
        ? {
            path: `facts/${fact.id}/edit`,
            input: { ...typed, version: fact.version },
            quiet: true,
            says: ({ version }) => ({
              text: "Changed.",
              back: {
                path: `facts/${fact.id}/edit`,
                input: { kind: fact.kind, value: fact.value, label: fact.label, version },
              },
            }),
          }
        : {
            path: `people/${person.id}/facts`,
            input: { ...typed, fromWhere, isPrivate },
            quiet: true,
            says: ({ id, version }) => ({
              text: "Written down.",
              back: { path: `facts/${id}/remove`, input: { version } },
            }),
          },
    );
    if (no === null) {
      forget();
      return onClose();
    }
    setProblem(no.refusal?.code === "invalid" ? (no.refusal.fields.value ?? no.sentence) : no.sentence);
  }

  return (
    <form
      ref={first}
      noValidate
      aria-label={fact ? "Change what is written" : "Something to remember"}
      onSubmit={onSubmit}
      onKeyDown={(event: KeyboardEvent<HTMLFormElement>) => {
        if (event.key === "Escape") onClose();
        else sendByKey(event);
      }}
      className="flex flex-col gap-3 rounded-xl border border-line p-3"
    >
      <div className="grid gap-3 sm:grid-cols-[11rem_minmax(0,1fr)]">
        <Select
          label="What it is"
          value={kind}
          onChange={(event) => change({ kind: event.target.value as FactKind })}
        >
          {factKinds.map((one) => (
            <option key={one} value={one}>
              {factHeadings[one]}
            </option>
          ))}
        </Select>
        <TextInput
          label="In words"
          value={value}
          maxLength={2000}
          error={problem}
          onChange={(event) => {
            setProblem("");
            change({ value: event.target.value });
          }}
        />
      </div>
      {fact ? (
        <TextInput
          label="A word beside it, if it helps"
          value={label}
          maxLength={60}
          onChange={(event) => change({ label: event.target.value })}
        />
      ) : (
        <TextInput
          label="From where, if you did not know it yourself"
          value={fromWhere}
          maxLength={300}
          onChange={(event) => change({ fromWhere: event.target.value })}
        />
      )}
      <EntryFoot
        page={page}
        does={fact ? "Change it" : "Write it down"}
        onClose={onClose}
        privacy={fact ? undefined : { is: isPrivate, set: (is) => change({ isPrivate: is }) }}
      />
    </form>
  );
}
