"use client";

import { useActionState } from "react";
import { ColourChoice } from "@/app/_components/colour-choice";
import { ZoneChoice } from "@/app/_components/zone-choice";
import { Button } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { untouchedForm } from "@/lib/actions/form-state";
import { saveDesk } from "../actions";

type Props = {
  workspace: string;
  desk: { name: string; colour: string; zone: string; leapDayRule: string };
  zones: readonly string[];
  canChange: boolean;
};

/** What the desk is called, its colour in the switcher, the zone its days are reckoned in, and when 29 February is kept. */
export function DeskForm({ workspace, desk, zones, canChange }: Props) {
  const [state, send, busy] = useActionState(saveDesk, untouchedForm);
  const { typed, fields } = state;
  return (
    <form action={send} noValidate>
      <fieldset
        disabled={!canChange}
        className="flex flex-col gap-4 rounded-sheet border border-line bg-sheet p-4"
      >
        <input type="hidden" name="workspace" value={workspace} />
        <TextInput
          label="Name of the desk"
          name="name"
          defaultValue={typed.name ?? desk.name}
          error={fields.name}
          autoComplete="off"
        />
        <ColourChoice chosen={typed.colour ?? desk.colour} error={fields.colour} />
        <ZoneChoice
          zones={zones}
          chosen={typed.zone ?? desk.zone}
          error={fields.zone}
          hint="Days begin and end here, for both of you."
        />
        <Select
          label="Days on 29 February"
          name="leapDayRule"
          key={typed.leapDayRule ?? desk.leapDayRule}
          defaultValue={typed.leapDayRule ?? desk.leapDayRule}
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
          <div className="flex items-center gap-3">
            <Button type="submit" variant="primary" busy={busy}>
              Save
            </Button>
            <p role="status" className="text-ok">
              {state.done}
            </p>
          </div>
        ) : null}
      </fieldset>
    </form>
  );
}
