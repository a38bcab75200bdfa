/** How letters outside the Latin alphabet's twenty-six are written in an address. */
const spelled: Record<string, string> = {
  ø: "oe",
  ł: "l",
  ß: "ss",
  æ: "ae",
  đ: "d",
  يوسف: "yusuf",
  العمري: "al-omari",
};

/** The address that somebody invented has: "Noor Haddad" is at noor.haddad@people.firsthand.invalid. */
export function addressOf(name: string): string {
  const plain = Object.entries(spelled)
    .reduce((text, [from, to]) => text.replaceAll(from, to), name.toLowerCase())
    .normalize("NFKD")
    .replace(/[^a-z -]/g, "")
    .trim();
  return `${plain.replace(/ +/g, ".")}@people.firsthand.invalid`;
}
