import {
  CalendarDays,
  CircleUserRound,
  Ellipsis,
  History,
  ListChecks,
  type LucideIcon,
  Settings,
  ShieldCheck,
  Users,
} from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Menu, MenuHeading } from "@/components/ui/menu";
import { menuItemClass } from "@/components/ui/menu-item-class";
import { DeskSwitcher } from "@/components/workspace/desk-switcher";
import { SearchButton } from "@/components/workspace/desk-windows";
import { PlaceCount, PlaceLink } from "@/components/workspace/place-link";
import type { ShellPlace } from "@/components/workspace/places";
import type { WorkspaceShell } from "@/lib/domain/workspace/view";

const names: Record<ShellPlace, { label: string; icon: LucideIcon }> = {
  queue: { label: "Queue", icon: ListChecks },
  you: { label: "For you", icon: CircleUserRound },
  calendar: { label: "Calendar", icon: CalendarDays },
  people: { label: "People", icon: Users },
  rights: { label: "Rights", icon: ShieldCheck },
  history: { label: "History", icon: History },
  settings: { label: "Settings", icon: Settings },
};

const inBar: readonly ShellPlace[] = ["queue", "you", "calendar", "people"];
const inMore: readonly ShellPlace[] = ["rights", "history", "settings"];

type Props = {
  shell: WorkspaceShell;
  children: ReactNode;
};

/** The frame around every page of a desk: places on the left, or at the foot of a phone; whose desk it is at the end. */
export function Shell({ shell, children }: Props) {
  const base = `/w/${shell.workspace.slug}`;
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
          {[...inBar, ...inMore].map((place) => (
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
          <SearchButton inMenu className={menuItemClass} />
          {inMore.map((place) => (
            <MoreLink key={place} place={place} base={base} />
          ))}
          <MenuHeading>Desk</MenuHeading>
          <DeskSwitcher shell={shell} inMenu />
        </Menu>
      </nav>
    </div>
  );
}

type LinkProps = { place: ShellPlace; base: string };

const sideClass =
  "flex min-h-[2.125rem] items-center justify-between rounded-lg px-2.5 font-medium pointer-coarse:min-h-11";

function SideLink({ place, base }: LinkProps) {
  return (
    <PlaceLink
      place={place}
      href={`${base}/${place}`}
      className={`${sideClass} text-muted hover:bg-sunken/60 hover:text-text aria-[current]:bg-sunken aria-[current]:text-text`}
    >
      {names[place].label}
      <span className="text-xs">
        <PlaceCount place={place} />
      </span>
    </PlaceLink>
  );
}

const barClass =
  "relative flex min-h-14 flex-1 flex-col items-center justify-center gap-0.5 text-2xs font-medium focus-visible:outline-offset-[-2px]";

function BarLink({ place, base }: LinkProps) {
  const { label, icon: Icon } = names[place];
  return (
    <PlaceLink
      place={place}
      href={`${base}/${place}`}
      className={`${barClass} text-muted aria-[current]:text-text aria-[current]:[&_svg]:stroke-[2.25]`}
    >
      <Icon aria-hidden="true" className="size-5" strokeWidth={1.75} />
      <span className="flex gap-1">
        {label}
        <PlaceCount place={place} />
      </span>
    </PlaceLink>
  );
}

function MoreLink({ place, base }: LinkProps) {
  const { label, icon: Icon } = names[place];
  return (
    <PlaceLink role="menuitem" place={place} href={`${base}/${place}`} className={menuItemClass}>
      <Icon aria-hidden="true" className="size-4 text-muted" />
      {label}
    </PlaceLink>
  );
}
