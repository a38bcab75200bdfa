"use client";

import { useState } from "react";
import { FeedList } from "@/components/calendar/feed-list";
import { GivenAddress } from "@/components/calendar/given-address";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionHeader } from "@/components/ui/sheet";
import type { FeedView } from "@/lib/domain/calendar/feed";
import { firstName } from "@/lib/domain/person/first-name";
import { FeedVerbs } from "./feed-verbs";
import { MakeFeed } from "./make-feed";

type Props = {
  feeds: FeedView[];
  readers: { id: string; name: string }[];
  zone: string;
  me: string;
  isClients: boolean;
  clientName: string;
};

type Given = { id: string; name: string; address: string };

/** The addresses that there are, a new one, and the one that was just given: it is known to this page alone, until it is left. */
export function FeedsPanel({ feeds, readers, zone, me, isClients, clientName }: Props) {
  const [given, setGiven] = useState<Given | null>(null);
  const client = firstName(clientName);
  return (
    <>
      <section aria-labelledby="addresses" className="flex flex-col gap-3">
        <SectionHeader id="addresses" title="Read elsewhere" aside="to look at, never to change" />
        <p className="max-w-prose text-muted">
          Your phone, or any program that subscribes to calendars, can show this one beside your own. Guests
          and notes stay here.
        </p>
        {given ? (
          <GivenAddress name={given.name} address={given.address} onDone={() => setGiven(null)} />
        ) : null}
        {feeds.length > 0 ? (
          <FeedList
            feeds={feeds}
            zone={zone}
            me={me}
            verbs={(feed) => (
              <FeedVerbs
                feed={feed}
                onGiven={(address) => setGiven({ id: feed.id, name: feed.name, address })}
                onRevoked={() => given?.id === feed.id && setGiven(null)}
              />
            )}
          />
        ) : (
          <EmptyState title="Nobody reads it elsewhere">
            {isClients
              ? "Make an address for each program, so that you can take one back without the others."
              : `You can have an address of the calendar as you see it. ${client} knows of it, and can take it back.`}
          </EmptyState>
        )}
      </section>
      <section aria-labelledby="make">
        <SectionHeader id="make" title="Make an address" />
        <MakeFeed readers={readers} client={client} isClients={isClients} onGiven={setGiven} />
      </section>
    </>
  );
}
