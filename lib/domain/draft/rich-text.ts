/** What a plain text means to a reader: paragraphs, lists and links. Nothing in it is ever markup. */
import { findLinks } from "@/lib/domain/draft/find-links";

export type Span = { kind: "text"; text: string } | { kind: "link"; text: string; href: string };
/** Spans from one line break to the next. */
export type Line = Span[];
/** An item of a list may go on over indented lines. `start` is the first number as written. */
export type Block =
  | { kind: "paragraph"; lines: Line[] }
  | { kind: "bullets"; items: Line[][] }
  | { kind: "numbers"; start: number; items: Line[][] };

const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
const bullet = /^\s{0,16}[-*•] +(?=\S)/;
const number = /^\s{0,16}(\d{1,3})\. +(?=\S)/;

/**
 * Reads a text: a blank line ends a paragraph; "- ", "* " or "1. " begins an item. A number is an item only beside its
 * neighbour ("12. Mai …" is a day), and a dash alone on the last line is how somebody signs.
 */
export function readBlocks(text: string): Block[] {
  const lines = text.split(lineEnd).map((line) => line.trimEnd());
  const last = lines.findLastIndex((line) => line !== "");
  const bullets = lines.filter((line) => bullet.test(line)).length;
  const numbers = new Set(lines.map(numberOf));
  const blocks: Block[] = [];
  let isNew = true;
  for (const [at, line] of lines.entries()) {
    const own = numberOf(line);
    const dash = bullet.exec(line)?.[0];
    if (line === "") isNew = true;
    else if (own !== null && (numbers.has(own - 1) || numbers.has(own + 1))) addNumber(blocks, own, line);
    else if (dash && !(bullets === 1 && at === last)) addBullet(blocks, line.slice(dash.length));
    else addLine(blocks, line, isNew);
    if (line !== "") isNew = false;
  }
  return blocks;
}

function numberOf(line: string): number | null {
  const written = number.exec(line)?.[1];
  return written === undefined ? null : Number(written);
}

function addNumber(blocks: Block[], own: number, line: string): void {
  const list = blocks.at(-1);
  const item = [readLine(line.replace(number, ""))];
  if (list?.kind === "numbers" && list.start + list.items.length === own) list.items.push(item);
  else blocks.push({ kind: "numbers", start: own, items: [item] });
}

function addBullet(blocks: Block[], words: string): void {
  const list = blocks.at(-1);
  if (list?.kind === "bullets") list.items.push([readLine(words)]);
  else blocks.push({ kind: "bullets", items: [[readLine(words)]] });
}

function addLine(blocks: Block[], line: string, isNew: boolean): void {
  const block = blocks.at(-1);
  if (isNew || !block) blocks.push({ kind: "paragraph", lines: [readLine(line)] });
  else if (block.kind === "paragraph") block.lines.push(readLine(line));
  else if (/^\s/.test(line)) block.items.at(-1)?.push(readLine(line.trimStart()));
  else blocks.push({ kind: "paragraph", lines: [readLine(line)] });
}

function readLine(line: string): Line {
  const spans: Line = [];
  let done = 0;
  for (const { from, to, href } of findLinks(line)) {
    if (from > done) spans.push({ kind: "text", text: line.slice(done, from) });
    spans.push({ kind: "link", text: line.slice(from, to), href });
    done = to;
  }
  if (done < line.length) spans.push({ kind: "text", text: line.slice(done) });
  return spans;
}
