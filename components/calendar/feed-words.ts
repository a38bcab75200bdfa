import type { FeedScope } from "@/lib/domain/calendar/feed";

/** What each address shows, for a choice; `client` is the client's first name. */
export function feedChoices(client: string, isClients: boolean): { scope: FeedScope; label: string }[] {
  if (!isClients) return [{ scope: "assistant", label: "The calendar as you see it" }];
  return [
    { scope: "all", label: "Everything" },
    { scope: "birthdays", label: "Birthdays and other days" },
    { scope: "assistant", label: `What somebody sees who stands for ${client}` },
  ];
}

/** What an address shows, in a sentence. `forName` is whose view it is, "" for the reader's own. */
export function feedShows(scope: FeedScope, forName: string): string {
  if (scope === "birthdays") return "Birthdays and other days, every year; nobody who is private.";
  const all = "Events, tasks, birthdays and protected time; what is private is “Busy”.";
  if (scope === "all") return all;
  return forName === "" ? `The calendar as you see it. ${all}` : `The calendar as ${forName} sees it. ${all}`;
}

/** The address for programs that open calendars by themselves: with it, a tap subscribes. */
export function webcalOf(address: string): string {
  return address.replace(/^https?:/, "webcal:");
}
