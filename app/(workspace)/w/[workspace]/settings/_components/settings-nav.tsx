"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { useDesk } from "@/components/workspace/desk-context";

const pages = [
  { path: "", label: "People at this desk" },
  { path: "/agents", label: "Agents" },
  { path: "/desk", label: "Desk" },
  { path: "/time", label: "Time" },
  { path: "/away", label: "Away" },
  { path: "/circles", label: "Circles" },
  { path: "/accounts", label: "Accounts" },
  { path: "/voice", label: "Voice" },
  { path: "/proof", label: "Proof", isClients: true },
  { path: "/address-books", label: "Address books" },
  { path: "/calendars", label: "Calendars" },
  { path: "/you", label: "You" },
  { path: "/mail", label: "Mail" },
  { path: "/tokens", label: "Tokens" },
  { path: "/webhooks", label: "Webhooks" },
  { path: "/capture", label: "Capture" },
];

/** The pages of the settings, the present one marked. */
export function SettingsNav({ base }: { base: string }) {
  const here = usePathname();
  const { role } = useDesk();
  const shown = pages.filter((page) => !page.isClients || role === "client");
  const ref = useRef<HTMLElement>(null);
  // On a phone they stand in one line that does not fit: the present one is brought to where it is seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another page is shown.
  useEffect(() => {
    const nav = ref.current;
    const link = nav?.querySelector<HTMLElement>("[aria-current=page]");
    if (nav && link)
      nav.scrollLeft = link.offsetLeft - nav.offsetLeft - (nav.clientWidth - link.offsetWidth) / 2;
  }, [here]);
  return (
    <nav
      ref={ref}
      aria-label="Settings"
      className="flex gap-1 overflow-x-auto border-b border-line lg:flex-wrap lg:gap-0"
    >
      {shown.map(({ path, label }) => {
        // An address book's own page belongs to the address books.
        const isHere = path === "" ? here === base : here.startsWith(`${base}${path}`);
        return (
          <Link
            key={path}
            href={`${base}${path}`}
            aria-current={isHere ? "page" : undefined}
            className={cx(
              "-mb-px flex min-h-9 items-center border-b-2 px-3 font-medium whitespace-nowrap lg:px-2 pointer-coarse:min-h-11",
              isHere ? "border-text text-text" : "border-transparent text-muted hover:text-text",
            )}
          >
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
