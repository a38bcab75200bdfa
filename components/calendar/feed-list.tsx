import type { ReactNode } from "react";
import { feedShows } from "@/components/calendar/feed-words";
import { Sheet } from "@/components/ui/sheet";
import type { FeedView } from "@/lib/domain/calendar/feed";
import { firstName } from "@/lib/domain/person/first-name";

type Props = {
  feeds: FeedView[];
  /** The desk's zone, in which days are told. */
  zone: string;
  /** The reader's own name: their own view is theirs. */
  me: string;
  /** What may be done with one. */
  verbs: (feed: FeedView) => ReactNode;
};

/** The addresses at which the calendar is read elsewhere: what each shows, since when, and who made it. The address itself is nowhere. */
export function FeedList({ feeds, zone, me, verbs }: Props) {
  const day = new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "long" });
  return (
    <ul className="flex flex-col gap-2">
      {feeds.map((feed) => (
        <li key={feed.id}>
          <Sheet aria-label={feed.name} className="flex flex-wrap items-start justify-between gap-3">
            <div className="flex min-w-0 flex-1 basis-64 flex-col gap-0.5">
              <p className="font-medium wrap-anywhere">
                <bdi>{feed.name}</bdi>
              </p>
              <p className="text-[0.8125rem] text-muted">
                {feedShows(feed.scope, feed.forName === me ? "" : firstName(feed.forName))}
              </p>
              <p className="text-[0.8125rem] text-muted">
                Address of {day.format(Date.parse(feed.issuedAt))}
                {feed.madeBy && feed.madeBy !== me ? `, made by ${firstName(feed.madeBy)}` : ""}
              </p>
            </div>
            <div className="flex flex-wrap gap-2">{verbs(feed)}</div>
          </Sheet>
        </li>
      ))}
    </ul>
  );
}
