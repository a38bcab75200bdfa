import { escapeHtml } from "@/lib/adapters/mail/letter";
import { type Block, type Line, readBlocks, type Span } from "@/lib/domain/draft/rich-text";

/** The blocks as simple HTML: p, br, ul, ol, li and a; every word escaped, nothing from elsewhere. */
export function blocksToHtml(blocks: readonly Block[]): string {
  return blocks.map(toHtml).join("\n");
}

/** The text of a letter as the whole HTML part of a mail: no pictures, no styles, nothing that tells when it is read. */
export function writeHtmlPart(text: string, subject: string): string {
  const title = subject.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
  return `<!doctype html>
<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title></head>
<body>
${blocksToHtml(readBlocks(text))}
</body></html>
`;
}

function toHtml(block: Block): string {
  if (block.kind === "paragraph") return `<p dir="auto">${lines(block.lines)}</p>`;
  const items = block.items.map((item) => `<li dir="auto">${lines(item)}</li>`).join("");
  if (block.kind === "bullets") return `<ul dir="auto">${items}</ul>`;
  return `<ol dir="auto"${block.start === 1 ? "" : ` start="${block.start}"`}>${items}</ol>`;
}

function lines(all: readonly Line[]): string {
  return all.map((line) => line.map(span).join("")).join("<br>\n");
}

/** Spaces that HTML would swallow are kept: a row of them, and those before a line. */
function span(one: Span, at: number): string {
  const words = escapeHtml(one.text).replace(at === 0 ? /^ | (?= )/g : / (?= )/g, "&nbsp;");
  if (one.kind === "text") return words;
  return `<a href="${escapeHtml(one.href)}" rel="noopener noreferrer">${words}</a>`;
}
