import type { Job } from "@/lib/jobs/run-jobs";
import { type Turns, takeTurns } from "@/lib/jobs/take-turns";
import { claimDueBook } from "@/lib/use-cases/address-book/claim-due-book";
import { syncAddressBook } from "@/lib/use-cases/address-book/sync-address-book";

export const bookTurns: Turns = { which: "books", claim: claimDueBook, step: syncAddressBook };

export const syncAddressBooksJob: Job = {
  name: "sync-address-books",
  everyMs: 60 * 1000,
  run: async () => {
    await takeTurns(bookTurns);
    return { more: false };
  },
};
