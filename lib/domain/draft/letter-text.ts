import { proofLine } from "@/lib/domain/draft/proof";
import { withSignature } from "@/lib/domain/draft/signature";

/** What goes out below and around the words. `sentBy`: a line about who sends for whom, "" for none. */
export type AroundWords = { signature: string; proofUrl: string | null; sentBy: string };

/**
 * The text of a mail: the words, the line of their proof, and below the line of two dashes (RFC 3676 §4.3) the account's signature and
 * who sent it. The words alone are what a proof is of.
 */
export function letterText(text: string, { signature, proofUrl, sentBy }: AroundWords): string {
  const [words, below] = parted(text, signature);
  const body = proofUrl === null ? words : `${words.trimEnd()}\n\n${proofLine(proofUrl)}`;
  const foot = [below, sentBy].filter(Boolean).join("\n");
  return foot === "" ? body : `${body === "" ? "" : `${body.trimEnd()}\n\n`}-- \n${foot}`;
}

/** The words without the account's own signature, should somebody have typed it below them. */
export function wordsAlone(text: string, signature: string): string {
  return parted(text, signature)[0];
}

/** Who sends for whom, where both are shown. */
export function sentByLine(sender: string, client: string): string {
  return `Sent by ${sender} for ${client}`;
}

function parted(text: string, signature: string): [words: string, below: string] {
  const signed = withSignature(text, signature);
  // Nothing is added for an empty signature; whatever line of dashes there is then is the writer's own.
  const added = withSignature("", signature);
  if (added === "" || !signed.endsWith(added)) return [text, ""];
  return [signed.slice(0, signed.length - added.length).trimEnd(), added.slice("-- \n".length)];
}
