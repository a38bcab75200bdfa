"use client";

import { sayScope } from "@/components/programs/words";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/field";
import { areas, type Scope } from "@/lib/domain/token";
import { areaWords, offered, presets } from "./presets";

type Props = { scopes: readonly Scope[]; error?: string; onChange: (scopes: readonly Scope[]) => void };

/** What a token is for: each area to look at, or to change; or one of the usual choices. */
export function ChooseScopes({ scopes, error, onChange }: Props) {
  const chosen = (one: Scope) => scopes.includes(one);
  const isPreset = (all: readonly Scope[]) => all.length === scopes.length && all.every(chosen);
  return (
    <fieldset aria-describedby={error ? "scopes-error" : undefined} className="flex flex-col gap-2">
      <legend className="mb-1 text-[0.8125rem] font-medium">What it is for</legend>
      <div className="flex flex-wrap gap-2">
        {presets.map(({ label, scopes: all }) => (
          <Button
            key={label}
            size="sm"
            aria-pressed={isPreset(all)}
            className="aria-pressed:border-edge aria-pressed:bg-sunken"
            onClick={() => onChange(all)}
          >
            {label}
          </Button>
        ))}
      </div>
      <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {areas.map((area) => (
          <li key={area} className="flex flex-col gap-1">
            <p className="text-[0.8125rem] font-medium">{areaWords[area]}</p>
            {offered
              .filter((scope) => scope.startsWith(`${area}:`))
              .map((scope) => (
                <Checkbox
                  key={scope}
                  label={sayScope(scope)}
                  checked={chosen(scope)}
                  onChange={({ target }) =>
                    onChange(target.checked ? [...scopes, scope] : scopes.filter((one) => one !== scope))
                  }
                />
              ))}
          </li>
        ))}
      </ul>
      {error ? (
        <p id="scopes-error" role="alert" className="text-[0.8125rem] text-late">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
