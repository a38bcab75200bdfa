/** One property of a vCard or iCalendar file: `[group.]NAME[;PARAM=value]:value`. Name and parameter names are upper case. */
export type ContentLine = {
  group: string | null;
  name: string;
  /** Shared between lines with the same head: never changed. */
  params: readonly Param[];
  /** Byte text, still encoded and escaped. */
  value: string;
  /** 1-based number of the first physical line. */
  line: number;
};

export type Param = { name: string; values: string[] };

/** Longest `NAME;PARAM=…` before the colon; real ones carry at most a few addresses or an HTML description. */
const LONGEST_HEAD = 65_536;

/**
 * Splits an unfolded line (RFC 5545 §3.1, RFC 6350 §3.3, and vCard 2.1's bare parameters such as `TEL;HOME`).
 * Null when there is no colon to split at, or nothing before it.
 */
export function parseContentLine(text: string, lineNumber: number): ContentLine | null {
  const colon = findColon(text);
  if (colon <= 0) return null;
  const head = headOf(text.slice(0, colon));
  if (head === null) return null;
  return {
    group: head.group,
    name: head.name,
    params: head.params,
    value: text.slice(colon + 1),
    line: lineNumber,
  };
}

type Head = Pick<ContentLine, "group" | "name" | "params">;

/** A file repeats few heads ("TEL;type=CELL") many thousand times; each is taken apart once. */
const heads = new Map<string, Head | null>();
const MOST_HEADS = 2_000;

function headOf(text: string): Head | null {
  const known = heads.get(text);
  if (known !== undefined) return known;
  const head = parseHead(text);
  if (text.length > 200) return head;
  if (heads.size >= MOST_HEADS) heads.clear();
  // A copy of its own: a slice would keep the whole file in memory.
  heads.set(Buffer.from(text, "latin1").toString("latin1"), head);
  return head;
}

function parseHead(text: string): Head | null {
  const pieces = splitOutsideQuotes(text, ";");
  const fullName = (pieces[0] ?? "").replace(/\s+/g, "").toUpperCase();
  const dot = fullName.lastIndexOf(".");
  const name = fullName.slice(dot + 1);
  if (name === "") return null;
  const params: Param[] = [];
  for (let i = 1; i < pieces.length && i < 200; i++) {
    const param = parseParam(pieces[i] ?? "");
    if (param) params.push(param);
  }
  return { group: dot > 0 ? fullName.slice(0, dot) : null, name, params };
}

/** All values of a parameter, however often it is repeated. */
export function paramValues(line: ContentLine, name: string): string[] {
  const found: string[] = [];
  for (const param of line.params) if (param.name === name) found.push(...param.values);
  return found;
}

/** The first value of a parameter, or null. */
export function paramValue(line: ContentLine, name: string): string | null {
  for (const param of line.params) if (param.name === name) return param.values[0] ?? null;
  return null;
}

/** The colon that ends the head. A quotation mark that is never closed does not count as one. */
function findColon(text: string): number {
  const limit = Math.min(text.length, LONGEST_HEAD);
  let quoted = false;
  for (let i = 0; i < limit; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x22) quoted = !quoted;
    else if (c === 0x5c && !quoted) i++;
    else if (c === 0x3a && !quoted && !isInZoneName(text, i)) return i;
  }
  const plain = text.indexOf(":");
  return plain < limit ? plain : -1;
}

/** Exchange calls zones "tzone://Microsoft/Utc", often without the quotation marks that a colon asks for. */
function isInZoneName(text: string, colon: number): boolean {
  return (
    text.startsWith("://", colon) && /;TZID=[a-z]{1,20}$/i.test(text.slice(Math.max(0, colon - 30), colon))
  );
}

function parseParam(piece: string): Param | null {
  const trimmed = piece.trim();
  if (trimmed === "") return null;
  const equals = trimmed.indexOf("=");
  if (equals < 0) return bareParam(unescapeParam(trimmed).toUpperCase());
  const name = trimmed.slice(0, equals).trim().toUpperCase();
  const values = splitOutsideQuotes(trimmed.slice(equals + 1), ",").map((value) =>
    unescapeParam(value.trim()),
  );
  return { name, values };
}

/** vCard 2.1 lets a parameter be its value alone. */
function bareParam(value: string): Param {
  if (/^(QUOTED-PRINTABLE|BASE64|B|8BIT|7BIT)$/.test(value)) return { name: "ENCODING", values: [value] };
  if (/^(INLINE|URL|CID|CONTENT-ID|URI)$/.test(value)) return { name: "VALUE", values: [value] };
  return { name: "TYPE", values: [value] };
}

/** Quotation marks around, RFC 6868's ^n ^' ^^, and the backslashes that should not be there but are. */
function unescapeParam(value: string): string {
  let text = value;
  if (text.startsWith('"')) text = text.slice(1, text.endsWith('"') && text.length > 1 ? -1 : undefined);
  if (text.includes("^"))
    text = text.replace(/\^([n'^])/g, (_, c: string) => (c === "n" ? "\n" : c === "'" ? '"' : "^"));
  return text.includes("\\") ? text.replace(/\\([;,:\\"])/g, "$1") : text;
}

function splitOutsideQuotes(text: string, separator: ";" | ","): string[] {
  if (!text.includes(separator)) return [text];
  const code = separator.charCodeAt(0);
  const pieces: string[] = [];
  let quoted = false;
  let from = 0;
  const closes = (text.split('"').length - 1) % 2 === 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x22 && closes) quoted = !quoted;
    else if (c === 0x5c && !quoted) i++;
    else if (c === code && !quoted) {
      pieces.push(text.slice(from, i));
      from = i + 1;
    }
  }
  pieces.push(text.slice(from));
  return pieces;
}
