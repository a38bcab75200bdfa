/** One full stop where a sentence is built around words that somebody else wrote, and may have ended themselves. */

/** The words as a sentence: with a full stop, unless they end in one, in "!", "?" or "…", also before a quotation mark or bracket. */
export function stop(words: string): string {
  return /[.!?…。！？؟][\u2069”’"')\]]*$/.test(words) ? words : `${words}.`;
}

/** A sentence in which a quotation that ends of itself ends the sentence, too: “Call Noor.” and no second stop behind it. */
export function oneStop(sentence: string): string {
  return sentence.replace(/([.!?…。！？؟]\u2069?”)\./g, "$1");
}
