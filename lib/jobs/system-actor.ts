import { createHmac } from "node:crypto";
import type { Actor } from "@/lib/domain/actor";
import { env } from "@/lib/env";
import { listJobDesks } from "@/lib/queries/list-job-desks";

/** What background jobs prove themselves with; the owner registers its hash at start (lib/runtime/job-secret.ts). */
function jobProof(): string {
  return createHmac("sha256", env.FIRSTHAND_SECRET).update("jobs").digest("hex");
}

/** The actor of a job on each desk there is (or where something is due to wake): it may make and wake, and can close nothing and loosen nothing. */
export async function systemActors(which: "all" | "woken" = "all"): Promise<Actor[]> {
  const proof = jobProof();
  const desks = await listJobDesks(proof, which);
  return desks.map(
    ({ id, zone }) =>
      ({
        userId: null,
        name: "Firsthand",
        role: "system",
        workspace: { id, slug: "", zone },
        clientName: "",
        door: "job",
        proof,
      }) as unknown as Actor,
  );
}
