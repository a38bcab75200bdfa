/** What is made here and stands in a calendar elsewhere as well: what is done there, and what a loss there means here. */

/** An entry of ours with its object there. `etag` "": it is not there, as far as we know; null: there never was one. */
export type OursThere = { stands: boolean; etag: string | null; isAsSaid: boolean };
export type PushStep = "create" | "update" | "delete" | "forget" | "nothing";

/**
 * What is to be done there about a series that was changed here. `isAsSaid`: what changed is nothing that is told there (who comes,
 * how long the way is).
 */
export function planPush({ stands, etag, isAsSaid }: OursThere): PushStep {
  if (!stands) return etag ? "delete" : "forget";
  if (!etag) return "create";
  return isAsSaid ? "nothing" : "update";
}

/** An object of ours that is not there any more. `isNew`: it was never written so far; `isChanged`: changed here since it was. */
export type GoneOurs = { stands: boolean; isNew: boolean; isChanged: boolean; isElsewhere: boolean };

/**
 * What the loss of an object there means: taken away here too, unless it was changed here meanwhile, or too much is gone at once
 * (`isSweep`) to be anybody's wish; then the client is asked. What the calendar takes no more is only forgotten.
 */
export function planGone(
  gone: GoneOurs,
  { takesOurs, isSweep }: { takesOurs: boolean; isSweep: boolean },
): "forget" | "create" | "remove" | "ask" {
  if (!takesOurs || !gone.stands || gone.isElsewhere) return "forget";
  if (gone.isNew) return "create";
  return gone.isChanged || isSweep ? "ask" : "remove";
}

/** Nobody takes away so much by hand: a server was set up anew, or has lost it. */
export function isSweep(gone: number, all: number): boolean {
  return gone > 20 && gone * 2 > all;
}
