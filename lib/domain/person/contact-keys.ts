/** When two e-mail addresses, or two phone numbers, are the same one written in two ways. */

/** An address as its server reads it: small letters, without a plus-tag, and without Gmail's dots. "" for what is no address. */
export function emailKey(value: string): string {
  const [, typed = "", domain = ""] = /^([^@\s]+)@([^@\s]+)$/.exec(value.trim().toLowerCase()) ?? [];
  if (domain === "") return "";
  const local = typed.replace(/\+.*$/, "") || typed;
  const isGmail = domain === "gmail.com" || domain === "googlemail.com";
  return isGmail ? `${local.replaceAll(".", "")}@gmail.com` : `${local}@${domain}`;
}

/** A number that can tell people apart has at least seven digits; an extension is not part of it. */
function readPhone(value: string): { digits: string; isWhole: boolean } | null {
  const bare = value
    .replace(/(ext\.?|x|#).*$/i, "")
    .replace(/\(0\)/g, "")
    .trim();
  const isWhole = /^(\+|00)/.test(bare);
  const digits = bare.replace(/\D/g, "").replace(/^0+/, "");
  return digits.length < 7 ? null : { digits, isWhole };
}

/**
 * Whether two numbers reach the same phone. Two with their country are compared whole; where one has none, the shorter must
 * end the longer, so that "030 1234567" is "+49 30 1234567" and "+1 …" is never "+44 …".
 */
export function isSamePhone(a: string, b: string): boolean {
  const [one, other] = [readPhone(a), readPhone(b)];
  if (one === null || other === null) return false;
  if (one.isWhole && other.isWhole) return one.digits === other.digits;
  const [short, long] = [one.digits, other.digits].sort((x, y) => x.length - y.length) as [string, string];
  return long.endsWith(short) && long.length - short.length <= 3;
}

/** Whether a number is a known one in another spelling, or with less of it: "030 123456" beside "+49 30 123456". An extension is news. */
export function isKnownPhone(value: string, known: string): boolean {
  const [one, other] = [readPhone(value), readPhone(known)];
  if (one === null || other === null || !isSamePhone(value, known)) return false;
  return other.digits.length >= one.digits.length && extensionOf(value) === extensionOf(known);
}

function extensionOf(value: string): string {
  return /(?:ext\.?|x|#)\D*(\d+)/i.exec(value)?.[1] ?? "";
}
