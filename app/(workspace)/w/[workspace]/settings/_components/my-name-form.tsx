"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { untouchedForm } from "@/lib/actions/form-state";
import { saveMyName } from "../actions";

/** What somebody is called, at all of their desks. */
export function MyNameForm({ workspace, name }: { workspace: string; name: string }) {
  const [state, send, busy] = useActionState(saveMyName, untouchedForm);
  return (
    <form
      action={send}
      noValidate
      className="flex flex-col gap-3 rounded-sheet border border-line bg-sheet p-4"
    >
      <input type="hidden" name="workspace" value={workspace} />
      <TextInput
        label="What others read"
        name="name"
        autoComplete="name"
        defaultValue={state.typed.name ?? name}
        error={state.fields.name}
      />
      {state.problem ? (
        <Notice tone="late" role="alert">
          {state.problem}
        </Notice>
      ) : null}
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" busy={busy}>
          Save
        </Button>
        <p role="status" className="text-ok">
          {state.done}
        </p>
      </div>
    </form>
  );
}
