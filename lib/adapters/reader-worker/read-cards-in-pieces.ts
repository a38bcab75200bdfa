import type { ReadCards } from "@/lib/adapters/contacts/read-person";
import { countLines } from "@/lib/adapters/content-lines/line-ends";
import { wideEncodingOf } from "@/lib/adapters/content-lines/to-byte-text";
import { MOST_BYTES, type ReadOptions, readFileSafely } from "@/lib/adapters/reader-worker/read-file-safely";

const PIECE_BYTES = 128 * 1024;
/** An honest piece takes a tenth of this, a third where the thread has just started. A single card as long as many gets a second. */
const PIECE_MS = 500;
const LONG_PIECE_MS = 1_000;
/** So much time altogether for pieces that do not end; the rest of the file is refused then. */
const MOST_WASTED_MS = 1_000;
const MOST_CARDS = 50_000;

/** One piece of a file, read; or the sentence why it was not, with the line where it begins. */
export type CardsPiece = { ok: true; read: ReadCards } | { ok: false; line: number; why: string };

/**
 * Reads an address book piece by piece, each in the reader's thread with its own limit: a long honest file takes as long as it
 * is, a hostile one about a second. A piece that does not end is named and skipped, the others go on.
 */
export async function* readCardsInPieces(
  bytes: Uint8Array,
  job: { keepPictures: boolean },
  options: Pick<ReadOptions, "workerPath" | "timeoutMs"> = {},
): AsyncGenerator<CardsPiece> {
  if (bytes.byteLength > MOST_BYTES) {
    yield { ok: false, line: 1, why: "This file is larger than 32 MB." };
    return;
  }
  const whole = inUtf8(bytes);
  let line = 1;
  let wasted = 0;
  let cards = 0;
  for (const piece of piecesOf(whole)) {
    const timeoutMs = options.timeoutMs ?? (piece.byteLength > 4 * PIECE_BYTES ? LONG_PIECE_MS : PIECE_MS);
    const read = await readFileSafely({ kind: "cards", ...job }, piece, { ...options, timeoutMs });
    if (read.ok) {
      cards += read.value.people.length;
      yield { ok: true, read: shift(read.value, line - 1) };
    } else {
      if (read.refusal.code === "too-slow") wasted += timeoutMs;
      yield { ok: false, line, why: read.refusal.sentence.replace("This file", "This part of the file") };
    }
    line += countLines(piece.toString("latin1"));
    const isOver = wasted >= MOST_WASTED_MS || cards > MOST_CARDS;
    if (isOver && piece.byteOffset + piece.byteLength < whole.byteOffset + whole.byteLength) {
      const why =
        cards > MOST_CARDS
          ? `The rest is left out: more than ${MOST_CARDS.toLocaleString("en")} cards.`
          : "The rest is left out: this file asks for more than a second of work.";
      yield { ok: false, line, why };
      return;
    }
  }
}

/** Parts a file where a card begins that is not inside another; what has no such place stays whole. */
function* piecesOf(whole: Buffer): Generator<Buffer> {
  const begin = /(^|\n|\r)(begin:vcard)/i.exec(whole.toString("latin1", 0, 4096))?.[2];
  let from = 0;
  while (begin && whole.byteLength - from > PIECE_BYTES) {
    const at = nextStart(whole, begin, from + PIECE_BYTES);
    if (at < 0) break;
    yield whole.subarray(from, at);
    from = at;
  }
  yield whole.subarray(from);
}

function nextStart(whole: Buffer, begin: string, from: number): number {
  for (let at = whole.indexOf(begin, from); at >= 0; at = whole.indexOf(begin, at + 1)) {
    const before = whole.toString("latin1", Math.max(0, at - 40), at);
    // The card of somebody's agent begins inside another card.
    if (/[\r\n]$/.test(before) && !/agent[^\r\n]*[\r\n]+$/i.test(before)) return at;
  }
  return -1;
}

function inUtf8(bytes: Uint8Array): Buffer {
  const wide = wideEncodingOf(bytes);
  if (wide) return Buffer.from(new TextDecoder(wide).decode(bytes), "utf8");
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function shift(read: ReadCards, lines: number): ReadCards {
  if (lines === 0) return read;
  for (const person of read.people) person.line += lines;
  for (const skipped of read.skipped) skipped.line += lines;
  return {
    ...read,
    notes: read.notes.map((note) => note.replace(/^Line (\d+)/, (_, n) => `Line ${Number(n) + lines}`)),
  };
}
