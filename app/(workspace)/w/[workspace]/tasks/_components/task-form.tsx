"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { deskApi } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { type Chosen, PersonField } from "@/app/(workspace)/w/[workspace]/_components/person-field";
import { keep, read } from "@/app/(workspace)/w/[workspace]/_components/use-kept";
import { BesideNote } from "@/app/(workspace)/w/[workspace]/tasks/_components/beside-note";
import { MailFile } from "@/app/(workspace)/w/[workspace]/tasks/_components/mail-file";
import { KindPart } from "@/components/tasks/kind-part";
import { emptyForm, type FormValues, fromDetail, toInput } from "@/components/tasks/task-form-values";
import { kindWords, tagWords } from "@/components/tasks/words";
import { Button } from "@/components/ui/button";
import { Checkbox, Select, TextArea, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useDesk } from "@/components/workspace/desk-context";
import { hasWords } from "@/lib/domain/gesture/words-of-kind";
import { taskKinds } from "@/lib/domain/task/task";
import type { TaskDetail } from "@/lib/domain/task/view";

const repeats: [string, string][] = [
  ["", "Does not come back"],
  ["FREQ=WEEKLY", "Every week"],
  ["FREQ=MONTHLY", "Every month"],
  ["FREQ=YEARLY", "Every year"],
  ["FREQ=DAILY;INTERVAL=10", "Every 10 days"],
  ["FREQ=WEEKLY;INTERVAL=6", "Every 6 weeks"],
];

/** Making a task with all its fields (`about` somebody), or changing one. What is typed is kept in this tab until it is saved. */
export function TaskForm({ task, about = null }: { task: TaskDetail | null; about?: Chosen | null }) {
  const desk = useDesk();
  const router = useRouter();
  const key = `firsthand:task-form:${desk.slug}:${task ? `${task.id}:${task.version}` : "new"}`;
  const formRef = useRef<HTMLFormElement>(null);
  const [form, setForm] = useState<FormValues>(() => firstValues(task, about, desk.zone));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState("");
  const [isSaving, setSaving] = useState(false);
  const [wasKept, setWasKept] = useState(false);
  useEffect(() => {
    const kept = read(key);
    if (!kept) return;
    const typed = JSON.parse(kept) as Partial<FormValues>;
    setForm((now) => ({ ...now, ...typed, ...(about ? { person: about } : {}) }));
    setWasKept(true);
  }, [key, about]);

  function change(part: Partial<FormValues>) {
    const next = { ...form, ...part };
    setForm(next);
    keep(key, JSON.stringify(next));
  }

  function showErrors(found: Record<string, string>) {
    setErrors(found);
    requestAnimationFrame(() => formRef.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
  }

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (isSaving) return;
    const { input, errors: found } = toInput(form, desk.zone, task);
    if (form.person.name.trim() !== "" && form.person.id === null)
      found.personId = "Choose somebody from the list, or add them.";
    setProblem("");
    if (Object.keys(found).length > 0) return showErrors(found);
    setErrors({});
    setSaving(true);
    const api = deskApi(desk.slug);
    const answer = task ? await api.act(task, "edit", input) : await api.create(input);
    setSaving(false);
    if (!answer.ok) {
      const { refusal, sentence } = answer.problem;
      if (refusal?.code === "invalid") showErrors(refusal.fields);
      return setProblem(refusal?.code === "invalid" ? "Something above cannot be saved yet." : sentence);
    }
    keep(key, "");
    router.push(`/w/${desk.slug}/queue?task=${answer.value.task?.id ?? task?.id ?? ""}`);
  }

  const text = (name: "title" | "note" | "dueDay" | "dueTime" | "replyWithinHours") => ({
    name,
    value: form[name],
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  });
  const { id, name } = form.person;
  const written = id !== null && hasWords(form.kind) ? { id, name } : null;
  const known = repeats.some(([rule]) => rule === form.repeat);
  return (
    <form ref={formRef} noValidate onSubmit={onSubmit} className="flex max-w-2xl flex-col gap-5">
      {wasKept ? (
        <Notice role="status">
          This is what you had typed before.{" "}
          <button
            type="button"
            className="underline underline-offset-2"
            onClick={() => {
              keep(key, "");
              setForm(firstValues(task, about, desk.zone));
              setWasKept(false);
            }}
          >
            Start afresh
          </button>
        </Notice>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-[13rem_1fr]">
        <Select
          label="Kind"
          value={form.kind}
          error={errors.kind}
          onChange={(event) => change({ kind: event.target.value as FormValues["kind"] })}
        >
          {taskKinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindWords[kind]}
            </option>
          ))}
        </Select>
        <TextInput
          label="What is to be done"
          maxLength={500}
          autoFocus={!task}
          error={errors.title}
          {...text("title")}
        />
      </div>
      <PersonField value={form.person} error={errors.personId} onChange={(person) => change({ person })} />
      <KindPart
        form={form}
        errors={errors}
        onChange={change}
        mailFile={<MailFile thread={form.messageMail} onRead={change} />}
      />
      <TextArea label="Note" letter rows={3} maxLength={50_000} error={errors.note} {...text("note")} />
      {written ? <BesideNote key={written.id} person={written} note={form.note} /> : null}
      <fieldset className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        <legend className="sr-only">When and how urgent</legend>
        <TextInput label="Due" type="date" error={errors.dueAt} {...text("dueDay")} />
        <TextInput label="At" type="time" hint={null} {...text("dueTime")} />
        <Select
          label="Priority"
          value={form.priority}
          onChange={(event) => change({ priority: event.target.value })}
        >
          <option value="0">None</option>
          <option value="1">1, first</option>
          <option value="2">2</option>
          <option value="3">3</option>
        </Select>
        <TextInput
          label="Answer within (hours)"
          inputMode="numeric"
          error={errors.replyWithinHours}
          {...text("replyWithinHours")}
        />
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label="Comes back"
          value={form.repeat}
          error={errors.repeat ?? errors["repeat.rule"]}
          onChange={(event) => change({ repeat: event.target.value })}
        >
          {known ? null : <option value={form.repeat}>As it is ({form.repeat})</option>}
          {repeats.map(([rule, label]) => (
            <option key={rule} value={rule}>
              {label}
            </option>
          ))}
        </Select>
        {form.repeat ? (
          <Select
            label="Counted"
            value={form.repeatFrom}
            onChange={(event) => change({ repeatFrom: event.target.value as FormValues["repeatFrom"] })}
          >
            <option value="calendar">by the calendar</option>
            <option value="completion">from when it was done</option>
          </Select>
        ) : null}
        {task ? null : (
          <Select
            label="Tag"
            value={form.tag}
            error={errors.tag}
            onChange={(event) => change({ tag: event.target.value as FormValues["tag"] })}
          >
            <option value="">As the rules say</option>
            <option value="must-be-you">{tagWords["must-be-you"]}</option>
            {desk.role === "client" ? <option value="delegable">{tagWords.delegable}</option> : null}
          </Select>
        )}
      </div>
      {desk.role === "client" ? (
        <Checkbox
          label="Private: nobody but you sees it"
          checked={form.isPrivate}
          onChange={(event) => change({ isPrivate: event.target.checked })}
        />
      ) : null}
      <p role="alert" className="text-late empty:hidden">
        {problem || errors.form}
      </p>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={isSaving}>
          {task ? "Save" : "Add the task"}
        </Button>
        <Button variant="quiet" onClick={() => router.back()}>
          Not now
        </Button>
      </div>
      <p className="text-[0.8125rem] text-muted">Days and times are in {desk.zone.replaceAll("_", " ")}.</p>
    </form>
  );
}

function firstValues(task: TaskDetail | null, about: Chosen | null, zone: string): FormValues {
  if (task) return fromDetail(task, zone);
  return about ? { ...emptyForm, person: about } : emptyForm;
}
