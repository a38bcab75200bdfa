import type { ReactNode } from "react";
import { CopyButton } from "@/components/people/copy-button";
import { safeHref } from "@/components/tasks/field-rows";
import { Sheet, SheetHeader } from "@/components/ui/sheet";
import type { LabelledText, PersonFacts } from "@/lib/domain/person/person";

/** What is known about somebody: what to be careful about first, then how to reach them, then the rest. */
export function PersonFactsSheet({ person }: { person: PersonFacts }) {
  const languages = new Intl.DisplayNames("en-GB", { type: "language", fallback: "code" });
  const facts: [string, ReactNode][] = [
    ["Careful", person.careful],
    ["E-mail", <Values key="e" values={person.emails} hrefOf={mailTo} />],
    [
      "Phone",
      <Values key="p" values={person.phones} hrefOf={(value) => `tel:${value.replace(/[^\d+*#,;]/g, "")}`} />,
    ],
    ["Address", <Values key="a" values={person.addresses} />],
    ["Links", <Values key="l" values={person.links} hrefOf={safeHref} />],
    ["Also called", person.nicknames.join(", ")],
    ["How you met", person.howMet],
    ["Language", person.language ? nameOf(languages, person.language) : ""],
    ["Time zone", person.zone?.replaceAll("_", " ") ?? ""],
    ["Note", person.note],
  ];
  const empty = {
    "E-mail": person.emails,
    Phone: person.phones,
    Address: person.addresses,
    Links: person.links,
  } as Record<string, LabelledText[] | undefined>;
  const known = facts.filter(([name, value]) => (empty[name] ? empty[name].length > 0 : value !== ""));
  return (
    <Sheet aria-label="What is known">
      <SheetHeader title="What is known" />
      {known.length === 0 ? (
        <p className="text-muted">Nothing but the name so far.</p>
      ) : (
        <dl className="grid gap-x-4 gap-y-2.5 sm:grid-cols-[7.5rem_minmax(0,1fr)]">
          {known.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-[0.8125rem] text-muted">{name}</dt>
              <dd dir="auto" className="wrap-anywhere whitespace-pre-line max-sm:-mt-2 max-sm:mb-1">
                {value}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Sheet>
  );
}

function mailTo(value: string): string {
  return `mailto:${encodeURIComponent(value).replace("%40", "@")}`;
}

type ValuesProps = { values: LabelledText[]; hrefOf?: (value: string) => string | null | undefined };

function Values({ values, hrefOf }: ValuesProps) {
  return (
    <ul className="flex flex-col gap-1">
      {values.map(({ value, label }) => {
        const href = hrefOf?.(value) ?? null;
        return (
          <li key={`${label} ${value}`} className="flex items-baseline gap-2 pointer-coarse:items-center">
            <span className="min-w-0 pointer-coarse:py-2.5">
              {href ? (
                <a
                  href={href}
                  rel="noreferrer noopener"
                  className="underline decoration-line underline-offset-2 hover:decoration-current"
                >
                  <bdi>{value}</bdi>
                </a>
              ) : (
                <bdi className="whitespace-pre-line">{value}</bdi>
              )}
              {label ? (
                <span className="ms-2 text-[0.8125rem] whitespace-nowrap text-muted">{label}</span>
              ) : null}
            </span>
            <CopyButton text={value} />
          </li>
        );
      })}
    </ul>
  );
}

function nameOf(languages: Intl.DisplayNames, tag: string): string {
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
