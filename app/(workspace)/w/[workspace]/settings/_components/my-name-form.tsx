"use client";

import { TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { saveMyName } from "../actions";
import { SaveRow } from "./save-row";
import { useKeptForm } from "./use-kept-form";

/** What somebody is called, at all of their desks. */
export function MyNameForm({ workspace, name }: { workspace: string; name: string }) {
  const kept = useKeptForm("my-name", "", { name }, saveMyName);
  const { state, send, busy, text, isTouched, onSubmit, onLeave } = kept;
  return (
    <form
      action={send}
      onSubmit={onSubmit}
      noValidate
      className="flex flex-col gap-3 rounded-sheet border border-line bg-sheet p-4"
    >
      <input type="hidden" name="workspace" value={workspace} />
      <TextInput label="What others read" {...text("name")} autoComplete="name" error={state.fields.name} />
      {state.problem ? (
        <Notice tone="late" role="alert">
          {state.problem}
        </Notice>
      ) : null}
      <SaveRow
        variant="primary"
        busy={busy}
        done={state.done ?? ""}
        isTouched={isTouched}
        onLeave={onLeave}
      />
    </form>
  );
}
