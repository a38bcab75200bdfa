"use client";

import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { GuestChips } from "@/components/calendar/guest-chips";
import { readAddresses } from "@/components/drafts/read-addresses";
import { cx } from "@/components/ui/cx";
import { controlClass, Field } from "@/components/ui/field";
import type { EventGuest } from "@/lib/domain/calendar/event";

type Found = { id: string; name: string };
type Props = {
  guests: readonly EventGuest[];
  error?: string;
  /** Looks for people of the desk by name. */
  find: (name: string, signal: AbortSignal) => Promise<Found[]>;
  onChange: (guests: EventGuest[]) => void;
};

const PAUSE_MS = 130;

/** Who comes along: people of the desk by name, or any other name or address. */
export function GuestField({ guests, error, find, onChange }: Props) {
  const list = useId();
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<Found[]>([]);
  const [at, setAt] = useState(-1);
  const [isHere, setHere] = useState(false);
  const name = typed.trim();
  useEffect(() => {
    if (name === "" || name.includes("@") || !isHere) return setFound([]);
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      setFound((await find(name, abort.signal)).slice(0, 7));
      setAt(-1);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [name, isHere, find]);
  const offered = found.filter(({ id }) => !guests.some(({ personId }) => personId === id));
  const isOpen = isHere && name !== "" && offered.length > 0;

  function add(more: EventGuest[]) {
    const key = (one: EventGuest) => one.personId ?? (one.email.toLowerCase() || one.name);
    const there = new Set(guests.map(key));
    onChange([...guests, ...more.filter((one) => !there.has(key(one)))]);
    setTyped("");
    setFound([]);
    setAt(-1);
  }
  function addTyped() {
    if (name === "") return;
    const addresses = readAddresses(name);
    if (addresses)
      return add(addresses.map((one) => ({ name: one.name, email: one.address, personId: null })));
    add([{ name, email: "", personId: null }]);
  }
  const addFound = ({ id, name }: Found) => add([{ name, email: "", personId: id }]);
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    if (isOpen && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setAt((now) =>
        now < 0 && step < 0 ? offered.length - 1 : (now + step + offered.length) % offered.length,
      );
    } else if (name !== "" && (event.key === "Enter" || event.key === "," || event.key === ";")) {
      event.preventDefault();
      const chosen = event.key === "Enter" && isOpen ? (offered[at] ?? onlyMatch(offered, name)) : undefined;
      if (chosen) addFound(chosen);
      else addTyped();
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears whether the focus is inside.
    <div
      className="relative flex flex-col gap-1.5"
      onFocus={() => setHere(true)}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        setHere(false);
        addTyped();
      }}
    >
      <Field
        label="Who comes along"
        hint="Nobody is told: Firsthand never invites people by itself."
        error={error}
      >
        {(wiring) => (
          <input
            {...wiring}
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={isOpen ? list : undefined}
            aria-activedescendant={isOpen && offered[at] ? `${list}-${offered[at].id}` : undefined}
            dir="auto"
            autoComplete="off"
            maxLength={320}
            placeholder="A name or an address"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={onKeyDown}
            className={controlClass}
          />
        )}
      </Field>
      {isOpen ? (
        <div
          id={list}
          role="listbox"
          aria-label="People found"
          className="rounded-xl border border-line bg-sheet p-1"
        >
          {offered.map((person, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: arrows and Enter work in the field above.
            <div
              key={person.id}
              id={`${list}-${person.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onClick={() => addFound(person)}
              className={cx(
                "cursor-pointer rounded-lg px-2.5 py-1.5 pointer-coarse:min-h-11",
                index === at ? "bg-sunken" : "hover:bg-sunken/50",
              )}
            >
              <span dir="auto">{person.name}</span>
            </div>
          ))}
        </div>
      ) : null}
      <GuestChips guests={guests} onTakeOff={(one) => onChange(guests.filter((other) => other !== one))} />
    </div>
  );
}

/** A whole name typed out means the one who has it. */
function onlyMatch(found: readonly Found[], name: string): Found | undefined {
  const same = found.filter((one) => one.name.toLowerCase() === name.toLowerCase());
  return same.length === 1 ? same[0] : undefined;
}
