import { Sheet } from "@/components/ui/sheet";
import type { ProofKeyView } from "@/lib/queries/read-proof-keys";
import { RevokeKey } from "./revoke-key";

/** Keys, each with what its word is worth now. `zone` is the desk's. */
export function KeyList({ keys, zone }: { keys: ProofKeyView[]; zone: string }) {
  const day = new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "long" });
  const said = (iso: string) => day.format(Date.parse(iso));
  return (
    <ul className="flex flex-col gap-2">
      {keys.map(({ id, version, publicKey, madeAt, retiredAt, revokedAt, proofs }) => (
        <li key={id}>
          <Sheet
            aria-label={`Key ${shortOf(publicKey)}`}
            className="flex flex-wrap items-start justify-between gap-3"
          >
            <div className="flex min-w-0 flex-col gap-0.5">
              <p className="font-medium">{sayState(said, { madeAt, retiredAt, revokedAt })}</p>
              <p className="text-[0.8125rem] text-muted">
                {proofs === 0
                  ? "No message is signed with it."
                  : `${proofs === 1 ? "1 message is" : `${proofs} messages are`} signed with it.`}
              </p>
              <p className="font-mono text-[0.75rem] text-muted wrap-anywhere">{shortOf(publicKey)}</p>
            </div>
            {revokedAt === null ? (
              <RevokeKey id={id} version={version} proofs={proofs} name={shortOf(publicKey)} />
            ) : null}
          </Sheet>
        </li>
      ))}
    </ul>
  );
}

/** The beginning of a public key in groups of four, enough to tell two apart. */
function shortOf(publicKey: string): string {
  return publicKey.slice(0, 16).replace(/.{4}(?=.)/g, "$& ");
}

function sayState(
  said: (iso: string) => string,
  { madeAt, retiredAt, revokedAt }: Pick<ProofKeyView, "madeAt" | "retiredAt" | "revokedAt">,
): string {
  if (revokedAt !== null) return `Revoked on ${said(revokedAt)}: nothing it signed holds any more`;
  if (retiredAt !== null) return `Signed from ${said(madeAt)} to ${said(retiredAt)}: what it signed holds`;
  return `Signs since ${said(madeAt)}`;
}
