import { AsksTooMuch } from "@/lib/adapters/content-lines/asks-too-much";
import { type ContentLine, parseContentLine } from "@/lib/adapters/content-lines/content-line";
import { endsAtCr, nextEnd } from "@/lib/adapters/content-lines/line-ends";

/** What a reader knows of its format: which lines begin a property, and which values may hold a bare line break. */
export type Dialect = {
  /** `within`: the name of the value that may hold the line instead. */
  isPropertyStart: (physicalLine: string, within: string) => boolean;
  mayHoldBareLines: (name: string) => boolean;
  /** First letters of the names that may hold bare lines: most lines need no closer look. */
  bareLineInitials: string;
};

export type ReadLine = ContentLine | { bad: string; line: number };

/** One property longer than this (a 12 MB picture) is not kept. */
const LONGEST_LINE = 16 * 1024 * 1024;
/** 32 MB of pictures folded at 75 characters have 450,000. */
const MOST_LINES = 600_000;

/**
 * Walks through byte text one property at a time, putting back together what was folded: by a leading blank
 * (RFC 5545 §3.1), by quoted-printable's soft breaks, by base64 without a leading blank (vCard 2.1), and by
 * programs that break a note wherever they like. Never looks at the whole file at once.
 */
export class LineReader {
  /** vCard 2.1 folds only where a blank is (and keeps it); later versions fold anywhere and the blank is the fold's. */
  foldsAtBlanks = false;
  private at = 0;
  private lineNumber = 0;
  private pending: string | null = null;
  private readonly text: string;
  private readonly endsAtCr: boolean;
  private readonly dialect: Dialect;

  constructor(text: string, dialect: Dialect) {
    this.text = text;
    this.dialect = dialect;
    this.endsAtCr = endsAtCr(text);
  }

  /** The next property, or the next line that is none; null at the end. */
  next(): ReadLine | null {
    let first = this.takePhysical();
    while (first !== null && isBlank(first)) first = this.takePhysical();
    if (first === null) return null;
    const lineNumber = this.lineNumber;
    const whole = this.unfold(first);
    if (whole === null) return { bad: "This line is too long to be kept.", line: lineNumber };
    const parsed = parseContentLine(whole, lineNumber);
    return parsed ?? { bad: `This line cannot be read: ${printable(whole.slice(0, 60))}`, line: lineNumber };
  }

  private unfold(first: string): string | null {
    const following = this.takePhysical();
    if (following === null) return first;
    if (looksLikeProperty(following) && !this.mayGoOn(first)) {
      this.putBack(following);
      return first;
    }
    return this.unfoldSlowly(first, following);
  }

  /** A soft break may be open, or a text that is broken without being folded; `item1.` may stand before its name. */
  private mayGoOn(first: string): boolean {
    if (first.endsWith("=") || this.dialect.bareLineInitials.includes(first.charAt(0))) return true;
    const dot = first.indexOf(".");
    return dot > 0 && dot < 20 && this.dialect.bareLineInitials.includes(first.charAt(dot + 1));
  }

  private unfoldSlowly(first: string, following: string): string | null {
    let whole = first;
    let tail: string[] = [];
    let lastPiece = first;
    let size = first.length;
    const head = headOf(first);
    const isQuotedPrintable = /QUOTED-PRINTABLE/i.test(head);
    const isBase64 = /BASE64|ENCODING=B\b/i.test(head) || isBarePicture(first);
    const name = nameOf(head);
    const mayHoldBareLines = !isBase64 && this.dialect.mayHoldBareLines(name);
    const join = (piece: string) => {
      tail.push(piece);
      lastPiece = piece;
      size += piece.length;
      if (tail.length < 4096) return;
      whole += tail.join("");
      tail = [];
    };
    for (let next: string | null = following; next !== null; next = this.takePhysical()) {
      if (isQuotedPrintable && lastPiece.endsWith("=") && !/^(BEGIN|END):VC/i.test(next)) {
        if (tail.length > 0) tail[tail.length - 1] = lastPiece.slice(0, -1);
        else whole = whole.slice(0, -1);
        // A soft break that was folded as well: the blank is the fold's, the text begins with an encoded byte.
        join(/^[ \t]=[0-9A-Fa-f]{2}/.test(next) ? next.slice(1) : next);
      } else if (isFold(next)) {
        const keepsBlank = this.foldsAtBlanks && !isBase64 && lastPiece.length < 70;
        if (next.length > 1) join(keepsBlank ? ` ${next.trimStart()}` : next.slice(1));
      } else if (isBlank(next)) {
        continue;
      } else if (isBase64 && next.length < 1000 && /^[A-Za-z0-9+/=]+$/.test(next)) {
        join(next);
      } else if (mayHoldBareLines && !this.dialect.isPropertyStart(next, name)) {
        join(isQuotedPrintable ? `=0A${next}` : `\n${next}`);
      } else {
        this.putBack(next);
        break;
      }
      if (size > LONGEST_LINE) return this.dropRest();
    }
    return tail.length === 0 ? whole : whole + tail.join("");
  }

  private dropRest(): null {
    let next = this.takePhysical();
    while (next !== null && (isFold(next) || isBlank(next))) next = this.takePhysical();
    if (next !== null) this.putBack(next);
    return null;
  }

  private putBack(line: string): void {
    this.pending = line;
    this.lineNumber--;
  }

  /** One physical line without its line break; "\r\r\n" ends one line, not two. */
  private takePhysical(): string | null {
    if (this.pending !== null) {
      const line = this.pending;
      this.pending = null;
      this.lineNumber++;
      return line;
    }
    if (this.at >= this.text.length) return null;
    const { stop, next } = this.endsAtCr ? nextEnd(this.text, this.at) : this.nextLf();
    const line = this.text.slice(this.at, stop);
    this.at = next;
    if (++this.lineNumber > MOST_LINES) throw new AsksTooMuch(`${MOST_LINES.toLocaleString("en")} lines`);
    return line;
  }

  private nextLf(): { stop: number; next: number } {
    const found = this.text.indexOf("\n", this.at);
    const end = found < 0 ? this.text.length : found;
    let stop = end;
    while (stop > this.at && this.text.charCodeAt(stop - 1) === 0x0d) stop--;
    return { stop, next: end + 1 };
  }
}

/** A picture whose head does not say that it is base64. */
function isBarePicture(line: string): boolean {
  return /^[^:]{0,100}PHOTO[^:]{0,100}:[ \t]*(\/9j\/|iVBORw0KG|R0lGOD)/i.test(line.slice(0, 300));
}

function isBlank(line: string): boolean {
  return line.length === 0 || (line.length < 200 && line.trim() === "");
}

function isFold(line: string): boolean {
  const c = line.charCodeAt(0);
  return c === 0x20 || c === 0x09;
}

function headOf(line: string): string {
  const colon = line.indexOf(":");
  return line.slice(0, Math.min(colon < 0 ? 2000 : colon, 2000));
}

function nameOf(head: string): string {
  const name = (/^[^;:]*/.exec(head)?.[0] ?? "").trim().toUpperCase();
  return name.slice(name.lastIndexOf(".") + 1);
}

function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, "?");
}

/** `NAME:` or `NAME;` by its letters alone. */
function looksLikeProperty(line: string): boolean {
  for (let i = 0; i < line.length && i < 100; i++) {
    const c = line.charCodeAt(i);
    if (c === 0x3a || c === 0x3b) return i > 0;
    const isNamePart =
      (c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a) || (c >= 0x2d && c <= 0x39) || c === 0x5f;
    if (!isNamePart) return false;
  }
  return false;
}
