/** The words of a page as plain text: paragraphs, lists, links and emoji. Everything else of it is left behind. */
import { sayLink } from "@/lib/domain/draft/page-links";
import {
  type Attribute,
  breaksOf,
  emojiOf,
  isDropped,
  isWordMarker,
  keepsLines,
} from "@/lib/domain/draft/page-tags";

/** Is told a page piece by piece, in its own order; every element is opened and closed. Names are in small letters. */
export type PageReader = {
  open(name: string, attribute: Attribute): void;
  words(text: string): void;
  close(): void;
  /** The text so far: lines end with "\n", paragraphs with a blank line. */
  text(): string;
};

type Open = {
  name: string;
  breaks: number;
  isDropped: boolean;
  keepsLines: boolean;
  isMarker: boolean;
  isLink: boolean;
};

type Page = {
  pieces: string[];
  /** Text since the last element began or ended: parsers cut it, and only the whole tells which white space stands where. */
  heard: string;
  open: Open[];
  /** The next number of each list that is open, null for bullets; and how many items are. */
  lists: (number | null)[];
  items: number;
  /** What comes before the next word: line ends, a space, the marker of an item. */
  breaks: number;
  isSpace: boolean;
  marker: string;
  /** What Word wrote as a bullet or number. */
  written: string;
  /** The outermost link that is open, and the piece with which its words begin. */
  link: { href: string; begins: number | null } | null;
};

/** Begins to read a page. Nothing of it is run or fetched, and however deep it is nested, only its length takes time. */
export function startPage(): PageReader {
  const page: Page = {
    pieces: [],
    heard: "",
    open: [],
    lists: [],
    items: 0,
    breaks: 0,
    isSpace: false,
    marker: "",
    written: "",
    link: null,
  };
  return {
    words: (text) => {
      page.heard += text;
    },
    open: (name, attribute) => {
      addHeard(page);
      openElement(page, name, attribute);
    },
    close: () => {
      addHeard(page);
      closeElement(page);
    },
    text: () => {
      addHeard(page);
      return tidy(page.pieces.join(""));
    },
  };
}

function addHeard(page: Page): void {
  const { heard } = page;
  page.heard = "";
  if (heard !== "") addText(page, heard);
}

function openElement(page: Page, name: string, attribute: Attribute): void {
  const around = page.open.at(-1);
  const href = name === "a" && !page.link ? attribute("href") : null;
  const element: Open = {
    name,
    breaks: Math.min(breaksOf(name, attribute), page.items > 0 ? 1 : 2),
    isDropped: around?.isDropped || isDropped(name, attribute),
    keepsLines: around?.keepsLines || keepsLines(name, attribute),
    isMarker: around?.isMarker || isWordMarker(attribute),
    isLink: href !== null,
  };
  page.open.push(element);
  if (element.isDropped) return;
  page.breaks = Math.max(page.breaks, element.breaks);
  if (name === "br") page.breaks = Math.min(2, page.breaks + 1);
  if (name === "td" || name === "th") page.isSpace = true;
  if (name === "img") addText(page, emojiOf(attribute));
  if (name === "ul") page.lists.push(null);
  if (name === "ol") page.lists.push(numberIn(attribute("start")) ?? 1);
  if (name === "li") openItem(page, numberIn(attribute("value")));
  if (href !== null) page.link = { href, begins: null };
}

function openItem(page: Page, said: number | null): void {
  const next = page.lists.at(-1) ?? null;
  const own = next === null ? null : (said ?? next);
  if (own !== null) page.lists[page.lists.length - 1] = own + 1;
  page.marker = own === null ? "- " : `${own}. `;
  page.items++;
}

function closeElement(page: Page): void {
  const element = page.open.pop();
  if (!element || element.isDropped) return;
  page.breaks = Math.max(page.breaks, element.breaks);
  if (element.name === "ul" || element.name === "ol") page.lists.pop();
  if (element.name === "li") {
    page.items--;
    // An empty item leaves no marker for whatever follows.
    page.marker = "";
  }
  if (element.isMarker && !page.open.at(-1)?.isMarker) {
    page.marker = /^\s*\d{1,3}[.)]/.test(page.written) ? `${Number.parseInt(page.written, 10)}. ` : "- ";
    page.written = "";
  }
  if (element.isLink && page.link) closeLink(page, page.link);
}

function closeLink(page: Page, { href, begins }: NonNullable<Page["link"]>): void {
  page.link = null;
  if (begins !== null) page.pieces.push(sayLink(page.pieces.splice(begins).join(""), href));
}

function addText(page: Page, text: string): void {
  const element = page.open.at(-1);
  if (element?.isDropped) return;
  if (element?.isMarker) page.written += text;
  else if (!element?.keepsLines) addWords(page, text.replace(/[ \t\n\r\f\u00a0]{2,}|[ \t\n\r\f]/g, " "));
  else
    for (const [n, line] of text.split(/\r\n?|\n/).entries()) {
      if (n > 0) page.breaks = Math.min(2, page.breaks + 1);
      addWords(page, line);
    }
}

function addWords(page: Page, line: string): void {
  // Signs that nobody sees and those that turn what follows around; the joiners of emoji and of Persian stay.
  const words = line.replace(/\t/g, " ").replace(/[\p{Cc}\u00ad\u200b\u202a-\u202e\ufeff]+/gu, "");
  if (/^\s/.test(words)) page.isSpace = true;
  if (words.trim() === "") return;
  if (page.pieces.length === 0) page.breaks = 0;
  if (page.breaks > 0 || page.pieces.length === 0) {
    // No deeper than four: whoever nests lists a thousand times does not get a thousand spaces each.
    const indent = "  ".repeat(Math.min(4, page.items - (page.marker === "" || page.items === 0 ? 0 : 1)));
    page.pieces.push("\n".repeat(page.breaks), indent);
  } else if (page.isSpace) page.pieces.push(" ");
  if (page.marker) page.pieces.push(page.marker);
  if (page.link) page.link.begins ??= page.pieces.length;
  page.pieces.push(words.trim());
  page.breaks = 0;
  page.marker = "";
  page.isSpace = /\s$/.test(words);
}

function numberIn(attribute: string | null): number | null {
  return attribute !== null && /^\s*\d{1,3}\s*$/.test(attribute) ? Number(attribute) : null;
}

/** A space that keeps words together stays where French wants one, and is any other space elsewhere. */
function tidy(text: string): string {
  return text.replace(/(?<!«)\u00a0(?![:;!?»%€])/g, " ").trim();
}
