"use client";

import { useEffect, useState } from "react";
import { post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { useDesk } from "@/components/workspace/desk-context";
import type { KnownAlready as Known } from "@/lib/domain/person/duplicates-view";

const PAUSE_MS = 400;

/** "Is this the Ana Duarte you know?", while somebody is being written down. It only asks; whoever types goes on. */
export function KnownAlready({ name, emails, phones }: { name: string; emails: string[]; phones: string[] }) {
  const { slug } = useDesk();
  const [people, setPeople] = useState<Known[]>([]);
  const typed = JSON.stringify({ name, emails: emails.filter(Boolean), phones: phones.filter(Boolean) });
  useEffect(() => {
    const asked = new AbortController();
    const timer = setTimeout(async () => {
      if (name.trim().length < 3) return setPeople([]);
      const answer = await post<{ people: Known[] }>(
        `/api/v1/w/${slug}/people/known`,
        JSON.parse(typed),
        asked.signal,
      );
      if (answer.ok) setPeople(answer.value.people);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [slug, typed, name]);
  return (
    <div aria-live="polite" className="flex flex-col gap-2 empty:hidden">
      {people.map((one) => (
        <Notice key={one.id}>
          Is this{" "}
          <Link href={`/w/${slug}/people/${one.id}`} className="underline underline-offset-2">
            the <bdi>{one.name}</bdi> you know
          </Link>
          ? {capital(one.reasons.join("; "))}.
        </Notice>
      ))}
    </div>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
