import { beginsAgent, isAgentsPlace, nameAgent, readAgentInside } from "@/lib/adapters/contacts/card-agent";
import { CARD_DIALECT, isCardPropertyStart } from "@/lib/adapters/contacts/card-properties";
import { cardsFromJson } from "@/lib/adapters/contacts/json-cards";
import { type ReadCardOptions, readCard } from "@/lib/adapters/contacts/read-card";
import type { ReadCards, ReadPerson } from "@/lib/adapters/contacts/read-person";
import { AsksTooMuch } from "@/lib/adapters/content-lines/asks-too-much";
import type { ContentLine } from "@/lib/adapters/content-lines/content-line";
import { LineReader } from "@/lib/adapters/content-lines/line-reader";
import { toByteText } from "@/lib/adapters/content-lines/to-byte-text";

const MOST_CARDS = 50_000;
const MOST_LINES_OF_A_CARD = 2_000;
const DEEPEST_CARD = 8;
const MOST_NOTES = 1_000;

type Found = Omit<ReadCards, "people">;
type OpenCard = { line: number; lines: ContentLine[]; dropped: number };

/**
 * Reads every vCard of a file (2.1, 3.0, 4.0 or none of them; jCard). Each card stands alone: one that cannot be read
 * is skipped with a reason. Tolerates missing BEGIN, END and VERSION, any line ends and charsets, cards within
 * cards. Throws {@link AsksTooMuch} beyond 50,000 cards and nothing else.
 */
export function readCards(bytes: Uint8Array, options: ReadCardOptions = { keepPictures: false }): ReadCards {
  const people: ReadPerson[] = [];
  const rest = readEachCard(bytes, options, (person) => people.push(person));
  return { people, ...rest };
}

/** The same, one person after the other, for whoever need not hold them all. */
export function readEachCard(
  bytes: Uint8Array,
  options: ReadCardOptions,
  keep: (person: ReadPerson) => void,
): Found {
  const { text, notes } = toByteText(bytes);
  const found: Found = { skipped: [], notes };
  let index = 0;
  const close = (card: OpenCard) => {
    if (++index > MOST_CARDS) throw new AsksTooMuch(`${MOST_CARDS.toLocaleString("en")} cards`);
    const read = understand(card, options);
    if (typeof read !== "string") keep(read);
    else if (found.skipped.length < MOST_NOTES)
      found.skipped.push({ index: index - 1, line: card.line, why: read });
  };
  const jsonCards = cardsFromJson(text);
  if (jsonCards) for (const lines of jsonCards) close({ line: 1, lines, dropped: 0 });
  else walk(text, close, found);
  return found;
}

function walk(text: string, close: (card: OpenCard) => void, found: Found): void {
  const reader = new LineReader(text, CARD_DIALECT);
  const open: OpenCard[] = [];
  let ignoredDepth = 0;
  const begin = (line: ContentLine, isAgent: boolean) => {
    if (isAgent && open.length >= DEEPEST_CARD) {
      ignoredDepth++;
      return;
    }
    // A card that was never ended: the next one begins anyway.
    while (open.length > 0 && !isAgent) endCard(open, close);
    open.push({ line: line.line, lines: [], dropped: 0 });
    if (!isAgent) reader.foldsAtBlanks = false;
  };
  for (let line = reader.next(); line !== null; line = reader.next()) {
    const card = open.at(-1);
    if ("bad" in line) {
      if (found.notes.length < MOST_NOTES) found.notes.push(`Line ${line.line}: ${line.bad}`);
    } else if (line.name === "BEGIN" && isVcard(line)) {
      begin(line, isAgentsPlace(card?.lines.at(-1)));
    } else if (line.name === "END" && isVcard(line)) {
      if (ignoredDepth > 0) ignoredDepth--;
      else if (card) endCard(open, close);
      if (beginsAnother(line)) begin(line, false);
    } else if (ignoredDepth === 0) {
      if (line.name === "VERSION") reader.foldsAtBlanks = line.value.trim().startsWith("2");
      if (card) keepLine(card, readAgentInside(line));
      else if (startsCard(line)) open.push({ line: line.line, lines: [line], dropped: 0 });
      if (card && beginsAgent(line)) begin(line, true);
    } else if (beginsAgent(line)) ignoredDepth++;
  }
  while (open.length > 0) endCard(open, close);
}

/** The card of an agent inside another card is told as a relation of the outer one, not as a person of its own. */
function endCard(open: OpenCard[], close: (card: OpenCard) => void): void {
  const card = open.pop() as OpenCard;
  const outer = open.at(-1);
  if (!outer) {
    close(card);
    return;
  }
  const last = outer.lines.at(-1);
  if (isAgentsPlace(last)) outer.lines[outer.lines.length - 1] = nameAgent(last, card.lines);
}

function keepLine(card: OpenCard, line: ContentLine): void {
  if (card.lines.length < MOST_LINES_OF_A_CARD) card.lines.push(line);
  else card.dropped++;
}

/** The person, or the sentence that says why there is none. */
function understand(card: OpenCard, options: ReadCardOptions): ReadPerson | string {
  try {
    const person = readCard(card.lines, card.line, options);
    if (!person) return "The card has no name and no way to reach anybody.";
    if (card.dropped > 0) person.notes.push(`The card is too long: ${card.dropped} lines were left out.`);
    return person;
  } catch {
    return "The card could not be understood.";
  }
}

function isVcard(line: ContentLine): boolean {
  return /^\s*VCARD\s*$/i.test(line.value.slice(0, 50)) || beginsAnother(line);
}

/** `END:VCARDBEGIN:VCARD`: files joined without a line end between them, perhaps with a byte order mark. */
function beginsAnother(line: ContentLine): boolean {
  return (
    line.name === "END" && /^\s*VCARD\s*(\xef\xbb\xbf)?BEGIN:\s*VCARD\s*$/i.test(line.value.slice(0, 50))
  );
}

/** Programs that forget BEGIN still begin with one of these. */
function startsCard(line: ContentLine): boolean {
  return /^(VERSION|FN|N|TEL|EMAIL|ORG|BDAY)$/.test(line.name) && isCardPropertyStart(`${line.name}:`);
}
