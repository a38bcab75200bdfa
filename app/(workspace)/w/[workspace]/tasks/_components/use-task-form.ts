"use client";

import { useEffect, useRef, useState } from "react";
import { deskApi } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import type { Chosen } from "@/app/(workspace)/w/[workspace]/_components/person-field";
import { keep, read } from "@/app/(workspace)/w/[workspace]/_components/use-kept";
import { mergeTask } from "@/components/tasks/merge-task";
import { emptyForm, type FormValues, fromDetail, toInput } from "@/components/tasks/task-form-values";
import type { Meanwhile } from "@/components/tasks/task-meanwhile";
import { useDesk } from "@/components/workspace/desk-context";
import type { Stale } from "@/lib/domain/refusal";
import type { TaskDetail } from "@/lib/domain/task/view";

type Kept = { values: FormValues; base: FormValues; version: number };

/**
 * The form of a task: what is typed is kept in this tab until it is saved, and laid over what others save meanwhile.
 * `save` gives the task's id once it is written.
 */
export function useTaskForm(task: TaskDetail | null, about: Chosen | null) {
  const { slug, zone } = useDesk();
  const api = deskApi(slug);
  const key = `firsthand:task-form:${slug}:${task?.id ?? "new"}`;
  const fresh = firstValues(task, about, zone);
  const [values, setValues] = useState(fresh);
  /** As of the last key pressed, also while an answer is awaited. */
  const typed = useRef(values);
  /** The task as it was when its fields were last read: what one's own changes are changes of. */
  const [seen, setSeen] = useState(task);
  const [base, setBase] = useState(fresh);
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
    if (kept.version === (task?.version ?? 0))
      return put({ ...kept.values, ...(about && { person: about }) });
    const { values: merged, taken, both } = mergeTask(kept.base, kept.values, fresh);
    put(merged);
    if (taken.length + both.length > 0) setMeanwhile({ by: "", says: "", taken, both, theirs: fresh });
  }, [key]);

  function put(next: FormValues) {
    typed.current = next;
    setValues(next);
  }

  function change(part: Partial<FormValues>) {
    put({ ...typed.current, ...part });
    keepTyped(base, seen);
  }

  function keepTyped(from: FormValues, of: TaskDetail | null) {
    const kept: Kept = { values: typed.current, base: from, version: of?.version ?? 0 };
    keep(key, JSON.stringify(kept));
  }

  function startAfresh() {
    keep(key, "");
    put(base);
    setErrors({});
    setProblem("");
    setWasKept(false);
    setMeanwhile(null);
  }

  /** Reads what the other saved, and lays one's own words over it. */
  async function catchUp(id: string, { by = "", byRole }: Stale, says: string) {
    const now = await api.task(id);
    if (!now.ok) return setProblem(now.problem.sentence);
    const theirs = fromDetail(now.value, zone);
    const { values: merged, taken, both } = mergeTask(base, typed.current, theirs);
    setSeen(now.value);
    setBase(theirs);
    put(merged);
    keepTyped(theirs, now.value);
    setMeanwhile({ by, byRole, says, taken, both, theirs });
  }

  async function save(): Promise<string | null> {
    if (isSaving) return null;
    const { input, errors: found } = toInput(values, zone, seen);
    if (values.person.name.trim() !== "" && values.person.id === null)
      found.personId = "Choose somebody from the list, or add them.";
    setProblem("");
    setErrors(found);
    if (Object.keys(found).length > 0) return null;
    setSaving(true);
    const answer = seen ? await api.act(seen, "edit", input) : await api.create(input);
    if (answer.ok) {
      keep(key, "");
      return answer.value.task?.id ?? seen?.id ?? "";
    }
    const { refusal, sentence } = answer.problem;
    if (refusal?.code === "stale" && seen) await catchUp(seen.id, refusal, sentence);
    else if (refusal?.code === "invalid") {
      setErrors(refusal.fields);
      setProblem("Something above cannot be saved yet.");
    } else setProblem(sentence);
    setSaving(false);
    return null;
  }

  return { seen, values, change, errors, problem, meanwhile, wasKept, isSaving, save, startAfresh };
}

function firstValues(task: TaskDetail | null, about: Chosen | null, zone: string): FormValues {
  if (task) return fromDetail(task, zone);
  return about ? { ...emptyForm, person: about } : emptyForm;
}

/** What was kept; a field that the form did not have then is as the task has it. */
function readKept(key: string, fresh: FormValues): Kept | null {
  try {
    const kept = JSON.parse(read(key) ?? "null") as Kept | null;
    if (!kept?.values) return null;
    return { ...kept, values: { ...fresh, ...kept.values }, base: { ...fresh, ...kept.base } };
  } catch {
    return null;
  }
}
