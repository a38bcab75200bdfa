"use client";

import { useLinkStatus } from "next/link";
import { type ComponentProps, createContext, type ReactNode, useContext } from "react";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import type { ShellPlace } from "@/components/workspace/places";
import type { WorkspaceShell } from "@/lib/domain/workspace/view";

/** Where the person is, null on a page that is none of the places; and what waits at the places that count. */
type Whereabouts = { place: ShellPlace | null; counts: WorkspaceShell["counts"] };

const Whereabouts = createContext<Whereabouts>({ place: null, counts: { queue: 0, forYou: 0 } });

export function WhereaboutsProvider({ children, ...value }: Whereabouts & { children: ReactNode }) {
  return <Whereabouts value={value}>{children}</Whereabouts>;
}

/** A link to a place of the desk that knows whether one is there, or on the way. */
export function PlaceLink({
  place,
  className,
  children,
  ...rest
}: ComponentProps<typeof Link> & { place: ShellPlace }) {
  const here = useContext(Whereabouts).place;
  return (
    <Link
      {...rest}
      aria-current={place === here ? "page" : undefined}
      className={cx(className, "transition-opacity has-data-coming:opacity-50 has-data-coming:delay-100")}
    >
      {children}
      <Coming />
    </Link>
  );
}

/** Stands in a link while the page behind it is being fetched; a place shows no grey lines before its own. */
function Coming() {
  return useLinkStatus().pending ? <span data-coming hidden /> : null;
}

/** How much waits at a place, as it changes; nothing for none. */
export function PlaceCount({ place }: { place: ShellPlace }) {
  const { counts } = useContext(Whereabouts);
  // As far as they are counted.
  const [count, most] = place === "queue" ? [counts.queue, 999] : [place === "you" ? counts.forYou : 0, 99];
  if (count === 0) return null;
  return <span className="font-normal text-muted tabular-nums">{count > most ? `${most}+` : count}</span>;
}
