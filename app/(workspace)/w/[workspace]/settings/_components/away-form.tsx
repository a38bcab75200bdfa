"use client";

import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { saveDaysOff } from "../away-actions";
import { useKeptForm } from "./use-kept-form";

const nothing = { fromOn: "", toOn: "", label: "" };

/** From when to when the client is away, and what for. */
export function AwayForm({ workspace }: { workspace: string }) {
  const { state, send, busy, text, onSubmit } = useKeptForm("away", "", nothing, saveDaysOff);
  const { fields } = state;
  return (
    <form
      action={send}
      onSubmit={onSubmit}
      noValidate
      className="flex flex-col gap-4 rounded-sheet border border-line bg-sheet p-4"
    >
      <input type="hidden" name="workspace" value={workspace} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput
          label="First day"
          {...text("fromOn")}
          type="date"
          className="min-w-0"
          error={fields.fromOn}
        />
        <TextInput
          label="Last day, if there are several"
          {...text("toOn")}
          type="date"
          className="min-w-0"
          error={fields.toOn}
        />
      </div>
      <TextInput
        label="What for"
        {...text("label")}
        placeholder="Summer in Lisbon"
        autoComplete="off"
        maxLength={200}
        error={fields.label}
      />
      {state.problem ? (
        <Notice tone="late" role="alert">
          {state.problem}
        </Notice>
      ) : null}
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" busy={busy}>
          Add
        </Button>
        <p role="status" className="text-ok">
          {state.done}
        </p>
      </div>
    </form>
  );
}
