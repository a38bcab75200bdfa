import { type ChainedEntry, listChain } from "@/lib/data/log-lists";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { sayEntry } from "@/lib/domain/history/say";
import { whyNotDownload } from "@/lib/domain/history/view";
import { granted, type Result, refused } from "@/lib/domain/result";

const pieceLength = 1000;

/**
 * The whole log from its first entry, as lines of JSON in pieces of a thousand; each with its sentence, what was before and
 * after, and its hashes, so that the chain can be checked elsewhere. For the client alone: refuses `only-client`.
 */
export function downloadHistory(actor: Actor): Result<AsyncGenerator<string>> {
  const no = whyNotDownload(actor);
  return no === null ? granted(pieces(actor)) : refused(no);
}

async function* pieces(actor: Actor): AsyncGenerator<string> {
  let after = 0;
  for (;;) {
    const read = await readAs(actor, (tx) => listChain(tx, actor.workspace.id, after, pieceLength));
    // Signed out half-way: what was sent stays short of its end, and the reader's connection says so.
    if (!read.ok) throw new Error("the session ended while the history was being read");
    for (const entry of read.value) after = entry.seq;
    if (read.value.length > 0) yield read.value.map((entry) => toText(entry, actor)).join("");
    if (read.value.length < pieceLength) return;
  }
}

function toText(entry: ChainedEntry, actor: Actor): string {
  return `${JSON.stringify({ ...entry, sentence: sayEntry(entry, actor) })}\n`;
}
