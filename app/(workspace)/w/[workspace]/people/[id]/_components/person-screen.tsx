"use client";

import { ArrowLeft, ChevronDown, Ellipsis, Eye, History, Lock, Pencil, Plus, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { PersonDialogs } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/person-dialogs";
import { usePerson } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/use-person";
import { PersonDays } from "@/components/people/person-days";
import { PersonFactsSheet } from "@/components/people/person-facts";
import { PersonGestures, PersonTasks } from "@/components/people/person-tasks";
import { circleWords } from "@/components/people/words";
import { Avatar } from "@/components/ui/avatar";
import { LinkButton } from "@/components/ui/button";
import { useNow } from "@/components/ui/clock";
import { Kbd } from "@/components/ui/kbd";
import { Menu, MenuItem } from "@/components/ui/menu";
import { menuItemClass } from "@/components/ui/menu-item-class";
import { Toast, ToastRegion } from "@/components/ui/toast";
import { useKeys } from "@/components/ui/use-keys";
import { useDesk } from "@/components/workspace/desk-context";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import type { PersonView } from "@/lib/domain/person/view";
import { type Circle, circles } from "@/lib/domain/policy/default-tags";

/** Somebody's page: what is known, their days, what is open, what was done. */
export function PersonScreen({ person: first }: { person: PersonView }) {
  const desk = useDesk();
  const router = useRouter();
  const now = useNow();
  const { person, isBusy, bar, show, act } = usePerson(first);
  const [asking, setAsking] = useState<"private" | "remove" | null>(null);
  const base = `/w/${desk.slug}`;
  const address = `${base}/people/${person.id}`;
  const newTask = `${base}/tasks/new?person=${person.id}`;

  const setCircle = (circle: Circle) =>
    act({
      path: "edit",
      input: { circle },
      says: () => ({
        text: `Now in: ${circleWords[circle]}.`,
        back: { path: "edit", input: { circle: person.circle } },
      }),
    });
  const setPrivate = (isPrivate: boolean) =>
    act<{ version: number; tasks: number }>({
      path: "privacy",
      input: { isPrivate },
      says: ({ tasks }) => ({
        text: isPrivate ? sayHidden(tasks) : `${capital(desk.assistantShort)} sees them again.`,
        back: { path: "privacy", input: { isPrivate: !isPrivate } },
      }),
    });

  async function remove() {
    const isGone = await act({ path: "remove", input: {}, says: () => ({ text: "" }) });
    if (!isGone) return;
    router.push(`${base}/people`);
    router.refresh();
  }

  useKeys(asking === null, {
    e: () => router.push(`${address}/edit`),
    c: () => router.push(newTask),
    u: () => bar?.action?.onClick(),
    "mod+z": () => bar?.action?.onClick(),
    escape: () => router.push(`${base}/people`),
  });

  const about = [person.jobTitle, person.organization].filter(Boolean).join(", ");
  return (
    <div className="mx-auto w-full max-w-5xl px-4 pt-4 pb-16 lg:px-8">
      <LinkButton variant="quiet" size="sm" className="mb-2 -ms-2 self-start" href={`${base}/people`}>
        <ArrowLeft aria-hidden="true" className="size-4 rtl:rotate-180" /> People
      </LinkButton>
      <header className="mb-5 flex flex-wrap items-start gap-x-4 gap-y-3">
        <Avatar name={person.name} size="lg" />
        <div className="min-w-0 flex-1 basis-52">
          <h1 className="wrap-anywhere font-serif text-[1.75rem] leading-tight font-medium">
            <bdi>{person.name}</bdi>
          </h1>
          {about ? (
            <p className="mt-0.5 wrap-anywhere text-muted">
              <bdi>{about}</bdi>
            </p>
          ) : null}
          {person.isPrivate ? (
            <p className="mt-1 flex items-center gap-1.5 text-[0.8125rem] text-muted">
              <Lock aria-hidden="true" className="size-3.5" /> Private: nobody but you sees them.
            </p>
          ) : null}
        </div>
        <div className="flex flex-wrap items-center gap-2" aria-busy={isBusy || undefined}>
          <Menu
            label={`Circle: ${circleWords[person.circle]}`}
            button={
              <>
                {circleWords[person.circle]}
                <ChevronDown aria-hidden="true" className="size-3.5 text-muted" />
              </>
            }
          >
            {circles.map((circle) => (
              <MenuItem
                key={circle}
                checked={circle === person.circle}
                onSelect={() => circle !== person.circle && void setCircle(circle)}
              >
                {circleWords[circle]}
              </MenuItem>
            ))}
          </Menu>
          <LinkButton href={`${address}/edit`}>
            <Pencil aria-hidden="true" className="size-4" /> Edit <Kbd>E</Kbd>
          </LinkButton>
          <LinkButton href={newTask} variant="primary">
            <Plus aria-hidden="true" className="size-4" /> Add a task <Kbd onFill>C</Kbd>
          </LinkButton>
          <Menu label="More" variant="quiet" button={<Ellipsis aria-hidden="true" className="size-4" />}>
            {person.can.makePrivate ? (
              <MenuItem
                icon={
                  person.isPrivate ? (
                    <Eye aria-hidden="true" className="size-4" />
                  ) : (
                    <Lock aria-hidden="true" className="size-4" />
                  )
                }
                onSelect={() => (person.isPrivate ? void setPrivate(false) : setAsking("private"))}
              >
                {person.isPrivate ? `Show to ${desk.assistantShort}` : "Make private"}
              </MenuItem>
            ) : null}
            <Link
              role="menuitem"
              href={`${base}/history?subject=${person.id}`}
              prefetch={false}
              className={menuItemClass}
            >
              <History aria-hidden="true" className="size-4" /> All about this
            </Link>
            <MenuItem
              danger
              icon={<Trash2 aria-hidden="true" className="size-4" />}
              onSelect={() => setAsking("remove")}
            >
              Take off the desk
            </MenuItem>
          </Menu>
        </div>
      </header>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <PersonFactsSheet person={person} />
          <PersonTasks tasks={person.tasks} base={base} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <PersonDays dates={person.dates} today={dayAt(now, desk.zone)} locale={desk.locale} />
          <PersonGestures gestures={person.gestures} base={base} now={now} place={desk} />
          {person.fromFile ? (
            <p className="px-1 text-[0.8125rem] text-muted">
              From the file <bdi className="wrap-anywhere">{person.fromFile}</bdi>
            </p>
          ) : null}
        </div>
      </div>
      <PersonDialogs
        name={person.name}
        asking={asking}
        onClose={() => setAsking(null)}
        onPrivate={() => void setPrivate(true)}
        onRemove={() => void remove()}
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

function sayHidden(tasks: number): string {
  const along =
    tasks === 0 ? "" : tasks === 1 ? " One open task went along." : ` ${tasks} open tasks went along.`;
  return `Nobody but you sees them now.${along}`;
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
