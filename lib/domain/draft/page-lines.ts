/** The plain text that grows while a page is read: its lines, with the distance, marker and indentation that each word asks for. */
import { sayLink } from "@/lib/domain/draft/page-links";

export type PageLines = {
  pieces: string[];
  /** What comes before the next word: line ends (two are a paragraph's), a space, the marker of an item. */
  breaks: number;
  isSpace: boolean;
  marker: string;
  /** How many items of lists are open, one within the other. */
  items: number;
  /** The link that is open, and the piece with which its words begin. */
  link: { href: string; begins: number | null } | null;
};

/** Whoever nests lists a thousand times does not get a thousand spaces on each line. */
const deepestIndent = 4;

/** No text yet. */
export function noLines(): PageLines {
  return { pieces: [], breaks: 0, isSpace: false, marker: "", items: 0, link: null };
}

/** Asks for at least so many line ends before the next word. */
export function breakLine(lines: PageLines, breaks: number): void {
  lines.breaks = Math.max(lines.breaks, breaks);
}

/** One line end more, as a break within a paragraph: two of them end it, more do nothing. */
export function endLine(lines: PageLines): void {
  lines.breaks = Math.min(2, lines.breaks + 1);
}

/** Adds words that stand on one line. White space around them is one space, or none where a line begins. */
export function addWords(lines: PageLines, line: string): void {
  // Without signs that nobody sees and those that turn what follows around; the joiners of emoji and of Persian stay.
  const words = line.replace(/\t/g, " ").replace(/[\p{Cc}\u00ad\u200b\u202a-\u202e\ufeff]+/gu, "");
  if (/^\s/.test(words)) lines.isSpace = true;
  if (words.trim() === "") return;
  const isFirst = lines.pieces.length === 0;
  if (isFirst || lines.breaks > 0) {
    const depth = lines.items - (lines.marker === "" || lines.items === 0 ? 0 : 1);
    lines.pieces.push(isFirst ? "" : "\n".repeat(lines.breaks), "  ".repeat(Math.min(deepestIndent, depth)));
  } else if (lines.isSpace) lines.pieces.push(" ");
  lines.pieces.push(lines.marker);
  if (lines.link) lines.link.begins ??= lines.pieces.length;
  lines.pieces.push(words.trim());
  lines.breaks = 0;
  lines.marker = "";
  lines.isSpace = /\s$/.test(words);
}

/** Ends the link that is open: its words, and where they lead. */
export function closeLink(lines: PageLines): void {
  if (lines.link && lines.link.begins !== null)
    lines.pieces.push(sayLink(lines.pieces.splice(lines.link.begins).join(""), lines.link.href));
  lines.link = null;
}

/** The text so far. A space that keeps words together stays where French wants one, and is any other space elsewhere. */
export function textOf(lines: PageLines): string {
  return lines.pieces
    .join("")
    .replace(/(?<!«)\u00a0(?![:;!?»%€])/g, " ")
    .trim();
}
