/** The address that somebody invented has: "Noor Haddad" is at noor.haddad@people.firsthand.invalid. */
export function addressOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[^A-Za-z ]/g, "")
    .trim()
    .toLowerCase();
  return `${plain.replace(/ +/g, ".")}@people.firsthand.invalid`;
}
