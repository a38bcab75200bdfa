import type { Tx } from "@/lib/data/client";
import { findGuestPeople, type GuestNamed, type GuestPerson } from "@/lib/data/guest-people";
import { tellGuests } from "@/lib/data/guests-seen";
import { listOwnEmails } from "@/lib/data/whisper-cards";
import { sayOtherSide } from "@/lib/domain/calendar/needs-check";
import { answerFor, type GuestReplies } from "@/lib/domain/calendar/note-reply";
import { cutText } from "@/lib/domain/cut-text";
import type { TaskKind } from "@/lib/domain/task/task";
import type { KindFields } from "@/lib/domain/task/view";

/** A guest as an entry's list has them, with what they answered. */
export type ListedGuest = GuestNamed & Pick<GuestReplies, "days"> & { status?: string | null };

/** Somebody who comes: who of the desk they are, where that is known. */
export type ComingGuest = { name: string; person: GuestPerson | null };

/** Those of a list who come at a time: not whoever declined it, nor whoever sits at this desk (`own`, addresses in small letters). */
export function thoseWhoCome<G extends ListedGuest>(
  listed: readonly G[],
  own: ReadonlySet<string>,
  time: { startsAt: Date },
): G[] {
  return listed.filter(
    (guest) =>
      answerFor(guest, time)?.toLowerCase() !== "declined" &&
      Boolean(guest.name || guest.email || guest.personId) &&
      !own.has(small(guest.email)),
  );
}

/** Who the guests of each list are: known people where they are known, else as the list calls them. */
export async function nameComing(
  tx: Tx,
  workspaceId: string,
  lists: readonly (readonly GuestNamed[])[],
): Promise<ComingGuest[][]> {
  const people = await findGuestPeople(tx, workspaceId, lists.flat());
  let next = 0;
  return lists.map((guests) =>
    guests.flatMap((guest): ComingGuest[] => {
      const known = people[next++] ?? [];
      if (known.length > 0) return known.map((person) => ({ name: person.name, person }));
      return [{ name: cutText(guest.name || guest.email || "", 200), person: null }];
    }),
  );
}

type CheckTask = { id: string; kind: TaskKind; fields: KindFields };

/**
 * With whom the meetings are that these tasks check, by task: "Priya Raman and Tomas Lind". Looked up each time and never written
 * down, so that whoever is private to the client since is not named to anybody else.
 */
export async function listWhoComes(
  tx: Tx,
  workspaceId: string,
  tasks: readonly CheckTask[],
): Promise<Map<string, string>> {
  const checks = tasks.filter(({ kind, fields }) => kind === "meeting-check" && fields.eventId);
  if (checks.length === 0) return new Map();
  const ids = [...new Set(checks.flatMap(({ fields }) => fields.eventId ?? []))];
  const meetings = await tx.event.findMany({
    where: { workspaceId, id: { in: ids } },
    select: { id: true, attendees: true },
  });
  const own = new Set(await listOwnEmails(tx, workspaceId));
  const listed = new Map(meetings.map(({ id, attendees }) => [id, attendees]));
  const lists = checks.map(({ fields: { eventId = "", startsAt } }) => {
    const attendees = listed.get(eventId);
    const time = { startsAt: new Date(Date.parse(startsAt ?? "") || 0) };
    return thoseWhoCome(Array.isArray(attendees) ? (attendees as ListedGuest[]) : [], own, time).map(asNamed);
  });
  const seen = new Set((await tellGuests(tx, workspaceId, lists.flat())).seen);
  const named = await nameComing(
    tx,
    workspaceId,
    lists.map((list) => list.filter((guest) => seen.has(guest))),
  );
  return new Map(
    checks.map(({ id }, n) => [id, sayOtherSide((named[n] ?? []).map(({ name }) => name)).slice(0, 300)]),
  );
}

/** A guest of a list by what tells who they are, without what they answered. */
export function asNamed({ name, email, personId }: ListedGuest) {
  return { name: name ?? "", email: email ?? "", personId: personId ?? null };
}

function small(text: string | null | undefined): string {
  return (text ?? "").trim().toLowerCase();
}
