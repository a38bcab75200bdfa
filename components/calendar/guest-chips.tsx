import { X } from "lucide-react";
import { IconButton } from "@/components/ui/button";
import type { EventGuest } from "@/lib/domain/calendar/event";

type Props = { guests: readonly EventGuest[]; onTakeOff: (guest: EventGuest) => void };

/** Everybody who comes along, each with a way off the list. */
export function GuestChips({ guests, onTakeOff }: Props) {
  if (guests.length === 0) return null;
  return (
    <ul aria-label="Coming along" className="flex flex-wrap items-center gap-1.5">
      {guests.map((one) => (
        <li
          key={one.personId ?? `${one.name}${one.email}`}
          className="flex max-w-full items-center gap-1 rounded-full border border-line bg-paper py-0.5 ps-3 pe-1 text-[0.8125rem]"
        >
          <bdi className="min-w-0 truncate" title={one.email || undefined}>
            {one.name || one.email}
          </bdi>
          <IconButton
            label={`Take ${one.name || one.email} off`}
            className="size-6 pointer-coarse:size-11"
            onClick={() => onTakeOff(one)}
          >
            <X aria-hidden="true" className="size-3.5" />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}
