"use client";

import { Fragment, useActionState } from "react";
import { ColourChoice } from "@/app/_components/colour-choice";
import { ZoneChoice } from "@/app/_components/zone-choice";
import { Select, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { untouchedForm } from "@/lib/actions/form-state";
import { saveDesk } from "../actions";
import { SaveRow } from "./save-row";
import { useKeptForm } from "./use-kept-form";

type Props = {
  workspace: string;
  desk: { name: string; colour: string; zone: string; leapDayRule: string };
  zones: readonly string[];
  canChange: boolean;
};

/** What the desk is called, its colour in the switcher, the zone its days are reckoned in, and when 29 February is kept. */
export function DeskForm({ workspace, desk, zones, canChange }: Props) {
  const [state, send, busy] = useActionState(saveDesk, untouchedForm);
  const { fields } = state;
  const { text, drawn, isTouched, onInput, onLeave } = useKeptForm("desk", "", state);
  return (
    <form action={send} onInput={onInput} noValidate>
      <fieldset
        disabled={!canChange}
        className="flex flex-col gap-4 rounded-sheet border border-line bg-sheet p-4"
      >
        <input type="hidden" name="workspace" value={workspace} />
        <Fragment key={drawn}>
          <TextInput
            label="Name of the desk"
            name="name"
            defaultValue={text("name", desk.name)}
            error={fields.name}
            autoComplete="off"
          />
          <ColourChoice chosen={text("colour", desk.colour)} error={fields.colour} />
          <ZoneChoice
            zones={zones}
            chosen={text("zone", desk.zone)}
            error={fields.zone}
            hint="Days begin and end here, for both of you."
          />
          <Select
            label="Days on 29 February"
            name="leapDayRule"
            defaultValue={text("leapDayRule", desk.leapDayRule)}
            hint="When they are kept in a year that has no 29 February."
            error={fields.leapDayRule}
          >
            <option value="28-feb">on 28 February</option>
            <option value="1-mar">on 1 March</option>
          </Select>
        </Fragment>
        {state.problem ? (
          <Notice tone="late" role="alert">
            {state.problem}
          </Notice>
        ) : null}
        {canChange ? (
          <SaveRow
            variant="primary"
            busy={busy}
            done={state.done ?? ""}
            isTouched={isTouched}
            onLeave={onLeave}
          />
        ) : null}
      </fieldset>
    </form>
  );
}
