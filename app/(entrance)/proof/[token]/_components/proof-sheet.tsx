import type { JudgedProof, ProofCheck } from "@/lib/adapters/proof/judge-proof";
import { sayProof, sayProofTime } from "@/lib/domain/draft/proof";
import { EntranceHead } from "../../../_components/entrance-head";
import { CompareWords } from "./compare-words";

/** What a proof says, to whoever has its link. It has no words of the message, and does not know to whom it went. */
export function ProofSheet({ proof }: { proof: JudgedProof }) {
  if (proof.kind === "unknown")
    return (
      <EntranceHead title="There is no proof here">
        <p>
          There is nothing behind this link. Perhaps a part of it was lost on the way: copy the whole of it
          from the message.
        </p>
      </EntranceHead>
    );
  if (proof.kind === "revoked")
    return (
      <EntranceHead title="This proof was taken back">
        <p>It says nothing about any message now.</p>
      </EntranceHead>
    );
  const { said, check } = proof;
  return (
    <>
      <EntranceHead title={sayProof(said)}>
        <p>
          <time dateTime={said.at}>{sayProofTime(said)}</time>
        </p>
      </EntranceHead>
      <CompareWords signed={said.text} />
      <HowChecked check={check} />
    </>
  );
}

function HowChecked({ check }: { check: ProofCheck }) {
  return (
    <details className="mt-5 border-t border-line pt-4 text-[0.8125rem] text-muted">
      <summary className="cursor-pointer text-text pointer-coarse:min-h-11 pointer-coarse:content-center">
        How this is checked
      </summary>
      <p className="mt-3">
        The line below was signed (Ed25519) as the words were let go. <code>text</code> in it is the SHA-256
        of the words, in which white space, quotation marks of mail programs and the signature do not count.
        Whoever has the three values can check them without us, now or in ten years:
      </p>
      <dl>
        <Value name="What was signed" text={check.payload} />
        <Value name="Signature" text={check.signature} />
        <Value name="Public key" text={check.publicKey} />
        <Value name="In a terminal with Node, this prints “true”" text={check.command} />
      </dl>
    </details>
  );
}

function Value({ name, text }: { name: string; text: string }) {
  return (
    <>
      <dt className="mt-3">{name}</dt>
      <dd>
        <code
          dir="auto"
          className="mt-1 block rounded-lg bg-sunken/60 px-3 py-2 wrap-anywhere text-text select-all"
        >
          {text}
        </code>
      </dd>
    </>
  );
}
