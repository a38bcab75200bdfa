import { standsBelow } from "@/lib/domain/draft/stands-below";
import type { DraftView } from "@/lib/domain/draft/view";

type Props = { draft: Pick<DraftView, "account" | "way">; client: string };

/** What leaves below the words: it is approved with them, so it is seen with them. */
export function BelowWords({ draft, client }: Props) {
  const { signature, named } = standsBelow(draft.account, draft.way, client);
  if (signature === "" && named === "") return null;
  return (
    <div className="text-[0.8125rem] text-muted">
      {signature ? (
        <>
          <p>Below it stands:</p>
          <p dir="auto" className="wrap-anywhere mt-0.5 border-s-2 border-line ps-3 whitespace-pre-line">
            {signature}
          </p>
        </>
      ) : null}
      {named ? <p className={signature ? "mt-1" : undefined}>{named}</p> : null}
    </div>
  );
}
