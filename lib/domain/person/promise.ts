import type { ActingRole } from "@/lib/domain/actor";

/** Who promised: the client, or the person. */
export const promisers = ["client", "person"] as const;
export type Promiser = (typeof promisers)[number];

/** A promise as a page shows it. `dueOn` is "YYYY-MM-DD"; instants are ISO UTC. `by` is who wrote it down. */
export type PromiseView = {
  id: string;
  version: number;
  personId: string;
  taskId: string | null;
  whose: Promiser;
  text: string;
  dueOn: string | null;
  keptAt: string | null;
  isPrivate: boolean;
  by: string;
  role: ActingRole;
  enteredAt: string;
};
