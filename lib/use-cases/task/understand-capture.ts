import { readDateWords } from "@/lib/adapters/words/read-date-words";
import { findCaptured, findWhoMayBeMeant } from "@/lib/data/captures";
import type { Tx } from "@/lib/data/client";
import { findCirclesAsk } from "@/lib/data/task-facts";
import type { Actor } from "@/lib/domain/actor";
import {
  type Captured,
  type CapturePreview,
  guessKind,
  readShared,
  type Shared,
  titleOfCapture,
} from "@/lib/domain/capture/captured";
import { addressToLookUp } from "@/lib/domain/capture/find-address";
import { whoseCapture, wordsOfTitle } from "@/lib/domain/capture/who-is-meant";
import { tagByPolicy } from "@/lib/domain/policy/default-tags";
import type { TaskKind } from "@/lib/domain/task/task";
import { dueOf } from "@/lib/use-cases/task/due-of-line";

/** What is captured, and what whoever captures it says themselves; what they do not say is guessed. */
export type ToCapture = Shared & {
  kind?: TaskKind;
  /** Null: about nobody. */
  personId?: string | null;
  /** Words such as "Friday 15:00", where the client lives. */
  due?: string;
};

/** Reads what was captured and looks up who is meant, and whether it stands in the queue already. Changes nothing. */
export async function understandCapture(
  tx: Tx,
  actor: Actor,
  input: ToCapture,
  at: Date,
): Promise<CapturePreview> {
  const { id: workspaceId, zone } = actor.workspace;
  const captured = readShared(input);
  const { text, url, place } = captured;
  const person = await findPerson(tx, workspaceId, captured, input.personId);
  const kind = input.kind ?? guessKind(captured, person !== null);
  const circles = person && (await findCirclesAsk(tx, workspaceId, person.id));
  const policy = tagByPolicy({ kind, circles, voice: null });
  const date = input.due?.trim() ? (readDateWords(input.due, at, zone)[0] ?? null) : null;
  const title = titleOfCapture(captured, kind, person?.name ?? null);
  const from = kind === "personal-reply" ? (person?.name ?? "") : "";
  const isGone = Boolean(input.personId) && person === null;
  return {
    kind,
    title,
    person,
    message: text === "" ? null : { text, from, service: place.service, url },
    url,
    ...dueOf({ date, repeat: null }, null, at, zone),
    ...policy,
    twin: url === null ? null : await findCaptured(tx, workspaceId, url, at),
    problems: [
      ...(title === "" ? ["Say in a few words what is to be done."] : []),
      ...(isGone ? ["This person is not on this desk."] : []),
      ...(date?.problem ? [date.problem] : []),
      ...(input.due?.trim() && date === null ? [unclear(input.due.trim())] : []),
    ],
  };
}

async function findPerson(
  tx: Tx,
  workspaceId: string,
  captured: Captured,
  personId: string | null | undefined,
) {
  if (personId === null) return null;
  if (personId !== undefined) {
    const where = { workspaceId, id: personId, removedAt: null };
    return tx.person.findFirst({ where, select: { id: true, name: true } });
  }
  const words = wordsOfTitle(captured.title);
  const people = await findWhoMayBeMeant(tx, workspaceId, words, addressToLookUp(captured.url));
  const one = whoseCapture(captured.title, people);
  return one && { id: one.id, name: one.name };
}

function unclear(words: string): string {
  return `“${words}” is no day or time that is understood here. Try “Friday 15:00”.`;
}
