import { describe, expect, test } from "vitest";
import { isSameThere, pressedOf, withChange } from "@/components/drafts/with-change";
import type { AccountChoice, DraftView } from "@/lib/domain/draft/view";

const mail = { id: "mail", name: "Private mail" } as AccountChoice;
const company = { id: "company", name: "Holt & Co" } as AccountChoice;
const noor = { name: "Noor", address: "noor@example.org", field: "to" } as const;
const draft = {
  way: "mail",
  account: mail,
  accounts: [mail, company],
  recipients: [noor],
  subject: "Stairs",
  wantsProof: false,
  neededBy: null,
} as unknown as DraftView;

describe("What Ana presses beside the words", () => {
  test("is shown before the server has answered", () => {
    const shown = withChange(draft, { way: "elsewhere", accountId: "company", wantsProof: true });
    expect([shown.way, shown.account?.name, shown.wantsProof]).toEqual(["elsewhere", "Holt & Co", true]);
    expect(withChange(draft, { accountId: null }).account).toBeNull();
  });

  test("leaves everything else as it is, and the very same where nothing was asked", () => {
    expect(withChange(draft, {})).toBe(draft);
    expect(withChange(draft, { wantsProof: true })).toEqual({ ...draft, wantsProof: true });
    expect(withChange(draft, { accountId: "gone" }).account).toBe(mail);
  });

  test("does not take what she typed out of its field when it is refused", () => {
    expect(pressedOf({ subject: "Roof", neededBy: null, way: "mail" })).toEqual({ way: "mail" });
  });
});

describe("What somebody else changed meanwhile", () => {
  test("is in nobody's way where it is something else", () => {
    const now = { ...draft, subject: "Roof" };
    expect(isSameThere(draft, now, { wantsProof: true, accountId: "company" })).toBe(true);
  });

  test("is not written over where it is the same", () => {
    expect(isSameThere(draft, { ...draft, subject: "Roof" }, { subject: "Garden" })).toBe(false);
    expect(isSameThere(draft, { ...draft, account: company }, { accountId: null })).toBe(false);
  });
});
