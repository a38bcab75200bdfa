/** What to call somebody of whom only the address is known: "ana.silva+work@example.com" is "Ana Silva". */
export function guessName(email: string): string {
  const local = email.split("@")[0]?.split("+")[0] ?? "";
  const words = local.split(/[._-]+/).filter((word) => /\p{L}/u.test(word));
  return words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join(" ") || email;
}
