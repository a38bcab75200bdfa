import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { seal, unseal } from "@/lib/adapters/secrets/seal";

const owner = { what: "address-book", workspaceId: randomUUID(), id: randomUUID() } as const;

test("A sealed password opens for its own address book, says nothing, and looks different each time", () => {
  const sealed = seal("blue heron 42 ✓", owner);
  expect(unseal(sealed, owner)).toBe("blue heron 42 ✓");
  expect(Buffer.from(sealed).includes("heron")).toBe(false);
  expect(Buffer.from(seal("blue heron 42 ✓", owner)).equals(Buffer.from(sealed))).toBe(false);
});

test("In another book, on another desk, touched or cut short, it opens nothing", () => {
  const sealed = seal("blue heron", owner);
  expect(unseal(sealed, { ...owner, id: randomUUID() })).toBeNull();
  expect(unseal(sealed, { ...owner, workspaceId: randomUUID() })).toBeNull();
  for (let at = 0; at < sealed.length; at += 1) {
    const touched = Uint8Array.from(sealed);
    touched[at] = (touched[at] ?? 0) ^ 1;
    expect(unseal(touched, owner), `byte ${at}`).toBeNull();
  }
  expect(unseal(sealed.subarray(0, 20), owner)).toBeNull();
});

test("What was sealed as one sort of secret does not open as another", () => {
  const sealed = seal("blue heron", { ...owner, what: "mailbox" });
  expect(unseal(sealed, { ...owner, what: "mailbox" })).toBe("blue heron");
  expect(unseal(sealed, owner)).toBeNull();
  expect(unseal(sealed, { ...owner, what: "proof-key" })).toBeNull();
});
