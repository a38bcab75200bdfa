"use client";

import { ColourChoice } from "@/app/_components/colour-choice";
import { ZoneChoice } from "@/app/_components/zone-choice";
import { Select, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
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
  const kept = useKeptForm("desk", "", desk, saveDesk);
  const { state, send, busy, values, change, text, isTouched, onSubmit, onLeave } = kept;
  const { fields } = state;
  return (
    <form action={send} onSubmit={onSubmit} noValidate>
      <fieldset
        disabled={!canChange}
        className="flex flex-col gap-4 rounded-sheet border border-line bg-sheet p-4"
      >
        <input type="hidden" name="workspace" value={workspace} />
        <TextInput label="Name of the desk" {...text("name")} error={fields.name} autoComplete="off" />
        <ColourChoice
          chosen={values.colour}
          error={fields.colour}
          onChoose={(colour) => change({ colour })}
        />
        <ZoneChoice
          zones={zones}
          chosen={values.zone}
          onChoose={(zone) => change({ zone })}
          error={fields.zone}
          hint="Days begin and end here, for both of you."
        />
        <Select
          label="Days on 29 February"
          {...text("leapDayRule")}
          hint="When they are kept in a year that has no 29 February."
          error={fields.leapDayRule}
        >
          <option value="28-feb">on 28 February</option>
          <option value="1-mar">on 1 March</option>
        </Select>
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
