import { randomUUID } from "node:crypto";
import { listCircles } from "@/lib/data/circles";
import { insertTasks } from "@/lib/data/day-tasks";
import { listInvitationTasks } from "@/lib/data/event-invitations";
import type { StoredEvent } from "@/lib/data/events";
import { findByEmails } from "@/lib/data/people-matching";
import { wakeAnswered } from "@/lib/data/tasks";
import { saySpan } from "@/lib/domain/calendar/say-moment";
import { cutText } from "@/lib/domain/cut-text";
import { whatCirclesAsk } from "@/lib/domain/policy/circles";
import { tagByPolicy } from "@/lib/domain/policy/default-tags";
import { type Arrived, type ItipStep, whichOf, whoSent } from "@/lib/use-cases/invitation/itip-step";

type Why = "propose" | "crasher" | "other-organiser" | "other-sender";

/** What no rule can judge lies before a person, as a task: once for each message, however often it comes. Gives the task. */
export async function callAHuman(
  step: ItipStep,
  one: Arrived,
  event: StoredEvent,
  why: Why,
): Promise<string | null> {
  const { tx, actor, at, mail } = step;
  const { id: workspaceId } = actor.workspace;
  const { method, attendee, organiser, sequence, stamp } = one.facts;
  const sender = mail?.from?.address ?? "";
  const address = why === "other-sender" ? sender : why === "other-organiser" ? organiser : attendee;
  const key = `itip:${JSON.stringify([method, event.uid, one.entry.recurrenceId, address, sequence, stamp])}`;
  const person = address === "" ? undefined : (await findByEmails(tx, workspaceId, [address])).get(address);
  const circles = await listCircles(tx, workspaceId);
  const asks = person ? whatCirclesAsk(circles, person.circles) : null;
  const { tag, rule } = tagByPolicy({ kind: "other", circles: asks, voice: null });
  const time = one.entry.occurrences[0];
  const message = mail?.message;
  const made = await insertTasks(tx, workspaceId, [
    {
      id: randomUUID(),
      kind: "other",
      title: [...titleOf(step, one, event, why)].slice(0, 400).join(""),
      note: noteOf(one, address),
      tag,
      tagRule: rule,
      personId: person?.id ?? null,
      message: message ? { ...message, service: "mail", url: null, mail: message.mail ?? undefined } : null,
      fields: {
        eventUid: event.uid,
        ...(time ? { startsAt: iso(time.startsAt), endsAt: iso(time.endsAt) } : {}),
      },
      receivedAt: at,
      isPrivate: event.isPrivate || person?.isPrivate === true,
      sourceKey: key,
    },
  ]);
  // Another time is an answer, as a yes is: what slept until then wakes, but for an entry that is the client's own.
  if (made > 0 && why === "propose" && person && !event.isPrivate)
    await wakeAnswered(tx, workspaceId, [person.id]);
  const [task] = await listInvitationTasks(tx, workspaceId, [key]);
  return task?.id ?? null;
}

function titleOf({ desk, mail }: ItipStep, one: Arrived, event: StoredEvent, why: Why): string {
  const who = whoSent(one);
  const name = `“${event.summary || "(no title)"}”`;
  if (why === "other-sender")
    return `${mail?.from?.name || mail?.from?.address} ${one.facts.method === "CANCEL" ? "called off" : "changed"} ${name}, and is not its organiser`;
  if (why === "crasher") return `${who} answers ${name} without having been asked`;
  if (why === "other-organiser") return `${who} writes about ${name}, which is not theirs`;
  const time = one.entry.occurrences[0];
  const when = time ? `: ${saySpan(time.startsAt, time.endsAt, one.entry.allDay, desk.zone)}` : "";
  const which = whichOf(one, desk);
  return `${who} proposes another time for ${name}${which && ` on ${which}`}${when}`;
}

function noteOf({ event }: Arrived, address: string): string {
  const comment = cutText(event.comment ?? "", 5_000);
  return [address, comment].filter(Boolean).join("\n\n");
}

function iso(at: string): string {
  return new Date(at).toISOString();
}
