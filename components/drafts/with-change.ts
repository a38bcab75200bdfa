import type { AddressChange } from "@/components/drafts/address-form";
import type { DraftView } from "@/lib/domain/draft/view";

/** A draft as it will be when what was asked of its address is done. An account that is not to be had changes nothing. */
export function withChange(draft: DraftView, { accountId, ...change }: AddressChange): DraftView {
  if (accountId === undefined) return Object.keys(change).length === 0 ? draft : { ...draft, ...change };
  const account = draft.accounts.find(({ id }) => id === accountId) ?? null;
  return { ...draft, ...change, account: accountId === null ? null : (account ?? draft.account) };
}

/** What is shown as soon as it is pressed. What is typed stands in its field already, and stays there when it is refused. */
export function pressedOf({ subject: _, neededBy: __, ...pressed }: AddressChange): AddressChange {
  return pressed;
}

/** Whether what is about to change still is as it was seen. */
export function isSameThere(seen: DraftView, now: DraftView, change: AddressChange): boolean {
  const facts = (draft: DraftView) => ({ ...draft, accountId: draft.account?.id ?? null });
  const [before, after] = [facts(seen), facts(now)];
  return Object.keys(change).every((name) => {
    const field = name as keyof AddressChange;
    return JSON.stringify(before[field]) === JSON.stringify(after[field]);
  });
}
