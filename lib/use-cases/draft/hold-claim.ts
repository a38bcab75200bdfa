import { type SendingChange, type SendingFacts, saveSending } from "@/lib/data/sendings";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted } from "@/lib/domain/result";

/** A sending that is ours to carry. `seen` is how it stands after what we wrote ourselves. */
export type HeldClaim = {
  seen: SendingFacts;
  /** Writes something down. False: somebody else carries it now, and nothing was written. */
  note: (change: SendingChange) => Promise<boolean>;
  /** Says again and again that we are still at it, so that nobody takes us for dead; gives what ends that. */
  keep: (everyMs: number) => void;
  /** Ends it; settles when nothing is being written any more. */
  rest: () => Promise<void>;
};

/** Holds a claim. Every writing raises the row's version by one: that is how we know that nobody came between. */
export function holdClaim(actor: Actor, ours: SendingFacts): HeldClaim {
  const { id: workspaceId } = actor.workspace;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let beating: Promise<unknown> = Promise.resolve();
  const held: HeldClaim = { seen: ours, note, keep, rest };

  async function note(change: SendingChange): Promise<boolean> {
    const about = { kind: "sending", id: ours.id } as const;
    const written = await writeAs(actor, "carry-sending", about, async (tx) =>
      granted(await saveSending(tx, workspaceId, held.seen, change)),
    );
    const isOurs = written.ok && written.value.value;
    if (isOurs) held.seen = { ...held.seen, state: change.state, version: held.seen.version + 1 };
    return isOurs;
  }

  function keep(everyMs: number): void {
    timer = setTimeout(() => {
      // A beat that cannot be written is no reason to stop: the server may be taking the message at this moment.
      beating = note({ state: held.seen.state, isClaimed: true })
        .catch(() => true)
        .then((isOurs) => {
          if (isOurs && timer !== undefined) keep(everyMs);
        });
    }, everyMs);
  }

  async function rest(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    await beating;
  }

  return held;
}
