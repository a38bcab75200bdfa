import { verifyPayload } from "@/lib/adapters/proof/keys";
import { type ProofSaid, readProofPayload } from "@/lib/domain/draft/proof";

/** A proof as it was found; `revoked`: it, its key or the approval was taken back. */
export type FoundProof = { payload: string; signed: Uint8Array; publicKey: Uint8Array; revoked: boolean };

/** What anybody needs to check a proof without us: the signed line, base64 of the signature and of the key (SPKI, RFC 8410), a command. */
export type ProofCheck = { payload: string; signature: string; publicKey: string; command: string };

/** What a proof comes to. Only one that holds says anything. */
export type JudgedProof =
  | { kind: "holds"; said: ProofSaid; check: ProofCheck }
  | { kind: "revoked" }
  | { kind: "unknown" };

/** Ed25519's algorithm and the head of 32 bytes (RFC 8410 §4). */
const spkiHead = Buffer.from("302a300506032b6570032100", "hex");

/** Verifies once more what is shown: a line that was changed in the database says nothing here. */
export function judgeProof(found: FoundProof | null): JudgedProof {
  if (found === null) return { kind: "unknown" };
  if (found.revoked) return { kind: "revoked" };
  const { payload, signed, publicKey } = found;
  const said = readProofPayload(payload);
  if (said === null || !verifyPayload(payload, signed, publicKey)) return { kind: "unknown" };
  const signature = Buffer.from(signed).toString("base64");
  const key = Buffer.concat([spkiHead, publicKey]).toString("base64");
  return {
    kind: "holds",
    said,
    check: { payload, signature, publicKey: key, command: commandFor(payload, signature, key) },
  };
}

/** One line for a terminal with Node: prints true. In base64, so that a name can hold any quotation mark. */
function commandFor(payload: string, signature: string, key: string): string {
  const line = Buffer.from(payload, "utf8").toString("base64");
  const bytes = (text: string) => `Buffer.from("${text}","base64")`;
  return `node -e 'console.log(require("node:crypto").verify(null,${bytes(line)},{key:${bytes(key)},format:"der",type:"spki"},${bytes(signature)}))'`;
}
