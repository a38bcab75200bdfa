import type { SilentLine } from "./silent-lines";

const from = (name: string, find: string): SilentLine => ({ name, in: "is_from", find, replace: "NULL" });

/** Those by which what came from somebody private is known as theirs. */
export const linesAboutSenders: SilentLine[] = [
  from("a message is its sender’s", "fence.mark(message ->> 'from')"),
  from("a mail is its address’s", "fence.mark(message #>> '{mail,from,address}')"),
  from("an invitation is its organiser’s", "fence.mark(fields ->> 'organiser')"),
  from("an invitation is its entry’s organiser’s", "fence.organiser_mark(desk, fields ->> 'eventUid')"),
];
