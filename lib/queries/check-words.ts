import { listMembers } from "@/lib/data/members";
import { findPerson } from "@/lib/data/people";
import { readAs } from "@/lib/data/transaction";
import { listWordsOfTheWeek, listWordsTo, type RawWords } from "@/lib/data/words-sent";
import type { Actor } from "@/lib/domain/actor";
import { type Alike, alikeTo, type Comparing } from "@/lib/domain/gesture/much-alike";
import type { AlikeWords, WordsView } from "@/lib/domain/gesture/words-of-kind";
import { granted, type Result, refused } from "@/lib/domain/result";

/** More warnings than these help nobody. */
const MOST = 3;

/**
 * What somebody got last time, and what the typed words are much like: what they got before, or what another got this week.
 * Whoever is private to the client is neither named nor counted for anybody else. Changes nothing. Refuses `not-found`.
 */
export async function checkWords(
  actor: Actor,
  personId: string,
  typed: string,
  at: Date,
): Promise<Result<WordsView>> {
  const workspaceId = actor.workspace.id;
  const read = await readAs(actor, async (tx) => {
    const person = await findPerson(tx, workspaceId, personId);
    if (person === null) return null;
    const before = await listWordsTo(tx, workspaceId, personId);
    if (typed.trim() === "") return { before, others: [], names: [] };
    const others = await listWordsOfTheWeek(tx, workspaceId, personId, typed, at);
    const signers = (await listMembers(tx, workspaceId)).map((member) => member.name);
    return { before, others, names: [person.name, ...person.nicknames, ...signers] };
  });
  if (!read.ok) return read;
  if (read.value === null) return refused({ code: "not-found" });
  const { before, others, names } = read.value;
  const [latest] = before;
  const last = latest ? { ...plain(latest), title: latest.title, note: latest.note } : null;
  // Compared when the transaction is over: it takes a while, and a connection is not to wait for it.
  const compare = alikeTo(typed);
  const alike = [
    ...before.flatMap((sent) => warn(sent, compare, { names, toSamePerson: true })),
    ...others.flatMap((sent) =>
      warn(sent, compare, { names: [...names, sent.personName], toSamePerson: false }),
    ),
  ];
  // One sentence is warned of once: by what the same person got, before what others did.
  const once = alike.filter((one, at) => alike.findIndex(({ typed }) => typed === one.typed) === at);
  return granted({ last, alike: once.slice(0, MOST) });
}

type Compare = (sent: string, comparing: Comparing) => Alike | null;

function warn(sent: RawWords, compare: Compare, comparing: Comparing): AlikeWords[] {
  const found = sent.words === "" ? null : compare(sent.words, comparing);
  if (found === null) return [];
  const whom = comparing.toSamePerson ? null : { id: sent.personId, name: sent.personName };
  return [{ whom, ...plain(sent), ...found }];
}

function plain({ at, by, role, words }: RawWords) {
  return { at: at.toISOString(), by, role, words };
}
