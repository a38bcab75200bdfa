import { sayMoment, saySpan } from "@/lib/domain/calendar/say-moment";

/** What of an invitation a person would want to know when it changes. Instants ISO UTC of its next happening. */
export type ToldOf = {
  summary: string;
  startsAt: string;
  endsAt: string;
  allDay: boolean;
  place: string;
  link: string;
  rule: string;
};

/** What changed between two versions of an invitation, in sentences, on the wall of the desk's zone. */
export function sayChanges(before: ToldOf, after: ToldOf, zone: string): string[] {
  const said: string[] = [];
  if (before.summary !== after.summary)
    said.push(`Now called “${after.summary}”, before “${before.summary}”.`);
  const time = sayTimeChange(before, after, zone);
  if (time !== "") said.push(time);
  if (before.rule !== after.rule)
    said.push(
      after.rule === ""
        ? "It no longer repeats."
        : before.rule === ""
          ? "It repeats now."
          : "It repeats otherwise than before.",
    );
  if (before.place !== after.place)
    said.push(
      after.place === ""
        ? `No longer at ${before.place}.`
        : `Now at ${after.place}${before.place ? `, before at ${before.place}` : ""}.`,
    );
  if (before.link !== after.link)
    said.push(
      after.link === ""
        ? "There is no link to join any more."
        : before.link === ""
          ? "There is a link to join now."
          : "The link to join is another one.",
    );
  return said;
}

function sayTimeChange(before: ToldOf, after: ToldOf, zone: string): string {
  const was = saySpan(before.startsAt, before.endsAt, before.allDay, zone);
  const is = saySpan(after.startsAt, after.endsAt, after.allDay, zone);
  if (was === is) return "";
  if (before.startsAt === after.startsAt && before.allDay === after.allDay)
    return `Now ${is}, before ${was}.`;
  const day = sayMoment(before.startsAt, true, zone);
  const from = sayMoment(before.startsAt, before.allDay, zone);
  const to = sayMoment(after.startsAt, after.allDay, zone);
  const short = !after.allDay && to.startsWith(`${day}, `) ? to.slice(day.length + 2) : to;
  return `Moved from ${from} to ${short}.`;
}
