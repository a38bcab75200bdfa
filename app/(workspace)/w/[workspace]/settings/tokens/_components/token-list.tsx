"use client";

import { sayScopes } from "@/components/programs/words";
import { kindWords } from "@/components/tasks/words";
import { AgentBadge } from "@/components/ui/agent-badge";
import { Sheet } from "@/components/ui/sheet";
import { ageText, type Place } from "@/components/when";
import { firstName } from "@/lib/domain/person/first-name";
import type { TokenView } from "@/lib/domain/token";
import { EndToken } from "./end-token";

type Props = { tokens: TokenView[]; me: string; place: Place; now: number; onEnded?: (id: string) => void };

/** Tokens: what each is for, whose hands it is, when it was last used, and when it ends. The secret itself is nowhere. */
export function TokenList({ tokens, me, place, now, onEnded }: Props) {
  const days = new Intl.DateTimeFormat(place.locale, { timeZone: place.zone, dateStyle: "long" });
  const day = (iso: string) => days.format(Date.parse(iso));
  return (
    <ul className="flex flex-col gap-2">
      {tokens.map((token) => (
        <li key={token.id}>
          <Sheet aria-label={token.name} className="flex flex-wrap items-start justify-between gap-3">
            <div className="flex min-w-0 flex-1 basis-64 flex-col gap-0.5">
              <p className="font-medium wrap-anywhere">
                <bdi>{token.name}</bdi> <span className="font-mono text-xs text-muted">…{token.shown}</span>
              </p>
              {token.holder.id === me ? null : (
                <p className="text-[0.8125rem] wrap-anywhere text-muted">
                  for <bdi>{token.holder.name}</bdi>
                  {token.holder.isAgent ? <AgentBadge /> : null}
                  {token.madeById === me ? "" : `, made by ${firstName(token.madeBy)}`}
                </p>
              )}
              <p className="text-[0.8125rem] text-muted">{sayFor(token)}</p>
              <p className="text-[0.8125rem] text-muted">{sayWhen(token, now, day)}</p>
            </div>
            {token.canRevoke && onEnded ? <EndToken token={token} onEnded={() => onEnded(token.id)} /> : null}
          </Sheet>
        </li>
      ))}
    </ul>
  );
}

function sayFor({ scopes, kinds, addresses }: TokenView): string {
  const said = sayScopes(scopes);
  const more = [
    kinds.length > 0 ? `only ${kinds.map((kind) => kindWords[kind].toLowerCase()).join(", ")}` : "",
    addresses.length > 0 ? `only from ${addresses.join(", ")}` : "",
  ].filter(Boolean);
  return `${said.charAt(0).toUpperCase()}${[said.slice(1), ...more].join("; ")}.`;
}

function sayWhen(token: TokenView, now: number, day: (iso: string) => string): string {
  const { lastUsedAt, revokedAt, expiresAt, madeAt } = token;
  const used = lastUsedAt ? `last used ${ageText(lastUsedAt, now)}` : "never used";
  if (revokedAt) return `Ended on ${day(revokedAt)}, ${used}.`;
  if (Date.parse(expiresAt) <= now) return `Ran out on ${day(expiresAt)}, ${used}.`;
  return `Made on ${day(madeAt)}, ends on ${day(expiresAt)}, ${used}.`;
}
