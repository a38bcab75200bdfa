import { expect, test } from "vitest";
import { mergeMore, saidMore } from "@/lib/domain/address-book/merge-more";

const otto = { kind: "partner", name: "Otto Lind" };
const elin = { kind: "friend", name: "Elin Sorensen" };
const ilse = { kind: "sibling", name: "Ilse Brandt" };
const said = (relations: (typeof otto)[], pictureSum: string | null = null) => ({ relations, pictureSum });
const nothing = { added: [], removed: [], takesPicture: false };

test("A relation that came or went on the card comes or goes here; one of the desk's own stays", () => {
  expect(mergeMore(said([otto]), said([elin]), said([otto, ilse]))).toEqual({
    ...nothing,
    added: [elin],
    removed: [otto],
  });
});

test("A relation that Mira took away stays away, and one that she wrote down herself does not come twice", () => {
  expect(mergeMore(said([otto]), said([otto, elin]), said([elin]))).toEqual(nothing);
});

test("A new picture is taken where the one here is the card's last one; Mira's own and a lost one stay", () => {
  const takes = (was: string | null, is: string | null, here: string | null) =>
    mergeMore(said([], was), said([], is), said([], here)).takesPicture;
  expect([takes(null, "a", null), takes("a", "b", "a")]).toEqual([true, true]);
  expect([takes("a", "b", "hers"), takes("a", "b", null), takes(null, "a", "hers")]).toEqual([
    false,
    false,
    false,
  ]);
  expect([takes("a", "a", "hers"), takes("a", null, "a")]).toEqual([false, false]);
});

test("Nothing private of a card is remembered beside it", () => {
  const { relations } = saidMore({
    relations: [otto, { ...elin, isPrivate: true }],
    contacts: [],
    facts: [],
    picture: null,
    died: null,
    circles: [],
  });
  expect(relations).toEqual([otto]);
});
