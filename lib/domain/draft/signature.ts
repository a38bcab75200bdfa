/**
 * The text with the signature of the account below the line "-- " (RFC 3676 §4.3). An empty signature adds nothing, and a
 * text that ends with the very same one does not get a second.
 */
export function withSignature(text: string, signature: string): string {
  const own = withoutSeparator(signature.replace(/\r\n?/g, "\n").trim());
  if (own === "") return text;
  const body = withoutOwn(text.replace(/\r\n?/g, "\n").trimEnd(), own).trimEnd();
  return `${body === "" ? "" : `${body}\n\n`}-- \n${own}`;
}

/** Some paste their signature together with its line. */
function withoutSeparator(signature: string): string {
  return signature.replace(/^-- ?\n/, "").trim();
}

/** Many editors take the space behind the two dashes away: it is the same line. */
function withoutOwn(text: string, own: string): string {
  if (!text.endsWith(own)) return text;
  const above = text.slice(0, text.length - own.length);
  return /(^|\n)-- ?\n\s*$/.test(above) ? above.replace(/-- ?\n\s*$/, "") : text;
}
