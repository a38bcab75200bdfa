import type { Author } from "@/lib/domain/draft/whose-words";
import { firstName } from "@/lib/domain/person/first-name";
import { isolate } from "@/lib/domain/weekly/words";

/** Before a stretch, for whoever listens to it: "Mira’s words:", "a saved phrase:". `client` is the client's name. */
export function sayWhose(author: Author, client: string): string {
  if (author.by === "phrase") return "a saved phrase:";
  if (author.by === "agent") return `${nameOf(author, client)}’s words, an agent:`;
  return isNamed(author) ? `${nameOf(author, client)}’s words:` : "the words of somebody not known:";
}

/** The name an author is called by: the client always by the client's own. */
export function nameOf(author: Author, client: string): string {
  if (author.by === "phrase") return "a saved phrase";
  if (!isNamed(author)) return "somebody not known";
  return isolate(firstName(author.by === "client" ? client : author.name));
}

function isNamed(author: Author): boolean {
  return author.by === "client" || (author.by !== "unknown" && author.name.trim() !== "");
}
