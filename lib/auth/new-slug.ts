import { makeSecret } from "@/lib/data/secrets";
import { makeSlug } from "@/lib/domain/workspace/belonging";

/** The address of a desk that is being founded, made of a name and something that nobody guesses. */
export function newSlug(name: string): string {
  const random = makeSecret()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .slice(0, 6);
  return makeSlug(name, random);
}
