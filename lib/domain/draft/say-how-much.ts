/** HOW MUCH OF THIS IS MINE, in words: never a number, so that nobody plays for a better one. */
import { cutWords } from "@/lib/domain/draft/cut-words";
import { nameOf } from "@/lib/domain/draft/say-whose";
import { sentencesOf } from "@/lib/domain/draft/sentences-of";
import { type Author, isSameAuthor, type Stretch } from "@/lib/domain/draft/whose-words";
import { inARow } from "@/lib/domain/in-a-row";

/** What one author has of a text: letters, words, and sentences that are theirs alone. */
type Share = { author: Author; letters: number; words: number; sentences: number };

/** From this part of the letters on, a text is mostly one author's. */
const mostly = 0.6;

/** "Mira wrote all of it.", "Mostly Ana’s draft, with a sentence of Mira’s." `client` is the client's name. */
export function sayHowMuch(stretches: readonly Stretch[], client: string): string {
  const all = sharesOf(stretches);
  const shares = all.filter((one) => one.letters > 0).sort((a, b) => b.letters - a.letters);
  const [main, ...rest] = shares.length > 0 ? shares : all;
  if (!main) return "Nothing is written yet.";
  if (rest.length === 0 || shares.length === 0) {
    const touched = all.find((one) => one.author.by === "client" && one !== main);
    const whole = sayAll(main.author, client);
    return touched
      ? `${whole.replace(/\.$/, "")}; ${nameOf(touched.author, client)} changed no word of it.`
      : whole;
  }
  const letters = shares.reduce((sum, one) => sum + one.letters, 0);
  if (main.letters < letters * mostly)
    return `${upper(inARow(shares.map((one) => `partly ${partOf(one.author, client)}`)))}.`;
  return `Mostly ${wholeOf(main.author, client)}, with ${inARow(rest.map((one) => sayBit(one, client)))}.`;
}

function sharesOf(stretches: readonly Stretch[]): Share[] {
  const shares: Share[] = [];
  const shareOf = (author: Author) => {
    const known = shares.find((one) => isSameAuthor(one.author, author));
    if (known) return known;
    const share = { author, letters: 0, words: 0, sentences: 0 };
    shares.push(share);
    return share;
  };
  for (const { text, author } of stretches) {
    const pieces = cutWords(text);
    const share = shareOf(author);
    share.letters += pieces.reduce((sum, one) => sum + one.weight, 0);
    share.words += pieces.filter((one) => one.weight > 0).length;
  }
  for (const { whose, text } of sentencesOf(stretches))
    if (whose !== "several" && /[\p{L}\p{N}]/u.test(text)) shareOf(whose).sentences += 1;
  return shares.filter((one) => one.letters > 0 || one.words > 0 || stretches.some(isSeen(one.author)));
}

function isSeen(author: Author): (one: Stretch) => boolean {
  return (one) => isSameAuthor(one.author, author) && one.text.trim() !== "";
}

function sayAll(author: Author, client: string): string {
  if (author.by === "phrase") return "All of it is a saved phrase.";
  if (author.by === "agent") return `${nameOf(author, client)}, an agent, wrote all of it.`;
  const name = nameOf(author, client);
  return name === "somebody not known" ? "Nobody knows who wrote it." : `${name} wrote all of it.`;
}

function wholeOf(author: Author, client: string): string {
  if (author.by === "assistant" || author.by === "agent") return `${nameOf(author, client)}’s draft`;
  return partOf(author, client);
}

function partOf(author: Author, client: string): string {
  const name = nameOf(author, client);
  if (author.by === "phrase") return name;
  return author.by === "unknown" ? `words of ${name}` : `${name}’s words`;
}

function sayBit({ author, words, sentences }: Share, client: string): string {
  const name = nameOf(author, client);
  const much =
    sentences > 1
      ? "some sentences"
      : sentences === 1
        ? "a sentence"
        : words > 2
          ? "a few words"
          : "a word or two";
  if (author.by === "phrase")
    return sentences > 0 ? `${much} from a saved phrase` : `${much} of a saved phrase`;
  return author.by === "unknown" ? `${much} of ${name}` : `${much} of ${name}’s`;
}

function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
