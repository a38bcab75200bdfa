"use client";

import { useEffect, useState } from "react";
import { get, post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { keep, read } from "@/app/(workspace)/w/[workspace]/_components/use-kept";
import { keepStays } from "@/app/(workspace)/w/[workspace]/people/_components/what-stays";
import { type Merged, mergeTyped } from "@/components/people/merge-typed";
import {
  emptyPerson,
  fromPerson,
  type PersonValues,
  toPersonInput,
  withoutEmptyLines,
} from "@/components/people/person-form-values";
import { useDesk } from "@/components/workspace/desk-context";
import type { ActingRole } from "@/lib/domain/actor";
import type { PersonView } from "@/lib/domain/person/view";
import type { Stale } from "@/lib/domain/refusal";

/** What somebody else saved while one was typing. */
export type Meanwhile = Pick<Merged, "taken" | "both"> & {
  by: string;
  byRole?: ActingRole;
  theirs: PersonValues;
};

type Saved = { id: string; stays?: number };
type Kept = { values: PersonValues; base: PersonValues; version: number };

/**
 * The form of somebody: what is typed is kept in this tab until it is saved, and laid over what others save meanwhile.
 * `save` gives the person's id once everything is written.
 */
export function usePersonForm(person: PersonView | null) {
  const { slug } = useDesk();
  const key = `firsthand:person-form:${slug}:${person?.id ?? "new"}`;
  const fresh = person ? fromPerson(person) : emptyPerson;
  const [values, setValues] = useState(fresh);
  const [base, setBase] = useState({ values: fresh, version: person?.version ?? 0 });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState("");
  const [meanwhile, setMeanwhile] = useState<Meanwhile | null>(null);
  const [wasKept, setWasKept] = useState(false);
  const [isSaving, setSaving] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was kept is read once, when the form opens.
  useEffect(() => {
    const kept = readKept(key, fresh);
    if (!kept) return;
    setWasKept(true);
    if (kept.version === base.version) return setValues(kept.values);
    const { values: merged, taken, both } = mergeTyped(kept.base, kept.values, fresh);
    setValues(merged);
    if (taken.length + both.length > 0) setMeanwhile({ by: "", taken, both, theirs: fresh });
  }, [key]);

  function change(part: Partial<PersonValues>) {
    const next = { ...values, ...part };
    setValues(next);
    keepTyped(next, base);
  }

  function keepTyped(typed: PersonValues, from: typeof base) {
    const kept: Kept = { values: typed, base: from.values, version: from.version };
    keep(key, JSON.stringify(kept));
  }

  function startAfresh() {
    keep(key, "");
    setValues(base.values);
    setErrors({});
    setProblem("");
    setWasKept(false);
    setMeanwhile(null);
  }

  /** Reads what the other saved, and lays one's own words over it. */
  async function catchUp(id: string, { by = "", byRole }: Stale) {
    const now = await get<PersonView>(`/api/v1/w/${slug}/people/${id}`);
    if (!now.ok) return setProblem(now.problem.sentence);
    const theirs = fromPerson(now.value);
    const { values: merged, taken, both } = mergeTyped(base.values, values, theirs);
    const from = { values: theirs, version: now.value.version };
    setBase(from);
    setValues(merged);
    keepTyped(merged, from);
    setMeanwhile({ by, byRole, taken, both, theirs });
  }

  async function save(): Promise<string | null> {
    if (isSaving) return null;
    const cleaned = withoutEmptyLines(values);
    setValues(cleaned);
    const { input, errors: found } = toPersonInput(cleaned, person ? base.values : null);
    setProblem("");
    setErrors(found);
    if (Object.keys(found).length > 0) return null;
    if (person && Object.keys(input).length === 0) {
      keep(key, "");
      return person.id;
    }
    setSaving(true);
    const path = `/api/v1/w/${slug}/people`;
    const answer = person
      ? await post<Saved>(`${path}/${person.id}/edit`, { ...input, version: base.version })
      : await post<Saved>(path, input);
    if (answer.ok) {
      keep(key, "");
      keepStays(slug, answer.value.id, answer.value.stays ?? 0);
      return answer.value.id;
    }
    setSaving(false);
    const { refusal, sentence } = answer.problem;
    if (refusal?.code === "invalid") setErrors(refusal.fields);
    else if (refusal?.code === "stale" && person) await catchUp(person.id, refusal);
    else setProblem(sentence);
    return null;
  }

  return { values, change, errors, problem, meanwhile, wasKept, isSaving, save, startAfresh };
}

/** A field that the form did not have yet when it was kept is as it stands: it must not be emptied. */
function readKept(key: string, fresh: PersonValues): Kept | null {
  try {
    const kept = JSON.parse(read(key) ?? "null") as Kept | null;
    return kept && { ...kept, values: { ...fresh, ...kept.values }, base: { ...fresh, ...kept.base } };
  } catch {
    return null;
  }
}
