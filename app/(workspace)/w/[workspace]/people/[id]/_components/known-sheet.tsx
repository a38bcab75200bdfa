"use client";

import { Ellipsis, Lock, Plus } from "lucide-react";
import { useState } from "react";
import { FactForm } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/fact-form";
import type { PersonPage } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/use-person";
import { SourceLine } from "@/components/people/source-line";
import { factHeadings } from "@/components/people/words";
import { safeHref } from "@/components/tasks/field-rows";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Sheet, SheetHeader } from "@/components/ui/sheet";
import { useDesk } from "@/components/workspace/desk-context";
import { type FactKind, factKinds } from "@/lib/domain/person/fact";
import type { FactView } from "@/lib/domain/person/view";

type Done = { version: number };

/** What one remembers of somebody, fact by fact: what they enjoy, what to avoid, what to talk about, and who said so. */
export function KnownSheet({ page }: { page: PersonPage }) {
  const { person, act } = page;
  const desk = useDesk();
  const [writing, setWriting] = useState<FactView | "new" | null>(null);
  const kinds = factKinds.filter((kind) => person.facts.some((fact) => fact.kind === kind));

  const right = (fact: FactView) =>
    act<Done>({
      path: `facts/${fact.id}/check`,
      input: { version: fact.version },
      says: ({ version }) => ({
        text: "Found right.",
        back: { path: `facts/${fact.id}/check`, input: { version, isRight: false } },
      }),
    });
  const remove = (fact: FactView) =>
    act<Done>({
      path: `facts/${fact.id}/remove`,
      input: { version: fact.version },
      says: ({ version }) => ({
        text: "Taken away.",
        back: { path: `facts/${fact.id}/restore`, input: { version } },
      }),
    });
  const hide = (fact: FactView, isPrivate: boolean) =>
    act<Done>({
      path: `facts/${fact.id}/privacy`,
      input: { isPrivate, version: fact.version },
      says: ({ version }) => ({
        text: isPrivate ? "Nobody but you sees this now." : `Shown to ${desk.assistantShort} again.`,
        back: { path: `facts/${fact.id}/privacy`, input: { isPrivate: !isPrivate, version } },
      }),
    });

  return (
    <Sheet aria-label="To remember">
      <SheetHeader level={2} title="To remember" />
      {kinds.length === 0 && writing === null ? (
        <p className="mb-3 text-muted">Nothing yet: what they enjoy, what to avoid, what to talk about.</p>
      ) : null}
      <div className="flex flex-col gap-4">
        {kinds.map((kind) => (
          <section key={kind} aria-label={factHeadings[kind]}>
            <h3 className="mb-1 text-[0.8125rem] font-medium text-muted">{factHeadings[kind]}</h3>
            <ul className="flex flex-col gap-2">
              {person.facts
                .filter((fact) => fact.kind === kind)
                .map((fact) =>
                  writing !== "new" && writing?.id === fact.id ? (
                    <li key={fact.id}>
                      <FactForm page={page} fact={fact} onClose={() => setWriting(null)} />
                    </li>
                  ) : (
                    <li key={fact.id} className="flex items-start gap-2">
                      <div className="min-w-0 flex-1">
                        <p className="wrap-anywhere whitespace-pre-line">
                          <FactValue kind={kind} value={fact.value} />
                          {fact.label ? (
                            <span className="ms-2 text-[0.8125rem] text-muted">{fact.label}</span>
                          ) : null}
                          {fact.isPrivate ? <PrivateMark /> : null}
                        </p>
                        <SourceLine
                          source={fact.source}
                          about={fact.value}
                          onRight={() => void right(fact)}
                        />
                      </div>
                      <Menu
                        label={`More about: ${fact.value}`}
                        variant="quiet"
                        button={<Ellipsis aria-hidden="true" className="size-4" />}
                      >
                        <MenuItem onSelect={() => setWriting(fact)}>Change</MenuItem>
                        <MenuItem onSelect={() => void right(fact)}>Still right</MenuItem>
                        {person.can.makePrivate ? (
                          <MenuItem onSelect={() => void hide(fact, !fact.isPrivate)}>
                            {fact.isPrivate ? `Show to ${desk.assistantShort}` : "Make private"}
                          </MenuItem>
                        ) : null}
                        <MenuItem danger onSelect={() => void remove(fact)}>
                          Take away
                        </MenuItem>
                      </Menu>
                    </li>
                  ),
                )}
            </ul>
          </section>
        ))}
      </div>
      {writing === "new" ? (
        <div className="mt-3">
          <FactForm page={page} fact={null} onClose={() => setWriting(null)} />
        </div>
      ) : (
        <Button
          size="sm"
          className="mt-3"
          icon={<Plus aria-hidden="true" className="size-4" />}
          onClick={() => setWriting("new")}
        >
          Add something to remember
        </Button>
      )}
    </Sheet>
  );
}

function FactValue({ kind, value }: { kind: FactKind; value: string }) {
  const href = hrefOf(kind, value);
  if (!href) return <bdi>{value}</bdi>;
  return (
    <a
      href={href}
      rel="noreferrer noopener"
      className="underline decoration-line underline-offset-2 hover:decoration-current"
    >
      <bdi>{value}</bdi>
    </a>
  );
}

function hrefOf(kind: FactKind, value: string): string | null {
  if (kind === "email") return `mailto:${encodeURIComponent(value).replace("%40", "@")}`;
  if (kind === "phone") return `tel:${value.replace(/[^\d+*#,;]/g, "")}`;
  return kind === "link" ? (safeHref(value) ?? null) : null;
}

function PrivateMark() {
  return (
    <span title="Private: only the client sees this" className="ms-2 inline-flex align-middle text-muted">
      <Lock aria-hidden="true" className="size-3.5" />
      <span className="sr-only">Private</span>
    </span>
  );
}
