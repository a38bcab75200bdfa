"use client";

import { Fragment, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { untouchedForm } from "@/lib/actions/form-state";
import { saveDaysOff } from "../away-actions";
import { useKeptForm } from "./use-kept-form";

/** From when to when the client is away, and what for. */
export function AwayForm({ workspace }: { workspace: string }) {
  const [state, send, busy] = useActionState(saveDaysOff, untouchedForm);
  const { fields } = state;
  const { text, drawn, onInput } = useKeptForm("away", "", state);
  return (
    <form
      action={send}
      onInput={onInput}
      noValidate
      className="flex flex-col gap-4 rounded-sheet border border-line bg-sheet p-4"
    >
      <input type="hidden" name="workspace" value={workspace} />
      <Fragment key={drawn}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextInput
            label="First day"
            name="fromOn"
            type="date"
            defaultValue={text("fromOn", "")}
            error={fields.fromOn}
          />
          <TextInput
            label="Last day, if there are several"
            name="toOn"
            type="date"
            defaultValue={text("toOn", "")}
            error={fields.toOn}
          />
        </div>
        <TextInput
          label="What for"
          name="label"
          placeholder="Summer in Lisbon"
          autoComplete="off"
          maxLength={200}
          defaultValue={text("label", "")}
          error={fields.label}
        />
      </Fragment>
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
