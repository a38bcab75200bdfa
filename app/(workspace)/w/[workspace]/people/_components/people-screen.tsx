"use client";

import { UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useRef } from "react";
import { undoInBar } from "@/app/(workspace)/w/[workspace]/_components/undo-in-bar";
import { PeopleLinks, PeopleMenu } from "@/app/(workspace)/w/[workspace]/people/_components/people-links";
import { usePeople } from "@/app/(workspace)/w/[workspace]/people/_components/use-people";
import { useRemoved } from "@/app/(workspace)/w/[workspace]/people/_components/use-removed";
import { PersonLine } from "@/components/people/person-line";
import { More } from "@/components/tasks/task-section";
import { Button } from "@/components/ui/button";
import { useNow } from "@/components/ui/clock";
import { EmptyState } from "@/components/ui/empty-state";
import { controlClass } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/sheet";
import { Toast, ToastRegion } from "@/components/ui/toast";
import { undoKeys, useKeys } from "@/components/ui/use-keys";
import { useDesk } from "@/components/workspace/desk-context";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import type { PeopleView } from "@/lib/domain/person/view";
import { nameCircles } from "@/lib/domain/policy/circles";

/** Everybody on the desk, found as one types; what is looked for stands in the address. */
export function PeopleScreen({ view }: { view: PeopleView }) {
  const desk = useDesk();
  const router = useRouter();
  const today = dayAt(useNow(), desk.zone);
  const searchRef = useRef<HTMLInputElement>(null);
  const listRef = useRef<HTMLUListElement>(null);
  const { shown, wanted, problem, change, settle, more, reread } = usePeople(view);
  const { bar, show } = useRemoved(reread);
  const base = `/w/${desk.slug}`;

  /** Moves the focus along the list; from elsewhere to its first line. */
  function walk(step: 1 | -1) {
    const lines = [...(listRef.current?.querySelectorAll("a") ?? [])];
    const at = lines.indexOf(document.activeElement as HTMLAnchorElement);
    const next = lines[at === -1 ? 0 : Math.max(0, Math.min(lines.length - 1, at + step))];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: "nearest" });
  }

  useKeys(true, {
    j: () => walk(1),
    arrowdown: () => walk(1),
    k: () => walk(-1),
    arrowup: () => walk(-1),
    n: () => router.push(`${base}/people/new`),
    f: () => searchRef.current?.focus(),
    ...undoKeys(() => undoInBar(bar)?.()),
  });

  function onSearchKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    const [first] = shown.people;
    if (event.key === "ArrowDown") {
      event.preventDefault();
      walk(1);
    } else if (event.key === "Enter" && first && shown.q === wanted.q.trim()) {
      settle();
      router.push(`${base}/people/${first.id}`);
    } else if (event.key === "Escape" && wanted.q !== "") {
      event.preventDefault();
      change({ q: "" });
    }
  }

  const isNarrowed = shown.q !== "" || shown.circle !== null;
  return (
    <div className="mx-auto w-full max-w-4xl px-4 pt-6 pb-16 lg:px-8">
      <PageHeader
        title="People"
        actions={
          <>
            <PeopleLinks base={base} />
            <LinkButton href={`${base}/people/new`} variant="primary">
              <UserPlus aria-hidden="true" className="size-4" /> Add somebody <Kbd onFill>N</Kbd>
            </LinkButton>
            <PeopleMenu base={base} />
          </>
        }
      />
      <search className="mb-4 flex flex-wrap gap-2">
        <div className="relative min-w-0 flex-1 basis-56">
          <input
            ref={searchRef}
            type="search"
            aria-label="Find somebody"
            placeholder="Name, organization, e-mail or phone"
            dir="auto"
            autoComplete="off"
            value={wanted.q}
            maxLength={200}
            onChange={(event) => change({ q: event.target.value })}
            onKeyDown={onSearchKey}
            className={`${controlClass} peer`}
          />
          <span className="pointer-events-none absolute end-2.5 top-2 peer-focus:hidden peer-[:not(:placeholder-shown)]:hidden">
            <Kbd>F</Kbd>
          </span>
        </div>
        <div className="w-full sm:w-44">
          <select
            aria-label="Circle"
            value={wanted.circle ?? ""}
            onChange={(event) => change({ circle: event.target.value || null })}
            className={controlClass}
          >
            <option value="">All circles</option>
            {desk.circles.map((one) => (
              <option key={one.key} value={one.key}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
      </search>
      {problem ? (
        <Notice tone="late" role="alert">
          {problem}
        </Notice>
      ) : null}
      <p role="status" className="pb-1.5 text-[0.8125rem] text-muted">
        {shown.total === 1 ? "1 person" : `${shown.total.toLocaleString(desk.locale)} people`}
      </p>
      {shown.people.length > 0 ? (
        <ul ref={listRef} onClickCapture={settle} className="border-t border-line">
          {shown.people.map((person) => (
            <PersonLine
              key={person.id}
              person={person}
              href={`${base}/people/${person.id}`}
              circle={nameCircles(desk.circles, person.circles)}
              today={today}
              locale={desk.locale}
            />
          ))}
        </ul>
      ) : isNarrowed ? (
        <EmptyState
          title="Nobody like this is on the desk."
          action={<Button onClick={() => change({ q: "", circle: null })}>Show everybody</Button>}
        >
          Try fewer letters{shown.circle ? ", or look in all circles" : ""}.
        </EmptyState>
      ) : (
        <EmptyState
          title="Nobody is here yet."
          action={
            <div className="flex flex-wrap gap-2">
              <LinkButton href={`${base}/people/new`}>Add somebody</LinkButton>
              <LinkButton href={`${base}/import`}>Import from a file</LinkButton>
            </div>
          }
        >
          Bring your address book as a .vcf file, or add people one by one. Their birthdays become tasks by
          themselves.
        </EmptyState>
      )}
      {shown.more ? <More key={shown.more} onMore={more} /> : null}
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
