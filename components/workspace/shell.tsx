"use client";

import { CalendarDays, CircleUserRound, Ellipsis, ListChecks, type LucideIcon, Users } from "lucide-react";
import type { ReactNode } from "react";
import { latePart } from "@/components/ui/late-part";
import { Link } from "@/components/ui/link";
import { Menu } from "@/components/ui/menu";
import { useWarmUp } from "@/components/ui/warm-up";
import { DeskSwitcher, loadDesks } from "@/components/workspace/desk-switcher";
import { SearchButton } from "@/components/workspace/desk-windows";
import { PlaceCount, PlaceLink } from "@/components/workspace/place-link";
import { placeNames, type ShellPlace } from "@/components/workspace/places";
import type { WorkspaceShell } from "@/lib/domain/workspace/view";

const loadMore = () => import("@/components/workspace/more-list");
const MoreList = latePart(() => loadMore().then((m) => m.MoreList));
const warm = [loadMore, loadDesks];

const inBar = ["queue", "you", "calendar", "people"] as const satisfies ShellPlace[];
const inSide: readonly ShellPlace[] = [...inBar, "rights", "history", "settings"];
const icons: Record<(typeof inBar)[number], LucideIcon> = {
  queue: ListChecks,
  you: CircleUserRound,
  calendar: CalendarDays,
  people: Users,
};

type Props = {
  shell: WorkspaceShell;
  children: ReactNode;
};

/** The frame around every page of a desk: places on the left, or at the foot of a phone; whose desk it is at the end. */
export function Shell({ shell, children }: Props) {
  const base = `/w/${shell.workspace.slug}`;
  useWarmUp(warm);
  return (
    <div className="min-h-dvh lg:grid print:block lg:grid-cols-[13.25rem_minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only z-50 rounded-lg bg-sheet px-4 py-2 focus:not-sr-only focus:fixed focus:start-3 focus:top-3"
      >
        Skip to the page
      </a>
      <nav
        aria-label="Desk"
        className="sticky top-0 hidden h-dvh flex-col border-e border-line px-3 pt-3.5 pb-4 lg:flex print:hidden"
      >
        <Link href={`${base}/queue`} className="mb-4 flex items-center gap-2 rounded-lg px-2">
          <span aria-hidden="true" className="size-2.5 rounded-full bg-ink" />
          <span className="font-serif text-[1.375rem] font-medium">Firsthand</span>
        </Link>
        <SearchButton className={`${sideClass} mb-2 w-full text-muted hover:bg-sunken/60 hover:text-text`} />
        <ul className="flex flex-col gap-0.5">
          {inSide.map((place) => (
            <li key={place} className={place === "settings" ? "mt-4" : undefined}>
              <SideLink place={place} base={base} />
            </li>
          ))}
        </ul>
        <div className="mt-auto border-t border-line pt-3">
          <DeskSwitcher shell={shell} />
        </div>
      </nav>
      <main
        id="main"
        tabIndex={-1}
        className="min-w-0 pb-[calc(4rem+env(safe-area-inset-bottom))] outline-none lg:pb-0 print:pb-0"
      >
        {children}
      </main>
      <nav
        aria-label="Desk"
        className="fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden"
      >
        {inBar.map((place) => (
          <BarLink key={place} place={place} base={base} />
        ))}
        <Menu
          label="More"
          buttonClassName={`${barClass} text-muted`}
          button={
            <>
              <Ellipsis aria-hidden="true" className="size-5" />
              <span aria-hidden="true">More</span>
            </>
          }
        >
          <MoreList shell={shell} />
        </Menu>
      </nav>
    </div>
  );
}

type LinkProps<P extends ShellPlace = ShellPlace> = { place: P; base: string };

const sideClass =
  "flex min-h-[2.125rem] items-center justify-between rounded-lg px-2.5 font-medium pointer-coarse:min-h-11";

function SideLink({ place, base }: LinkProps) {
  return (
    <PlaceLink
      place={place}
      href={`${base}/${place}`}
      className={`${sideClass} text-muted hover:bg-sunken/60 hover:text-text aria-[current]:bg-sunken aria-[current]:text-text`}
    >
      {placeNames[place]}
      <span className="text-xs">
        <PlaceCount place={place} />
      </span>
    </PlaceLink>
  );
}

/** Its words grow with the reader's size, to nearly twice as large on a phone: a longer one takes room from the shorter. */
const barClass =
  "relative flex min-h-14 min-w-min flex-1 flex-col items-center justify-center gap-0.5 text-[min(0.6875rem,5vw)] leading-4 font-medium text-nowrap focus-visible:-outline-offset-2";

function BarLink({ place, base }: LinkProps<(typeof inBar)[number]>) {
  const Icon = icons[place];
  return (
    <PlaceLink
      place={place}
      href={`${base}/${place}`}
      className={`${barClass} text-muted aria-[current]:text-text aria-[current]:[&_svg]:stroke-[2.25]`}
    >
      <Icon aria-hidden="true" className="size-5" strokeWidth={1.75} />
      <span className="flex flex-wrap justify-center gap-x-1">
        {placeNames[place]}
        <PlaceCount place={place} />
      </span>
    </PlaceLink>
  );
}
