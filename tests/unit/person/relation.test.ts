import { describe, expect, test } from "vitest";
import {
  inverseOf,
  isSameRelation,
  readRelationKind,
  relationKinds,
  sayRelation,
} from "@/lib/domain/person/relation";

describe("Who somebody is to somebody else", () => {
  test.each(relationKinds)(
    "%s, turned twice, is itself again, and the sentence is the same from both sides",
    (kind) => {
      expect(inverseOf(inverseOf(kind))).toBe(kind);
      expect(sayRelation("Noor", kind, "Leni")).not.toBe("");
    },
  );

  test("Noor's child Leni: on Leni's page Noor is her parent", () => {
    expect(inverseOf("child")).toBe("parent");
    expect(sayRelation("Noor", "child", "Leni")).toBe("Leni is Noor’s child");
    expect(sayRelation("Leni", "parent", "Noor")).toBe("Noor is Leni’s parent");
  });

  test("whoever introduced somebody is told alike from both sides", () => {
    expect(sayRelation("Noor", "introduced-by", "Tomas")).toBe("Tomas introduced Noor");
    expect(sayRelation("Tomas", "introduced", "Noor")).toBe("Tomas introduced Noor");
  });

  test("a word that nobody here knows is some closeness", () => {
    expect(readRelationKind("godmother-in-law")).toBe("other");
  });

  test("the same relation written from the other side is the same", () => {
    const child = { personId: "noor", kind: "child", otherId: "leni", otherName: "" } as const;
    expect(isSameRelation(child, { personId: "leni", kind: "parent", otherId: "noor", otherName: "" })).toBe(
      true,
    );
    expect(isSameRelation(child, { personId: "leni", kind: "child", otherId: "noor", otherName: "" })).toBe(
      false,
    );
    expect(isSameRelation(child, { ...child, kind: "friend" })).toBe(false);
  });
});
