import { CARD_DIALECT } from "@/lib/adapters/contacts/card-properties";
import { readCard } from "@/lib/adapters/contacts/read-card";
import type { ContentLine } from "@/lib/adapters/content-lines/content-line";
import { LineReader } from "@/lib/adapters/content-lines/line-reader";
import { textValue } from "@/lib/adapters/content-lines/text-values";

const MOST_LINES = 2_000;

/** An AGENT line that still waits for its card: nothing behind the colon (2.1), or the card's own BEGIN. */
export function isAgentsPlace(line: ContentLine | undefined): line is ContentLine {
  return line?.name === "AGENT" && (line.value.trim() === "" || beginsAgent(line));
}

/** `AGENT:BEGIN:VCARD`: what follows is the agent's, up to its END. */
export function beginsAgent(line: ContentLine): boolean {
  return line.name === "AGENT" && /^\s*BEGIN:\s*VCARD\s*$/i.test(line.value.slice(0, 50));
}

/** RFC 2426 writes the agent's card into one value, its line ends and commas escaped; any other line comes back as it is. */
export function readAgentInside(line: ContentLine): ContentLine {
  if (line.name !== "AGENT" || beginsAgent(line) || !/^\s*BEGIN(:|=3A)/i.test(line.value.slice(0, 50)))
    return line;
  const reader = new LineReader(byteText(textValue(line)), CARD_DIALECT);
  const lines: ContentLine[] = [];
  for (let inner = reader.next(); inner !== null && lines.length < MOST_LINES; inner = reader.next()) {
    if ("bad" in inner || inner.name === "BEGIN") continue;
    if (inner.name === "END") break;
    lines.push(inner);
  }
  return nameAgent(line, lines);
}

/** The agent's line with nothing but the name on the agent's card; without one it says nothing. */
export function nameAgent(line: ContentLine, lines: ContentLine[]): ContentLine {
  const agent = readCard(lines, line.line, { keepPictures: false });
  const name = agent?.name.full ?? "";
  return { ...line, params: [], value: byteText(name.replace(/[\\;,]/g, "\\$&")) };
}

function byteText(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}
