/** THE CLIENT'S VOICE: what their sheet asks of every text, and what in a text is not ready to be submitted. */
import { beginsSo, endsSo, fillIn } from "@/lib/domain/draft/begins-so";
import { wordStarts } from "@/lib/domain/draft/count-words";
import { findLinks } from "@/lib/domain/draft/find-links";
import { findFolded, foldText } from "@/lib/domain/draft/folded-text";
import { findPlaceholders } from "@/lib/domain/draft/placeholders";
import type { Refusal } from "@/lib/domain/refusal";
import { isolate } from "@/lib/domain/weekly/words";

/** Empty, or null: nothing is asked. `mostWords` is 1 or more. A circle is named by its key. */
export type VoiceSheet = {
  greeting: string;
  signOff: string;
  neverWords: string[];
  mostWords: number | null;
  byCircle: { circle: string; greeting: string; signOff: string; mostWords: number | null }[];
};

/** A place in the text (UTF-16 units) that is not ready, and one plain sentence why. */
export type Mark = {
  from: number;
  to: number;
  code: "placeholder" | "never-word" | "too-long" | "greeting" | "sign-off";
  says: string;
};

/** Towards whom a text goes: their circles, the nearest first; and whose voice it is, by first name. */
export type Towards = { circles: readonly string[]; firstName: string | null; client?: string };

/** Everything in the text that the sheet does not allow and everything still to be filled in, in the order of the text. */
export function marksIn(text: string, sheet: VoiceSheet, about: Towards): Mark[] {
  const asked = whatIsAsked(sheet, about.circles);
  return [
    ...findPlaceholders(text).map(
      ({ from, to, name }): Mark => ({ from, to, code: "placeholder", says: `Fill in “${isolate(name)}”.` }),
    ),
    ...neverWordsIn(text, sheet.neverWords, about),
    ...lengthOf(text, asked.mostWords, about),
    ...greetingOf(text, asked.greeting, about),
    ...signOffOf(text, asked.signOff, about),
  ].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Nothing with a mark is submitted. Null means yes. */
export function whyNotSubmit(marks: readonly Mark[]): Refusal | null {
  if (marks.length === 0) return null;
  return { code: "unready", marks: [...new Set(marks.map(({ says }) => says))] };
}

/** For a length the strictest of their circles; for words the nearest circle that has some. The sheet itself where none says. */
function whatIsAsked({ byCircle, greeting, signOff, mostWords }: VoiceSheet, circles: readonly string[]) {
  const theirs = circles.flatMap((key) => byCircle.filter(({ circle }) => circle === key));
  const lengths = theirs.flatMap((one) => one.mostWords ?? []);
  return {
    greeting: theirs.find((one) => one.greeting.trim() !== "")?.greeting ?? greeting,
    signOff: theirs.find((one) => one.signOff.trim() !== "")?.signOff ?? signOff,
    mostWords: lengths.length > 0 ? Math.min(...lengths) : mostWords,
  };
}

/** Links are left alone: what is in an address was not chosen by whoever writes. */
function neverWordsIn(text: string, neverWords: readonly string[], about: Towards): Mark[] {
  const folded = foldText(text);
  const links = findLinks(text);
  return [...new Set(neverWords.map((word) => foldText(word.trim()).text))].flatMap((word) =>
    findFolded(folded, word)
      .filter(([from, to]) => !links.some((link) => from < link.to && link.from < to))
      .map(([from, to]): Mark => {
        const whose = about.client
          ? `the list of words that ${about.client} never uses`
          : "the client’s list of words never used";
        return { from, to, code: "never-word", says: `“${isolate(text.slice(from, to))}” is on ${whose}.` };
      }),
  );
}

function lengthOf(text: string, most: number | null, about: Towards): Mark[] {
  const starts = most === null ? [] : wordStarts(text);
  const from = starts[most ?? 0];
  if (from === undefined) return [];
  const says = `This has ${starts.length} words; ${whoOf(about)} writes no more than ${most} here.`;
  return [{ from, to: text.trimEnd().length, code: "too-long", says }];
}

function greetingOf(text: string, asked: string, about: Towards): Mark[] {
  if (asked.trim() === "" || beginsSo(text, asked, about.firstName)) return [];
  const from = text.length - text.trimStart().length;
  const to = from + (/^.*/.exec(text.slice(from))?.[0].trimEnd().length ?? 0);
  return [{ from, to, code: "greeting", says: `${whoOf(about)} begins with ${quoted(asked, about)}.` }];
}

function signOffOf(text: string, asked: string, about: Towards): Mark[] {
  if (asked.trim() === "" || endsSo(text, asked, about.firstName)) return [];
  const to = text.trimEnd().length;
  const from = text.lastIndexOf("\n", to - 1) + 1;
  return [
    {
      from: Math.min(from, to),
      to,
      code: "sign-off",
      says: `${whoOf(about)} ends with ${quoted(asked, about)}.`,
    },
  ];
}

function quoted(asked: string, { firstName }: Towards): string {
  return `“${isolate(fillIn(asked, firstName).replace(/\s+/g, " "))}”`;
}

function whoOf({ client }: Towards): string {
  return client ?? "The client";
}
