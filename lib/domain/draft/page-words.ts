/** The words of a page as plain text: paragraphs, lists, links and emoji. Everything else of it is left behind. */
import {
  addWords,
  breakLine,
  closeLink,
  endLine,
  noLines,
  type PageLines,
  textOf,
} from "@/lib/domain/draft/page-lines";
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
  lines: PageLines;
  open: Open[];
  /** Text since the last element began or ended: parsers cut it, and only the whole tells which white space stands where. */
  heard: string;
  /** The next number of each list that is open, null for bullets. */
  lists: (number | null)[];
  /** What Word wrote as a bullet or number. */
  written: string;
};

/** Begins to read a page. Nothing of it is run or fetched, and however deep it is nested, only its length takes time. */
export function startPage(): PageReader {
  const page: Page = { lines: noLines(), open: [], heard: "", lists: [], written: "" };
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
      return textOf(page.lines);
    },
  };
}

function openElement(page: Page, name: string, attribute: Attribute): void {
  const { lines, lists } = page;
  const around = page.open.at(-1);
  // Of links within links the outermost counts.
  const href = name === "a" && !lines.link ? attribute("href") : null;
  const element: Open = {
    name,
    breaks: Math.min(breaksOf(name, attribute), lines.items > 0 ? 1 : 2),
    isDropped: around?.isDropped || isDropped(name, attribute),
    keepsLines: around?.keepsLines || keepsLines(name, attribute),
    isMarker: around?.isMarker || isWordMarker(attribute),
    isLink: href !== null,
  };
  page.open.push(element);
  if (element.isDropped) return;
  breakLine(lines, element.breaks);
  if (name === "br") endLine(lines);
  if (name === "td" || name === "th") lines.isSpace = true;
  if (name === "img") addWords(lines, emojiOf(attribute));
  if (name === "ul") lists.push(null);
  if (name === "ol") lists.push(numberIn(attribute("start")) ?? 1);
  if (name === "li") openItem(page, numberIn(attribute("value")));
  if (href !== null) lines.link = { href, begins: null };
}

function openItem({ lines, lists }: Page, said: number | null): void {
  const next = lists.at(-1) ?? null;
  const own = next === null ? null : (said ?? next);
  if (own !== null) lists[lists.length - 1] = own + 1;
  lines.marker = own === null ? "- " : `${own}. `;
  lines.items++;
}

function closeElement(page: Page): void {
  const { lines } = page;
  const element = page.open.pop();
  if (!element || element.isDropped) return;
  breakLine(lines, element.breaks);
  if (element.name === "ul" || element.name === "ol") page.lists.pop();
  if (element.name === "li") {
    lines.items--;
    // An empty item leaves no marker for whatever follows.
    lines.marker = "";
  }
  if (element.isMarker && !page.open.at(-1)?.isMarker) {
    lines.marker = /^\s*\d{1,3}[.)]/.test(page.written) ? `${Number.parseInt(page.written, 10)}. ` : "- ";
    page.written = "";
  }
  if (element.isLink) closeLink(lines);
}

function addHeard(page: Page): void {
  const { heard, lines } = page;
  const element = page.open.at(-1);
  page.heard = "";
  if (heard === "" || element?.isDropped) return;
  if (element?.isMarker) page.written += heard;
  else if (!element?.keepsLines) addWords(lines, heard.replace(/[ \t\n\r\f\u00a0]{2,}|[ \t\n\r\f]/g, " "));
  else
    for (const [n, line] of heard.split(/\r\n?|\n/).entries()) {
      if (n > 0) endLine(lines);
      addWords(lines, line);
    }
}

function numberIn(attribute: string | null): number | null {
  return attribute !== null && /^\s*\d{1,3}\s*$/.test(attribute) ? Number(attribute) : null;
}
