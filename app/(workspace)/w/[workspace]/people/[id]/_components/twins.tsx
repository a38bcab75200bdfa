"use client";

import { useEffect, useState } from "react";
import { get } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import type { PersonPage } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/use-person";
import { PersonTwins } from "@/components/people/person-twins";
import { useDesk } from "@/components/workspace/desk-context";
import type { Twins as Found } from "@/lib/domain/person/duplicates-view";

/** Who else somebody may be: asked when the page stands, so that it never waits for the answer. */
export function Twins({ page }: { page: PersonPage }) {
  const { slug } = useDesk();
  const { id, version, name } = page.person;
  const [twins, setTwins] = useState<Found | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version of somebody may look like somebody else.
  useEffect(() => {
    const asked = new AbortController();
    void get<Found>(`/api/v1/w/${slug}/people/${id}/look-alikes`, asked.signal).then((answer) => {
      if (answer.ok) setTwins(answer.value);
    });
    return () => asked.abort();
  }, [slug, id, version]);

  function undo(mergeId: string, other: string) {
    void page.act<{ left: string }>({
      path: `merges/${mergeId}/undo`,
      input: {},
      says: ({ left }) => ({ text: left || `${name} and ${other} are two again, as they were.` }),
    });
  }
  return <PersonTwins twins={twins} base={`/w/${slug}`} isBusy={page.isBusy} onUndo={undo} />;
}
