import { describe, expect, test } from "vitest";
import { wordsByHand } from "@/lib/domain/draft/by-hand";
import { standsBelow } from "@/lib/domain/draft/stands-below";

const account = { signature: " Mira Holt\nLindenhof 4 ", authorShown: "client" } as const;
const proof = { url: "https://desk.example.com/proof/AAAA", revokedAt: null };

describe("What leaves below Mira's words", () => {
  test("is the signature of the account, wherever it goes; without an account nothing", () => {
    for (const way of ["mail", "elsewhere"] as const)
      expect(standsBelow(account, way, "Mira")).toEqual({ signature: "Mira Holt\nLindenhof 4", named: "" });
    expect(standsBelow(null, "mail", "Mira")).toEqual({ signature: "", named: "" });
  });

  test("who is named is said where the account names them, and only of a mail", () => {
    const named = { ...account, authorShown: "client-and-sender" } as const;
    expect(standsBelow(named, "mail", "Mira").named).toContain("Sent by … for Mira");
    expect(standsBelow({ ...account, authorShown: "representative" }, "mail", "Mira").named).not.toBe("");
    expect(standsBelow(named, "elsewhere", "Mira").named).toBe("");
  });

  test("goes with what is copied, once, and the words above it are exactly hers", () => {
    const { signature } = account;
    expect(wordsByHand("Yes.\n", { signature: "", proof: null })).toBe("Yes.\n");
    expect(wordsByHand("Yes.", { signature, proof: null })).toBe("Yes.\n\n-- \nMira Holt\nLindenhof 4");
    expect(wordsByHand("Yes.\n\n-- \nMira Holt\nLindenhof 4", { signature, proof: null })).toBe(
      "Yes.\n\n-- \nMira Holt\nLindenhof 4",
    );
    expect(wordsByHand("Yes.", { signature: "", proof })).toBe(
      "Yes.\n\nPersonally written. Check it: https://desk.example.com/proof/AAAA",
    );
    expect(
      wordsByHand("Yes.", { signature: "", proof: { ...proof, revokedAt: "2026-11-25T09:00:00Z" } }),
    ).toBe("Yes.");
  });
});
