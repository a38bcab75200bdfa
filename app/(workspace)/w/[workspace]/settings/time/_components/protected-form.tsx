"use client";

import { type FormEvent, useState } from "react";
import { ZoneChoice } from "@/app/_components/zone-choice";
import { aboutKey } from "@/app/(workspace)/w/[workspace]/_components/kept-words";
import { useKeptValues } from "@/app/(workspace)/w/[workspace]/_components/use-kept-values";
import { ProtectedFields } from "@/components/calendar/protected-fields";
import {
  emptyProtected,
  fromProtected,
  type ProtectedValues,
  toProtected,
} from "@/components/calendar/protected-values";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useDesk } from "@/components/workspace/desk-context";
import type { ProtectedView } from "@/lib/domain/calendar/kept";
import { useAskDesk } from "../../_components/use-ask-desk";

type Props = {
  time?: ProtectedView;
  today: string;
  zones: readonly string[];
  onDone: () => void;
  onCancel: () => void;
};

/** Protected hours as they are said first, or anew. Nothing that is typed is lost by a "no". */
export function ProtectedForm({ time, today, zones, onDone, onCancel }: Props) {
  const desk = useDesk();
  const { zone, locale } = desk;
  const { ask, busy, wrong } = useAskDesk();
  const { values, change, forget } = useKeptValues<ProtectedValues>(
    aboutKey(desk, "protected", time?.id ?? "new"),
    time ? fromProtected(time) : emptyProtected(today, zone),
  );
  const [tried, setTried] = useState(false);
  const [elsewhere, setElsewhere] = useState(values.zone !== zone);
  const { input, errors } = toProtected(values);
  const isWhole = Object.keys(errors).length === 0;

  async function save(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (busy || !isWhole) return;
    const done = time
      ? await ask(`protected-times/${time.id}/edit`, { ...input, version: time.version })
      : await ask("protected-times", input);
    if (done === null) return;
    forget();
    onDone();
  }

  return (
    <form
      onSubmit={save}
      noValidate
      aria-label={time ? `Change ${time.title || "protected hours"}` : "Protect hours"}
      className="flex flex-col gap-4"
    >
      <ProtectedFields
        values={values}
        hours={isWhole ? input : null}
        errors={{ ...(tried ? errors : {}), ...wrong }}
        locale={locale}
        today={today}
        onChange={change}
        zone={
          elsewhere ? (
            <ZoneChoice
              zones={zones}
              chosen={values.zone}
              error={wrong.zone}
              takesFocus={values.zone === zone}
              onChoose={(chosen) => change({ zone: chosen })}
            />
          ) : (
            <div>
              <Button size="sm" variant="quiet" className="-ms-2.5" onClick={() => setElsewhere(true)}>
                In another time zone
              </Button>
            </div>
          )
        }
      />
      {wrong.form ? (
        <Notice tone="late" role="alert">
          {wrong.form}
        </Notice>
      ) : null}
      <div className="flex gap-2">
        <Button type="submit" variant={time ? "secondary" : "primary"} busy={busy !== ""}>
          {time ? "Save" : "Protect"}
        </Button>
        <Button
          variant="quiet"
          onClick={() => {
            forget();
            onCancel();
          }}
        >
          Leave it
        </Button>
      </div>
    </form>
  );
}
