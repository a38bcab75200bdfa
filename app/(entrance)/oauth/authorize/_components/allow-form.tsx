"use client";

import { useActionState } from "react";
import { sayScope } from "@/components/programs/words";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Checkbox } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { untouchedForm } from "@/lib/actions/form-state";
import { firstName } from "@/lib/domain/person/first-name";
import type { Scope } from "@/lib/domain/token";
import { allowProgram } from "../actions";

type Props = {
  workspace: string;
  deskName: string;
  /** Null when whoever looks is the client. */
  clientName: string | null;
  agents: { id: string; name: string; isPaused: boolean }[];
  scopes: Scope[];
  asked: string;
  denied: string;
};

/** As which agent a program comes in, and what it may do. */
export function AllowForm({ workspace, deskName, clientName, agents, scopes, asked, denied }: Props) {
  const [state, send, busy] = useActionState(allowProgram, untouchedForm);
  const first = agents.find(({ isPaused }) => !isPaused);
  const problem = state.problem ?? Object.values(state.fields)[0];
  const mine = clientName === null ? "you" : firstName(clientName);
  return (
    <form action={send} className="flex flex-col gap-5">
      {problem ? (
        <Notice tone="late" role="alert">
          {problem}
        </Notice>
      ) : null}
      <input type="hidden" name="workspace" value={workspace} />
      <input type="hidden" name="asked" value={asked} />
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 text-[0.8125rem] font-medium">
          It would work at the desk “{deskName}”, as your agent
        </legend>
        {agents.map(({ id, name, isPaused }) => (
          <label key={id} className="flex min-h-9 items-center gap-2.5 pointer-coarse:min-h-11">
            <input
              type="radio"
              name="agent"
              value={id}
              required
              disabled={isPaused}
              defaultChecked={id === (state.typed.agent ?? first?.id)}
              className="size-4 accent-ink-fill"
            />
            <span className="wrap-anywhere">{name}</span>
            {isPaused ? <span className="text-[0.8125rem] text-muted">paused</span> : null}
          </label>
        ))}
      </fieldset>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-[0.8125rem] font-medium">What it may do</legend>
        {scopes.map((scope) => (
          <Checkbox key={scope} name={scope} label={sayScope(scope)} defaultChecked />
        ))}
      </fieldset>
      <p className="text-[0.9375rem] text-muted">
        It never completes, approves or sends what must be {mine}, and never sees what is private. You answer
        for what it does, and can end it in Settings at any time; after 90 days it ends by itself.
      </p>
      <div className="flex flex-col gap-2.5">
        <Button type="submit" variant="primary" size="lg" wide busy={busy} disabled={first === undefined}>
          Allow
        </Button>
        <a href={denied} className={buttonClass({ size: "lg", wide: true })}>
          Not now
        </a>
      </div>
    </form>
  );
}
