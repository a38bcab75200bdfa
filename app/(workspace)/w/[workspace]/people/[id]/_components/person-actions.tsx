"use client";

import {
  ChevronDown,
  Ellipsis,
  Eye,
  Flower2,
  History,
  Lock,
  Merge,
  NotebookText,
  Pencil,
  Plus,
  Trash2,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { undoInBar } from "@/app/(workspace)/w/[workspace]/_components/undo-in-bar";
import { keepRemoved } from "@/app/(workspace)/w/[workspace]/people/_components/removed-person";
import { DiedDialog } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/died-dialog";
import { MergeWithDialog } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/merge-with-dialog";
import { PersonDialogs } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/person-dialogs";
import type { PersonPage } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/use-person";
import { Kbd } from "@/components/ui/kbd";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { menuItemClass } from "@/components/ui/menu-item-class";
import { undoKeys, useKeys } from "@/components/ui/use-keys";
import { useDesk } from "@/components/workspace/desk-context";
import { nameCircles } from "@/lib/domain/policy/circles";
import type { Circle } from "@/lib/domain/policy/default-tags";

/** What one can do with somebody as a whole: their circle, editing, a task, hiding them, taking them off the desk. */
export function PersonActions({ page }: { page: PersonPage }) {
  const { person, isBusy, bar, act } = page;
  const desk = useDesk();
  const router = useRouter();
  const [asking, setAsking] = useState<"private" | "remove" | "died" | "merge" | null>(null);
  const base = `/w/${desk.slug}`;
  const own = `people/${person.id}`;
  const address = `${base}/${own}`;
  const newTask = `${base}/tasks/new?person=${person.id}`;

  const circleNames = nameCircles(desk.circles, person.circles);
  const setCircles = (circles: Circle[]) =>
    act<Done>({
      path: `${own}/edit`,
      input: { circles, version: person.version },
      says: ({ version }) => ({
        text: `Now in: ${nameCircles(desk.circles, circles)}.`,
        back: { path: `${own}/edit`, input: { circles: person.circles, version } },
      }),
    });
  const setPrivate = (isPrivate: boolean) =>
    act<Done & { tasks: number }>({
      path: `${own}/privacy`,
      input: { isPrivate, version: person.version },
      says: ({ tasks, version }) => ({
        text: isPrivate ? sayHidden(tasks) : `${capital(desk.assistantShort)} sees them again.`,
        back: { path: `${own}/privacy`, input: { isPrivate: !isPrivate, version } },
      }),
    });

  const setLiving = () =>
    act<Done>({
      path: `${own}/living`,
      input: { version: person.version },
      says: ({ version }) => ({
        text: "Taken back: their days ask for something again.",
        back: {
          path: `${own}/died`,
          input: { version, diedOn: person.diedOn, isRemembered: person.isRemembered },
        },
      }),
    });

  async function remove() {
    const no = await act<Done & { stays: number }>({
      path: `${own}/remove`,
      input: { version: person.version },
      says: ({ version, stays }) => {
        page.letGo();
        keepRemoved(desk.slug, { id: person.id, name: person.name, version, stays });
        return { text: "" };
      },
    });
    if (no !== null) return;
    router.push(`${base}/people`);
    router.refresh();
  }

  useKeys(asking === null, {
    e: () => router.push(`${address}/edit`),
    c: () => router.push(newTask),
    ...undoKeys(() => undoInBar(bar)?.()),
    escape: () => router.push(`${base}/people`),
  });

  return (
    <div className="flex flex-wrap items-center gap-2 max-sm:w-full" aria-busy={isBusy || undefined}>
      <LinkButton href={newTask} variant="primary" className="max-sm:w-full">
        <Plus aria-hidden="true" className="size-4" /> Add a task <Kbd onFill>C</Kbd>
      </LinkButton>
      <Menu
        label={`Circles: ${circleNames}`}
        button={
          <>
            <bdi className="max-w-48 truncate">{circleNames}</bdi>
            <ChevronDown aria-hidden="true" className="size-3.5 text-muted" />
          </>
        }
      >
        {desk.circles.map(({ key, name }) => (
          <MenuItem
            key={key}
            checked={person.circles.includes(key)}
            several
            onSelect={() => void setCircles(toggled(desk.circles, person.circles, key))}
          >
            <bdi>{name}</bdi>
          </MenuItem>
        ))}
      </Menu>
      <LinkButton href={`${address}/edit`}>
        <Pencil aria-hidden="true" className="size-4" /> Edit <Kbd>E</Kbd>
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
        <MenuItem icon={<Flower2 aria-hidden="true" className="size-4" />} onSelect={() => setAsking("died")}>
          {person.isDead ? "The day they died" : "They have died"}
        </MenuItem>
        {person.isDead ? (
          <MenuItem onSelect={() => void setLiving()}>They live: this was a mistake</MenuItem>
        ) : null}
        <MenuItem icon={<Merge aria-hidden="true" className="size-4" />} onSelect={() => setAsking("merge")}>
          Merge with…
        </MenuItem>
        <Link role="menuitem" href={`${address}/whisper`} className={menuItemClass}>
          <NotebookText aria-hidden="true" className="size-4" /> Whisper card
        </Link>
        <Link role="menuitem" href={`${base}/history?subject=${person.id}`} className={menuItemClass}>
          <History aria-hidden="true" className="size-4" /> All about this
        </Link>
        <MenuItem
          danger
          icon={<Trash2 aria-hidden="true" className="size-4" />}
          whyNot={
            person.can.remove ? undefined : `Only ${desk.clientShort} can take somebody of this circle off`
          }
          onSelect={() => setAsking("remove")}
        >
          Take off the desk
        </MenuItem>
      </Menu>
      <PersonDialogs
        name={person.name}
        asking={asking === "private" || asking === "remove" ? asking : null}
        onClose={() => setAsking(null)}
        onPrivate={() => void setPrivate(true)}
        onRemove={() => void remove()}
      />
      {asking === "merge" ? <MergeWithDialog person={person} onClose={() => setAsking(null)} /> : null}
      <DiedDialog key={person.version} page={page} open={asking === "died"} onClose={() => setAsking(null)} />
    </div>
  );
}

type Done = { version: number };

/** In or out of one circle, in the order of the desk's circles. */
function toggled(all: { key: Circle }[], now: Circle[], key: Circle): Circle[] {
  const keys = all.map((circle) => circle.key);
  return keys.filter((one) => (one === key ? !now.includes(key) : now.includes(one)));
}

function sayHidden(tasks: number): string {
  const along =
    tasks === 0 ? "" : tasks === 1 ? " One open task went along." : ` ${tasks} open tasks went along.`;
  return `Nobody but you sees them now.${along}`;
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
