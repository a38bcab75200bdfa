import type { CardMore, CardRelation } from "@/lib/domain/person/fill-in-more";

/**
 * What is remembered of what stands on a card beside the person's own fields; a picture by its sum, and that they have died
 * (RFC 6474 §2.3). Nothing that is private.
 */
export type SaidMore = { relations: CardRelation[]; pictureSum: string | null; isDead?: true };

/** What a card says of it now. */
export function saidMore(more: CardMore | undefined): SaidMore {
  const relations = (more?.relations ?? []).filter((one) => !one.isPrivate);
  return { relations, pictureSum: more?.picture?.sum ?? null, ...(more?.died ? { isDead: true } : {}) };
}

/**
 * Three ways, like the other fields: relations that came or went there come or go here, and one that was taken away here stays
 * away. A new picture is taken where the one here is still the card's last one (none is one, too); one that the card lost stays.
 */
export function mergeMore<Known extends CardRelation>(
  was: SaidMore,
  is: SaidMore,
  here: { relations: Known[]; pictureSum: string | null },
): { added: CardRelation[]; removed: Known[]; takesPicture: boolean } {
  const [wasThere, isThere, isHere] = [was.relations, is.relations, here.relations].map(
    (list) => new Set(list.map(keyOf)),
  ) as [Set<string>, Set<string>, Set<string>];
  const sum = is.pictureSum;
  return {
    added: is.relations.filter((one) => !wasThere.has(keyOf(one)) && !isHere.has(keyOf(one))),
    removed: here.relations.filter((one) => wasThere.has(keyOf(one)) && !isThere.has(keyOf(one))),
    takesPicture: sum !== null && sum !== was.pictureSum && here.pictureSum === was.pictureSum,
  };
}

function keyOf({ kind, name }: CardRelation): string {
  return `${kind}:${name.trim().toLowerCase()}`;
}
