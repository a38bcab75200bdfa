import type { ReactNode } from "react";
import { CopyButton } from "@/components/people/copy-button";
import { SourceLine } from "@/components/people/source-line";
import { safeHref } from "@/components/tasks/field-rows";
import { Sheet, SheetHeader } from "@/components/ui/sheet";
import type { LabelledText } from "@/lib/domain/person/person";
import type { PersonView } from "@/lib/domain/person/view";

/** A field's name holds this much of a long value: as fact_sources keeps it. */
const MOST_OF_A_FIELD = 400;

type Props = {
  person: PersonView;
  /** Says that what stands in a field of the person's row is still right. */
  onRight: (field: string) => void;
};

/** What their card says: what to be careful about first, then how to reach them, then the rest; each with where it is from. */
export function PersonFactsSheet({ person, onRight }: Props) {
  const languages = new Intl.DisplayNames("en-GB", { type: "language", fallback: "code" });
  const source = (field: string, about: string) => (
    <SourceLine source={person.sources[field]} about={about} onRight={() => onRight(field)} />
  );
  const text = (name: string, field: string, value: string): [string, ReactNode] => [
    name,
    value === "" ? null : (
      <>
        {value}
        {source(field, name)}
      </>
    ),
  ];
  const list = (
    name: string,
    field: "emails" | "phones" | "addresses" | "links",
    hrefOf?: ValuesProps["hrefOf"],
  ): [string, ReactNode] => [
    name,
    person[field].length === 0 ? null : (
      <Values
        key={field}
        values={person[field]}
        hrefOf={hrefOf}
        sourceOf={(value) => source(`${field}:${value.slice(0, MOST_OF_A_FIELD)}`, value)}
      />
    ),
  ];
  const facts: [string, ReactNode][] = [
    text("Name", "name", person.name),
    text("Said", "saidAs", person.saidAs),
    text("Careful", "careful", person.careful),
    list("E-mail", "emails", mailTo),
    list("Phone", "phones", (value) => `tel:${value.replace(/[^\d+*#,;]/g, "")}`),
    list("Address", "addresses"),
    list("Links", "links", safeHref),
    text("Organization", "organization", person.organization),
    text("Job title", "jobTitle", person.jobTitle),
    ["Also called", person.nicknames.join(", ") || null],
    text("How you met", "howMet", person.howMet),
    text("Language", "language", person.language ? nameOf(languages, person.language) : ""),
    text("Time zone", "zone", person.zone?.replaceAll("_", " ") ?? ""),
    text("Note", "note", person.note),
  ];
  const known = facts.filter(([, value]) => value !== null);
  return (
    <Sheet aria-label="Their card">
      <SheetHeader level={2} title="Their card" />
      {known.length === 1 ? <p className="mb-2.5 text-muted">Nothing but the name so far.</p> : null}
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
    </Sheet>
  );
}

function mailTo(value: string): string {
  return `mailto:${encodeURIComponent(value).replace("%40", "@")}`;
}

type ValuesProps = {
  values: LabelledText[];
  hrefOf?: (value: string) => string | null | undefined;
  sourceOf: (value: string) => ReactNode;
};

function Values({ values, hrefOf, sourceOf }: ValuesProps) {
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
                <span className="text-[0.8125rem] whitespace-nowrap text-muted"> · {label}</span>
              ) : null}
              {sourceOf(value)}
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
