"use client";

import { kindWords } from "@/components/tasks/words";
import { Checkbox } from "@/components/ui/field";
import { type TaskKind, taskKinds } from "@/lib/domain/task/task";

type Props = { kinds: readonly TaskKind[]; error?: string; onChange: (kinds: readonly TaskKind[]) => void };

/** Tasks of these kinds alone; rarely asked for, so it stands folded. */
export function ChooseKinds({ kinds, error, onChange }: Props) {
  const said = kinds.length === 0 ? "all kinds" : kinds.map((kind) => kindWords[kind]).join(", ");
  return (
    <details>
      <summary className="cursor-pointer text-[0.8125rem] font-medium pointer-coarse:min-h-11 pointer-coarse:content-center">
        Which tasks <span className="font-normal text-muted">· {said}</span>
      </summary>
      <fieldset className="mt-2 flex flex-col gap-2">
        <legend className="max-w-prose text-[0.8125rem] text-muted">
          Choose some, and it sees no other task, nothing that hangs on one, and no history.
        </legend>
        <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
          {taskKinds.map((kind) => (
            <Checkbox
              key={kind}
              label={kindWords[kind]}
              checked={kinds.includes(kind)}
              onChange={({ target }) =>
                onChange(target.checked ? [...kinds, kind] : kinds.filter((one) => one !== kind))
              }
            />
          ))}
        </div>
        {error ? (
          <p role="alert" className="text-[0.8125rem] text-late">
            {error}
          </p>
        ) : null}
      </fieldset>
    </details>
  );
}
