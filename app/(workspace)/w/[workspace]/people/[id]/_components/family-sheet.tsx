"use client";

import { Lock, Plus, X } from "lucide-react";
import { useState } from "react";
import { RelationForm } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/relation-form";
import type { PersonPage } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/use-person";
import { Button, IconButton } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Sheet, SheetHeader } from "@/components/ui/sheet";
import { useDesk } from "@/components/workspace/desk-context";
import { relationWords } from "@/lib/domain/person/relation";
import { saySource } from "@/lib/domain/person/source";
import type { RelationView } from "@/lib/domain/person/view";

type Done = { version: number };

/** Who somebody is to whom: their family, whom they know, who introduced them. */
export function FamilySheet({ page }: { page: PersonPage }) {
  const { person, act } = page;
  const desk = useDesk();
  const [isWriting, setWriting] = useState(false);
  const remove = (relation: RelationView) =>
    act<Done>({
      path: `relations/${relation.id}/remove`,
      input: { version: relation.version },
      says: ({ version }) => ({
        text: "Taken away.",
        back: { path: `relations/${relation.id}/restore`, input: { version } },
      }),
    });
  return (
    <Sheet aria-label="Family and friends">
      <SheetHeader level={2} title="Family and friends" />
      {person.relations.length === 0 && !isWriting ? (
        <p className="text-muted">Nobody is written down beside them.</p>
      ) : null}
      <ul className="flex flex-col gap-2">
        {person.relations.map((relation) => (
          <li key={relation.id} className="group flex items-start gap-2">
            <div className="min-w-0 flex-1">
              <p className="wrap-anywhere">
                <span className="me-2 text-[0.8125rem] text-muted">{relationWords[relation.kind]}</span>
                {relation.other.id ? (
                  <Link
                    href={`/w/${desk.slug}/people/${relation.other.id}`}
                    className="underline decoration-line underline-offset-2 hover:decoration-current"
                  >
                    <bdi>{relation.other.name}</bdi>
                  </Link>
                ) : (
                  <bdi>{relation.other.name}</bdi>
                )}
                {relation.note ? <span className="text-muted">, {relation.note}</span> : null}
                {relation.isPrivate ? (
                  <span title="Private" className="ms-2 inline-flex align-middle text-muted">
                    <Lock aria-hidden="true" className="size-3.5" />
                    <span className="sr-only">Private</span>
                  </span>
                ) : null}
              </p>
              <p className="wrap-anywhere text-xs text-muted">{saySource(relation.source, desk)}</p>
            </div>
            <IconButton
              label={`Take away: ${relationWords[relation.kind]} ${relation.other.name}`}
              onClick={() => void remove(relation)}
            >
              <X aria-hidden="true" className="size-4" />
            </IconButton>
          </li>
        ))}
      </ul>
      {isWriting ? (
        <RelationForm page={page} onClose={() => setWriting(false)} />
      ) : (
        <Button
          size="sm"
          className="mt-3"
          icon={<Plus aria-hidden="true" className="size-4" />}
          onClick={() => setWriting(true)}
        >
          Add somebody beside them
        </Button>
      )}
    </Sheet>
  );
}
