import { AsksTooMuch } from "@/lib/adapters/content-lines/asks-too-much";
import type { ContentLine } from "@/lib/adapters/content-lines/content-line";
import { type Dialect, LineReader } from "@/lib/adapters/content-lines/line-reader";

/** A BEGIN…END block with its properties and the blocks inside it. */
export type Component = {
  name: string;
  line: number;
  lines: ContentLine[];
  children: Component[];
  isCutOff: boolean;
};

export const MOST_EVENTS = 20_000;
const DEEPEST = 16;
const MOST_COMPONENTS = 100_000;
const MOST_LINES_OF_A_COMPONENT = 20_000;
const MOST_NOTES = 1_000;
/** Programs that break a long text without folding it do it in these. */
const MULTI_LINE = new Set(["DESCRIPTION", "COMMENT", "X-ALT-DESC", "CONTACT"]);

const DIALECT: Dialect = {
  isPropertyStart: (line) => /^[A-Z][A-Z0-9-]{1,80}[ \t]*[;:]/.test(line.slice(0, 90)),
  mayHoldBareLines: (name) => MULTI_LINE.has(name),
  bareLineInitials: "DCXdcx",
};

/**
 * The blocks of an iCalendar or vCalendar file under one nameless root. A line that cannot be read is dropped with a
 * note; an END that is missing or crossed closes what it must. Throws only {@link AsksTooMuch}.
 */
export function readComponents(byteText: string): { root: Component; notes: string[] } {
  const reader = new LineReader(byteText, DIALECT);
  const notes: string[] = [];
  const root: Component = { name: "", line: 1, lines: [], children: [], isCutOff: false };
  const open: Component[] = [root];
  let tooDeep = 0;
  let count = 0;
  let events = 0;
  const note = (text: string) => {
    if (notes.length < MOST_NOTES) notes.push(text);
  };
  for (let line = reader.next(); line !== null; line = reader.next()) {
    const current = open.at(-1) as Component;
    if ("bad" in line) {
      note(`Line ${line.line}: ${line.bad}`);
    } else if (line.name === "BEGIN") {
      if (open.length > DEEPEST) {
        if (tooDeep++ === 0) note(`Line ${line.line}: what is nested this deep was left out.`);
        continue;
      }
      if (++count > MOST_COMPONENTS) throw new AsksTooMuch(`${MOST_COMPONENTS.toLocaleString("en")} entries`);
      if (componentName(line) === "VEVENT" && ++events > MOST_EVENTS) {
        throw new AsksTooMuch(`${MOST_EVENTS.toLocaleString("en")} events`);
      }
      const child: Component = {
        name: componentName(line),
        line: line.line,
        lines: [],
        children: [],
        isCutOff: false,
      };
      current.children.push(child);
      open.push(child);
    } else if (line.name === "END") {
      if (tooDeep > 0) tooDeep--;
      else closeTo(open, componentName(line));
    } else if (tooDeep === 0) {
      if (current.lines.length < MOST_LINES_OF_A_COMPONENT) current.lines.push(line);
      else if (!current.isCutOff) {
        current.isCutOff = true;
        note(`Line ${line.line}: this entry is too long; the rest of its lines was left out.`);
      }
    }
  }
  return { root, notes };
}

/** An END that fits nothing open is ignored: "END:VCALENDARD" ends nothing, and nothing is lost by it. */
function closeTo(open: Component[], name: string): void {
  for (let i = open.length - 1; i > 0; i--) {
    if (open[i]?.name !== name) continue;
    open.length = i;
    return;
  }
}

function componentName(line: ContentLine): string {
  return line.value.slice(0, 80).trim().toUpperCase();
}

/** The properties of a block by name, in the order of the file. */
export function linesByName(component: Component): Map<string, ContentLine[]> {
  const byName = new Map<string, ContentLine[]>();
  for (const line of component.lines) {
    const lines = byName.get(line.name);
    if (lines) lines.push(line);
    else byName.set(line.name, [line]);
  }
  return byName;
}
