"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef } from "react";
import { type Chosen, PersonField } from "@/app/(workspace)/w/[workspace]/_components/person-field";
import { AccountField } from "@/app/(workspace)/w/[workspace]/tasks/_components/account-field";
import { BesideNote } from "@/app/(workspace)/w/[workspace]/tasks/_components/beside-note";
import { MailFile } from "@/app/(workspace)/w/[workspace]/tasks/_components/mail-file";
import { useTaskForm } from "@/app/(workspace)/w/[workspace]/tasks/_components/use-task-form";
import { KindPart } from "@/components/tasks/kind-part";
import { asksAccount, type FormValues, repeats } from "@/components/tasks/task-form-values";
import { TaskMeanwhile } from "@/components/tasks/task-meanwhile";
import { kindWords, tagWords } from "@/components/tasks/words";
import { Button } from "@/components/ui/button";
import { Checkbox, Select, TextArea, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { sendByKey } from "@/components/ui/send-by-key";
import { useDesk } from "@/components/workspace/desk-context";
import { hasWords } from "@/lib/domain/gesture/words-of-kind";
import { taskKinds } from "@/lib/domain/task/task";
import type { TaskDetail } from "@/lib/domain/task/view";

/** Making a task with all its fields (`about` somebody), or changing one. What is typed is kept in this tab until it is saved. */
export function TaskForm({ task, about = null }: { task: TaskDetail | null; about?: Chosen | null }) {
  const desk = useDesk();
  const router = useRouter();
  const formRef = useRef<HTMLFormElement>(null);
  const { values: form, change, errors, problem, meanwhile, ...state } = useTaskForm(task, about);
  useEffect(() => {
    if (Object.keys(errors).length > 0)
      formRef.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [errors]);

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    const id = await state.save();
    if (id !== null) router.push(`/w/${desk.slug}/queue?task=${id}`);
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
    <form
      ref={formRef}
      noValidate
      onSubmit={onSubmit}
      onKeyDown={sendByKey}
      className="flex max-w-2xl flex-col gap-5"
    >
      {state.wasKept ? (
        <Notice role="status">
          This is what you had typed before.{" "}
          <button type="button" className="underline underline-offset-2" onClick={state.startAfresh}>
            Start afresh
          </button>
        </Notice>
      ) : null}
      {meanwhile ? <TaskMeanwhile meanwhile={meanwhile} form={form} onTake={change} /> : null}
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
      {asksAccount(form.kind) ? (
        <AccountField
          form={form}
          tagBefore={state.seen?.tag ?? null}
          error={errors.accountId}
          onChange={(account) => change({ account })}
        />
      ) : null}
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
        <Button type="submit" variant="primary" busy={state.isSaving}>
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
