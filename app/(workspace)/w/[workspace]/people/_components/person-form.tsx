"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { KnownAlready } from "@/app/(workspace)/w/[workspace]/people/_components/known-already";
import { usePersonForm } from "@/app/(workspace)/w/[workspace]/people/_components/use-person-form";
import { CircleBoxes } from "@/components/people/circle-boxes";
import { DayRows } from "@/components/people/day-rows";
import { LabelledRows } from "@/components/people/labelled-rows";
import { MeanwhileNotice } from "@/components/people/meanwhile-notice";
import { type PersonValues, usualLeadDays } from "@/components/people/person-form-values";
import { Button } from "@/components/ui/button";
import { Checkbox, TextArea, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { sendByKey } from "@/components/ui/send-by-key";
import { useDesk } from "@/components/workspace/desk-context";
import type { PersonView } from "@/lib/domain/person/view";

type TextName = {
  [name in keyof PersonValues]: PersonValues[name] extends string ? name : never;
}[keyof PersonValues];

/** Writing somebody down, or changing what is known about them. */
export function PersonForm({ person }: { person: PersonView | null }) {
  const desk = useDesk();
  const router = useRouter();
  const formRef = useRef<HTMLFormElement>(null);
  const form = usePersonForm(person);
  const { values, errors, change } = form;
  useEffect(() => {
    if (Object.keys(errors).length === 0) return;
    const first = formRef.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    first?.closest("details")?.setAttribute("open", "");
    first?.focus();
  }, [errors]);

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    const id = await form.save();
    if (id === null) return;
    router.push(`/w/${desk.slug}/people/${id}`);
    router.refresh();
  }

  const text = (name: TextName, most: number) => ({
    name,
    maxLength: most,
    autoComplete: "off",
    value: values[name],
    error: errors[name] ?? (name === "nicknames" ? startingWith(errors, "nicknames.") : undefined),
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  });
  const lines = (name: "emails" | "phones" | "addresses" | "links") => ({
    name,
    errors,
    items: values[name],
    onChange: (items: PersonValues["emails"]) => change({ [name]: items }),
  });
  const isMuch = Boolean(
    values.givenName || values.familyName || values.nicknames || values.language || values.zone,
  );
  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={onSubmit}
      onKeyDown={sendByKey}
      className="flex max-w-2xl flex-col gap-8"
    >
      {form.wasKept ? (
        <Notice role="status">
          This is what you had typed before.{" "}
          <button
            type="button"
            className="underline underline-offset-2 pointer-coarse:min-h-11"
            onClick={form.startAfresh}
          >
            Start afresh
          </button>
        </Notice>
      ) : null}
      {form.meanwhile ? <MeanwhileNotice meanwhile={form.meanwhile} onTake={change} /> : null}
      <Part title="Who">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextInput label="Name" autoFocus={!person} {...text("name", 300)} />
          <TextInput label="How the name is said" placeholder="NOOR hah-DAHD" {...text("saidAs", 300)} />
        </div>
        {person ? null : (
          <KnownAlready
            name={values.name}
            emails={values.emails.map((one) => one.value)}
            phones={values.phones.map((one) => one.value)}
          />
        )}
        <CircleBoxes
          chosen={values.circles}
          error={errors.circles}
          onChange={(circles) => change({ circles })}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextInput label="Organization" {...text("organization", 300)} />
          <TextInput label="Job title" {...text("jobTitle", 300)} />
        </div>
        <details open={isMuch || undefined} className="group">
          <summary className="w-fit rounded text-[0.8125rem] text-muted underline decoration-line underline-offset-2 pointer-coarse:flex pointer-coarse:min-h-11 pointer-coarse:items-center">
            More about the name, language and time zone
          </summary>
          <div className="mt-4 grid gap-4 sm:grid-cols-2">
            <TextInput label="Given name" {...text("givenName", 200)} />
            <TextInput label="Family name" hint={null} {...text("familyName", 200)} />
            <TextInput
              label="Also called"
              placeholder="Separated by commas"
              className="sm:col-span-2"
              {...text("nicknames", 2000)}
            />
            <TextInput label="Language" placeholder="en, pt-BR …" {...text("language", 40)} />
            <TextInput label="Time zone" placeholder="Europe/Berlin" {...text("zone", 60)} />
          </div>
        </details>
      </Part>
      <Part title="Days">
        <DayRows
          days={values.dates}
          errors={errors}
          usual={usualLeadDays(values, desk.circles)}
          onChange={(dates) => change({ dates })}
        />
        {values.dates.length > 0 || values.leadDays !== "" ? (
          <TextInput
            label="Days ahead for all of these"
            hint="How many days before a day its task appears. Left empty, their circle says."
            inputMode="numeric"
            {...text("leadDays", 3)}
          />
        ) : null}
      </Part>
      <Part title="How to reach them">
        <LabelledRows
          legend="E-mail"
          one="E-mail"
          add="Add an e-mail address"
          type="email"
          most={20}
          {...lines("emails")}
        />
        <LabelledRows
          legend="Phone"
          one="Phone"
          add="Add a phone number"
          type="tel"
          most={20}
          {...lines("phones")}
        />
        <LabelledRows
          legend="Address"
          one="Address"
          add="Add an address"
          tall
          most={20}
          {...lines("addresses")}
        />
        <LabelledRows legend="Links" one="Link" add="Add a link" type="url" most={30} {...lines("links")} />
      </Part>
      <Part title="To remember">
        <TextArea
          label="Careful"
          hint="What whoever writes or calls has to know first."
          letter
          rows={2}
          {...text("careful", 5000)}
        />
        <TextArea label="How you met" letter rows={2} {...text("howMet", 5000)} />
        <TextArea label="Note" letter rows={4} {...text("note", 50_000)} />
      </Part>
      {desk.role === "client" && !person ? (
        <Checkbox
          label="Private: nobody but you sees them, their days and their tasks"
          checked={values.isPrivate}
          onChange={(event) => change({ isPrivate: event.target.checked })}
        />
      ) : null}
      <footer className="sticky bottom-[calc(3.5rem+env(safe-area-inset-bottom))] -mx-4 flex flex-col gap-2 border-t border-line bg-paper px-4 py-3 lg:bottom-0">
        <p role="alert" className="text-late empty:hidden">
          {form.problem ||
            errors.form ||
            (Object.keys(errors).length > 0 ? "Something above cannot be saved yet." : "")}
        </p>
        <div className="flex gap-2">
          <Button type="submit" variant="primary" busy={form.isSaving}>
            {person ? "Save" : "Add them"}
          </Button>
          <Button variant="quiet" onClick={() => router.back()}>
            Not now
          </Button>
        </div>
      </footer>
    </form>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4">
      <h2 className="border-b border-line pb-1.5 font-serif text-lg font-medium">{title}</h2>
      {children}
    </section>
  );
}

function startingWith(errors: Record<string, string>, start: string): string | undefined {
  return Object.entries(errors).find(([name]) => name.startsWith(start))?.[1];
}
