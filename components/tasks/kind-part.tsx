"use client";

import type { ReactNode } from "react";
import { ListEditor } from "@/components/tasks/list-editor";
import { asksMessage, type FormValues, kindFields, monthNames } from "@/components/tasks/task-form-values";
import { controlClass, Select, TextArea, TextInput } from "@/components/ui/field";

type Props = {
  form: FormValues;
  errors: Record<string, string>;
  onChange: (part: Partial<FormValues>) => void;
  /** The way to take the message from a saved e-mail. */
  mailFile?: ReactNode;
};

const answers = [
  ["met", "met"],
  ["not-met", "not met"],
  ["unknown", "unknown"],
] as const;

/** The fields that a kind of task has of its own. */
export function KindPart({ form, errors, onChange, mailFile }: Props) {
  const fields = kindFields[form.kind];
  return (
    <>
      {form.kind === "birthday" ? <YearlyDay form={form} errors={errors} onChange={onChange} /> : null}
      {fields.length > 0 ? (
        <div className="grid gap-4 sm:grid-cols-2">
          {fields.map(({ name, label, type, hint }) => {
            const common = {
              label,
              placeholder: hint,
              error: errors[`fields.${name}`],
              value: form.text[name] ?? "",
              onChange: (event: { target: { value: string } }) =>
                onChange({ text: { ...form.text, [name]: event.target.value } }),
            };
            return type === "area" ? (
              <TextArea key={name} letter className="sm:col-span-2" maxLength={20_000} {...common} />
            ) : (
              <TextInput
                key={name}
                type={type === "datetime-local" || type === "url" ? type : "text"}
                inputMode={type === "number" ? "numeric" : undefined}
                maxLength={2000}
                {...common}
              />
            );
          })}
        </div>
      ) : null}
      {form.kind === "follow-request" ? (
        <ListEditor
          label="What the client asks before accepting"
          add="Add a criterion"
          items={form.criteria}
          make={() => ({ text: "", met: "unknown" as const })}
          onChange={(criteria) => onChange({ criteria })}
          end={(item, change) => (
            <select
              aria-label="Met?"
              value={item.met}
              onChange={(event) => change({ ...item, met: event.target.value as typeof item.met })}
              className={`${controlClass} max-w-32`}
            >
              {answers.map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        />
      ) : null}
      {form.kind === "account-care" ? (
        <ListEditor
          label="Checklist"
          add="Add a line"
          items={form.checklist}
          make={() => ({ text: "", done: false })}
          onChange={(checklist) => onChange({ checklist })}
          end={(item, change) => (
            <input
              type="checkbox"
              aria-label="Done"
              checked={item.done}
              onChange={(event) => change({ ...item, done: event.target.checked })}
              className="order-first size-4 shrink-0 accent-ink-fill"
            />
          )}
        />
      ) : null}
      {asksMessage(form) ? (
        <Message form={form} errors={errors} onChange={onChange} mailFile={mailFile} />
      ) : null}
    </>
  );
}

function YearlyDay({ form, errors, onChange }: Props) {
  return (
    <fieldset className="grid grid-cols-[4.5rem_1fr_6rem] gap-3">
      <legend className="sr-only">The day</legend>
      <TextInput
        label="Day"
        inputMode="numeric"
        maxLength={2}
        error={errors["fields.date"]}
        value={form.day}
        onChange={(event) => onChange({ day: event.target.value })}
      />
      <Select label="Month" value={form.month} onChange={(event) => onChange({ month: event.target.value })}>
        <option value="">–</option>
        {monthNames.map((name, at) => (
          <option key={name} value={String(at + 1)}>
            {name}
          </option>
        ))}
      </Select>
      <TextInput
        label="Year"
        inputMode="numeric"
        maxLength={4}
        placeholder="if known"
        value={form.year}
        onChange={(event) => onChange({ year: event.target.value })}
      />
    </fieldset>
  );
}

function Message({ form, errors, onChange, mailFile }: Props) {
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="sr-only">Their message</legend>
      {mailFile}
      <TextArea
        label="Their message"
        letter
        rows={4}
        maxLength={50_000}
        error={errors["message.text"]}
        value={form.messageText}
        onChange={(event) => onChange({ messageText: event.target.value })}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <TextInput
          label="From"
          maxLength={300}
          error={errors["message.from"]}
          value={form.messageFrom}
          onChange={(event) => onChange({ messageFrom: event.target.value })}
        />
        <TextInput
          label="Came by"
          maxLength={100}
          placeholder="Mail, Facebook …"
          error={errors["message.service"]}
          value={form.messageService}
          onChange={(event) => onChange({ messageService: event.target.value })}
        />
        <TextInput
          label="Where it is"
          type="url"
          maxLength={2000}
          placeholder="https://"
          error={errors["message.url"]}
          value={form.messageUrl}
          onChange={(event) => onChange({ messageUrl: event.target.value })}
        />
      </div>
    </fieldset>
  );
}
