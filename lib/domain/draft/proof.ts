/** "PERSONALLY WRITTEN": what is signed about a message, in which form its words are compared, and how it is said. */
import { isolate } from "@/lib/domain/weekly/words";

/** What is signed. `text`: SHA-256 (hex) of the words as {@link normaliseForProof} gives them, in UTF-8; `at`: ISO UTC. */
export type ProofSaid = { by: string; how: "typed" | "approved"; text: string; at: string };

/** What is signed, as the one text it can be: a line of JSON whose keys stand in this order (RFC 8259). */
export function proofPayload({ by, how, text, at }: ProofSaid): string {
  return JSON.stringify({ v: 1, by, how, text, at });
}

/** What a signed line says; null for anything that {@link proofPayload} has not made. */
export function readProofPayload(payload: string): ProofSaid | null {
  let read: Partial<ProofSaid> & { v?: unknown };
  try {
    read = JSON.parse(payload) ?? {};
  } catch {
    return null;
  }
  const { by, how, text, at } = read;
  if (typeof by !== "string" || (how !== "typed" && how !== "approved")) return null;
  if (typeof text !== "string" || !/^[0-9a-f]{64}$/.test(text)) return null;
  if (typeof at !== "string" || Number.isNaN(Date.parse(at))) return null;
  const said = { by, how, text, at };
  return proofPayload(said) === payload ? said : null;
}

/** The line that stands on a message. `url` leads to its proof. */
export function proofLine(url: string): string {
  return `Personally written. Check it: ${url}`;
}

/** The line wherever a mail program has broken it, and with the brackets that some put around a link. */
const ownLine = /Personally\s+written\.\s+Check\s+it:\s+<?https?:\/\/[\w.:-]+\/[\w/-]{1,120}>?/g;
/** Marks of quoting, also of a quote within a quote (RFC 3676 §4.5). */
const quoteMarks = /^[^\S\n]*(?:>[^\S\n]?)+/gm;
/** Marks of lists, which other programs set otherwise, and of quoting, where a line was broken before one that is the writer's. */
const loneMarks = /(?<=^| )(?:[-*•]|>+)(?: |$)/g;

/**
 * The words of a message as they are compared: what mail programs do to white space, line ends and quoting on the way makes no
 * difference, nor does our own line; another word does. For signing, give the text without its signature.
 */
export function normaliseForProof(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[\u200b\ufeff]/g, "")
    .replace(quoteMarks, "")
    .replace(ownLine, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(loneMarks, "")
    .trim();
}

/**
 * What may have been signed of a message as it arrived: all of it, or what stands above a line of two dashes (RFC 3676 §4.3), since
 * a signature was not. Whoever's own words have such a line has all of them signed, so one of these is it, or the words are others.
 */
export function readingsForProof(text: string): string[] {
  const lines = text.replace(/\r\n?/g, "\n").replace(quoteMarks, "").split("\n");
  const ends = lines.flatMap((line, at) => (/^-- ?$/.test(line) ? [at] : [])).slice(0, 5);
  const readings = [lines.length, ...ends].map((end) => normaliseForProof(lines.slice(0, end).join("\n")));
  return [...new Set(readings)].filter((reading) => reading !== "");
}

/** What a proof says, as a sentence for whoever got the message. */
export function sayProof({ by, how }: ProofSaid): string {
  return how === "typed"
    ? `${isolate(by)} wrote this message personally, word by word.`
    : `${isolate(by)} read and approved exactly these words.`;
}

/** When that was. Counted in UTC, as nobody knows where the reader is. */
export function sayProofTime({ at }: ProofSaid): string {
  const time = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", dateStyle: "long", timeStyle: "short" });
  return `${time.format(Date.parse(at))} UTC`;
}
