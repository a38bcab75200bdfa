"use client";

import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import { newCircle } from "../circle-actions";
import { useKeptForm } from "./use-kept-form";

const nothing = { name: "" };

/** One more circle: a name is enough, what it asks comes after. */
export function NewCircleForm({ workspace }: { workspace: string }) {
  const { state, send, busy, text, onSubmit } = useKeptForm("new-circle", "", nothing, newCircle);
  return (
    <form action={send} onSubmit={onSubmit} noValidate className="flex flex-col gap-2">
      <input type="hidden" name="workspace" value={workspace} />
      <div className="flex flex-wrap items-end gap-2">
        <TextInput
          label="Another circle"
          {...text("name")}
          placeholder="Family, neighbours, choir …"
          maxLength={60}
          autoComplete="off"
          className="min-w-0 flex-1 basis-52"
          error={state.fields.name}
        />
        <Button type="submit" busy={busy}>
          Add circle
        </Button>
      </div>
      <p role="status" className="text-[0.8125rem] text-ok empty:hidden">
        {state.done}
      </p>
      <p role="alert" className="text-[0.8125rem] text-late empty:hidden">
        {state.problem}
      </p>
    </form>
  );
}
