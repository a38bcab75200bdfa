"use client";

import { UserPlus, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { deskApi } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { IconButton } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { controlClass, Field } from "@/components/ui/field";
import { useDesk } from "@/components/workspace/desk-context";

export type Chosen = { id: string | null; name: string };

/** The people found, and the text that they were found for. */
type Found = { of: string; people: { id: string; name: string }[] };

type Props = {
  value: Chosen;
  error?: string;
  onChange: (person: Chosen) => void;
  label?: string;
  /** A name that is nobody's on the desk counts as it stands; nobody is written down for it. */
  orNameAlone?: boolean;
  /** Whose page this is: not offered. */
  except?: string;
};

/** Who it is about: somebody of this desk found by name, or somebody new. Without `orNameAlone` only a chosen one counts. */
export function PersonField({
  value,
  error,
  onChange,
  label = "Person",
  orNameAlone = false,
  except,
}: Props) {
  const { slug } = useDesk();
  const [found, setFound] = useState<Found | null>(null);
  const [isHere, setHere] = useState(false);
  const [isShut, setShut] = useState(false);
  const [at, setAt] = useState(0);
  const [problem, setProblem] = useState("");
  /** What was typed when Enter came before its list did. */
  const [awaited, setAwaited] = useState<string | null>(null);
  const making = useRef<string | null>(null);
  const name = value.name.trim();
  const isAsked = name !== "" && value.id === null && (isHere || awaited === name);
  useEffect(() => {
    if (!isAsked) return setFound(null);
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await deskApi(slug).people(name, abort.signal);
      if (!answer.ok) {
        setAwaited(null);
        return setProblem(answer.problem.sentence);
      }
      setFound({
        of: name,
        people: answer.value.people.filter((person) => person.id !== except).slice(0, 7),
      });
      setAt(0);
      setProblem("");
    }, 130);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [slug, name, isAsked, except]);

  async function make() {
    if (making.current === name) return;
    making.current = name;
    const answer = await deskApi(slug).addPerson(name);
    if (making.current !== name) return;
    making.current = null;
    if (answer.ok) onChange({ id: answer.value.id, name });
    else setProblem(answer.problem.sentence);
  }
  function type(person: Chosen) {
    making.current = null;
    setProblem("");
    setAwaited(null);
    setShut(false);
    onChange(person);
  }
  // A list of other text is nobody's to choose from.
  const people = found?.of === name ? found.people : null;
  const choices = [
    ...(people ?? []).map((person) => ({
      key: person.id,
      label: person.name,
      isNew: false,
      choose: () => onChange(person),
    })),
    ...(orNameAlone || people === null
      ? []
      : [{ key: "new", label: name, isNew: true, choose: () => void make() }]),
  ];
  const isOnItsWay = people === null && problem === "";
  const isOpen = isHere && !isShut && isAsked && (isOnItsWay || choices.length > 0);
  useEffect(() => {
    if (awaited !== name || people === null) return;
    setAwaited(null);
    choices[0]?.choose();
  });
  function onKeyDown(event: KeyboardEvent) {
    if (!isOpen || event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setAt((now) => (choices.length === 0 ? 0 : (now + step + choices.length) % choices.length));
    } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (isOnItsWay) setAwaited(name);
      else choices[at]?.choose();
    } else if (event.key === "Escape") {
      // The window around it stays.
      event.preventDefault();
      setAwaited(null);
      setShut(true);
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears whether the focus is inside.
    <div
      className="relative"
      onFocus={() => setHere(true)}
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setHere(false)}
    >
      <Field label={label} error={error || problem}>
        {(wiring) => (
          <input
            {...wiring}
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={isOpen ? "people-found" : undefined}
            aria-activedescendant={isOpen && choices[at] ? `person-${choices[at].key}` : undefined}
            dir="auto"
            autoComplete="off"
            maxLength={300}
            value={value.name}
            onChange={(event) => type({ id: null, name: event.target.value })}
            onKeyDown={onKeyDown}
            className={cx(controlClass, "pe-10")}
          />
        )}
      </Field>
      {value.name ? (
        <IconButton
          label="Nobody"
          className="absolute end-0.5 top-[1.55rem]"
          onClick={() => type({ id: null, name: "" })}
        >
          <X aria-hidden="true" className="size-4" />
        </IconButton>
      ) : null}
      {isOpen ? (
        <div
          id="people-found"
          role="listbox"
          aria-label="People found"
          aria-busy={isOnItsWay}
          className="absolute inset-x-0 top-full z-20 mt-1 rounded-xl border border-line bg-sheet p-1 shadow-lift"
        >
          {isOnItsWay ? (
            <p role="presentation" className="px-2.5 py-1.5 text-muted pointer-coarse:min-h-11">
              Looking…
            </p>
          ) : null}
          {choices.map((choice, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: arrows and Enter work in the field above.
            <div
              key={choice.key}
              id={`person-${choice.key}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onClick={choice.choose}
              className={cx(
                "flex cursor-pointer items-center gap-2 rounded-lg px-2.5 py-1.5 pointer-coarse:min-h-11",
                index === at ? "bg-sunken" : "hover:bg-sunken/50",
              )}
            >
              {choice.isNew ? <UserPlus aria-hidden="true" className="size-4 text-muted" /> : null}
              <span dir="auto" className="min-w-0 truncate">
                {choice.isNew ? `Add “${choice.label}” as a new person` : choice.label}
              </span>
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}
