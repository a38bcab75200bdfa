import { startPage } from "@/lib/domain/draft/page-words";

/** What this needs of a document's nodes; the browser's own have it. */
export type PageNode = {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly parentNode: PageNode | null;
  getAttribute?(name: string): string | null;
};

const ELEMENT = 1;
const WORDS = [3, 4];

/** Words of a page that somebody pastes, as our plain text. The browser reads the page apart: nothing in it runs or is fetched. */
export function pastedWords(html: string): string {
  return wordsOfPage(new DOMParser().parseFromString(html, "text/html"));
}

/** The words of a page that was read already: a document, or an element and what is in it. Without calling itself, so depth is no danger. */
export function wordsOfPage(root: PageNode): string {
  const page = startPage();
  for (let node: PageNode | null = root; node; node = next(node, root, page.close)) {
    if (WORDS.includes(node.nodeType)) page.words(node.nodeValue ?? "");
    if (node.nodeType === ELEMENT) page.open(node.nodeName.toLowerCase(), attributeOf(node));
  }
  return page.text();
}

/** The node after this one in the page's own order; `close` is called for each element that ends on the way. */
function next(from: PageNode, root: PageNode, close: () => void): PageNode | null {
  if (from.firstChild) return from.firstChild;
  for (let node: PageNode | null = from; node; node = node.parentNode) {
    if (node.nodeType === ELEMENT) close();
    if (node === root) return null;
    if (node.nextSibling) return node.nextSibling;
  }
  return null;
}

function attributeOf(node: PageNode): (name: string) => string | null {
  return (name) => node.getAttribute?.(name) ?? null;
}
