"use client";

import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { aboutKey } from "@/app/(workspace)/w/[workspace]/_components/kept-words";
import { useKeptValues } from "@/app/(workspace)/w/[workspace]/_components/use-kept-values";
import { FamilySheet } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/family-sheet";
import { KnownSheet } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/known-sheet";
import { PersonActions } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/person-actions";
import { PictureButton } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/picture-button";
import { PromiseSheet } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/promise-sheet";
import { StorySheet } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/story-sheet";
import { TouchSheet } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/touch-sheet";
import { Twins } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/twins";
import { usePerson } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/use-person";
import { emptyContact, LogContactDialog, type TypedContact } from "@/components/people/log-contact-dialog";
import { PersonDays } from "@/components/people/person-days";
import { PersonFactsSheet } from "@/components/people/person-facts";
import { PersonHead } from "@/components/people/person-head";
import { PersonTasks } from "@/components/people/person-tasks";
import { useNow } from "@/components/ui/clock";
import { LinkButton } from "@/components/ui/link-button";
import { Toast, ToastRegion } from "@/components/ui/toast";
import { useKeys } from "@/components/ui/use-keys";
import { useDesk } from "@/components/workspace/desk-context";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import { contactAt } from "@/lib/domain/person/contact";
import type { PersonView } from "@/lib/domain/person/view";

/** Somebody's page: who they are, and then one section after the other. A section is a component of its own. */
export function PersonScreen({ person: first }: { person: PersonView }) {
  const desk = useDesk();
  const now = useNow();
  const page = usePerson(first);
  const { person, bar, show } = page;
  const base = `/w/${desk.slug}`;
  const today = dayAt(now, desk.zone);
  const [isLogging, setLogging] = useState(false);
  const contact = useKeptValues(aboutKey(desk, "contact", person.id), emptyContact(today));
  useKeys(!isLogging, { l: () => setLogging(true) });
  async function log({ day, ...typed }: TypedContact) {
    const no = await page.act<{ id: string; version: number }>({
      path: `people/${person.id}/contacts`,
      input: { ...typed, at: contactAt(day, now, desk.zone) },
      quiet: true,
      says: ({ id, version }) => ({
        text: "Written down.",
        back: { path: `contacts/${id}/remove`, input: { version } },
      }),
    });
    if (no === null) {
      contact.forget();
      setLogging(false);
    }
    return no && (no.refusal?.code === "invalid" ? no.refusal.fields : { form: no.sentence });
  }
  const right = (field: string) =>
    void page.act({
      path: `people/${person.id}/check`,
      input: { field, version: person.version },
      says: () => ({
        text: "Found right.",
        back: {
          path: `people/${person.id}/check`,
          input: { field, isRight: false, version: person.version },
        },
      }),
    });

  return (
    <div className="mx-auto w-full max-w-5xl px-4 pt-4 pb-16 lg:px-8">
      <LinkButton variant="quiet" size="sm" className="mb-2 -ms-2 self-start" href={`${base}/people`}>
        <ArrowLeft aria-hidden="true" className="size-4 rtl:rotate-180" /> People
      </LinkButton>
      <PersonHead person={person} picture={<PictureButton page={page} />}>
        <PersonActions page={page} />
      </PersonHead>
      <div className="mb-4 empty:hidden">
        <Twins page={page} />
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <PersonTasks tasks={person.tasks} base={base} />
        {/* Before the card and the story, as on a phone: what one comes for is short. */}
        <div className="flex min-w-0 flex-col gap-4 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <PersonDays person={person} today={today} onRight={right} />
          {person.isDead ? null : <TouchSheet page={page} today={today} />}
          <PromiseSheet page={page} today={today} />
          <FamilySheet page={page} />
          {person.fromFile ? (
            <p className="px-1 text-[0.8125rem] text-muted">
              From the file <bdi className="wrap-anywhere">{person.fromFile}</bdi>
            </p>
          ) : null}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <KnownSheet page={page} />
          <PersonFactsSheet person={person} onRight={right} />
          <StorySheet page={page} onLog={() => setLogging(true)} />
        </div>
      </div>
      <LogContactDialog
        open={isLogging}
        name={person.name}
        today={today}
        canBePrivate={person.can.makePrivate}
        isBusy={page.isBusy}
        typed={contact.values}
        onType={contact.change}
        onClose={() => setLogging(false)}
        onLog={log}
      />
      <ToastRegion>
        {bar ? (
          <Toast tone={bar.tone} action={bar.action} onDismiss={() => show(null)}>
            {bar.says}
          </Toast>
        ) : null}
      </ToastRegion>
    </div>
  );
}
