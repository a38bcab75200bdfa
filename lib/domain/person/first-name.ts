/** The word by which somebody is called: "Mira Holt" → "Mira". A single word, or an honorific alone, stays whole. */
export function firstName(name: string): string {
  const words = name.trim().split(/\s+/);
  const honorific = /^(dr|prof|mr|mrs|ms|sir|dame|aunt|uncle)\.?$/i.test(words[0] ?? "");
  return (honorific ? words.slice(0, 2).join(" ") : words[0]) || name;
}
