"use client";

import { type FormEvent, useId, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextInput } from "@/components/ui/field";
import { cityOf, isZoneToChoose } from "@/lib/domain/calendar/zone-day";

type Props = {
  own: string;
  chosen: string | null;
  onChoose: (zone: string | null) => void;
  onClose: () => void;
};

/** Which second zone stands beside the hours: by its name, or by a city. */
export function ZoneDialog({ own, chosen, onChoose, onClose }: Props) {
  const list = useId();
  const zones = useMemo(() => ["UTC", ...Intl.supportedValuesOf("timeZone")], []);
  const [error, setError] = useState<string | null>(null);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get("zone") ?? "");
    const zone = findZone(typed, zones);
    if (zone === null) return setError("No such time zone is known. Choose one from the list.");
    if (zone === own) return setError("This is the desk’s own zone. Choose another.");
    onChoose(zone);
    onClose();
  }

  return (
    <Dialog open title="A second time zone" onClose={onClose}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <TextInput
          label="Time zone"
          name="zone"
          list={list}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={chosen ?? ""}
          hint={`Its hours stand beside those of ${cityOf(own)}, on this device.`}
          error={error}
        />
        <datalist id={list}>
          {zones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <div className="flex flex-wrap justify-end gap-2">
          {chosen ? (
            <Button
              onClick={() => {
                onChoose(null);
                onClose();
              }}
            >
              Show one zone only
            </Button>
          ) : null}
          <Button type="submit" variant="primary">
            Show it
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/**
 * "america/toronto", "Toronto" or "buenos aires" → its name; null when nothing, or more than one zone, is called so. Also by the names
 * of today that the browser knows and does not list: "Asia/Kolkata", "kyiv".
 */
export function findZone(typed: string, zones: readonly string[]): string | null {
  const wanted = typed.trim().toLowerCase().replaceAll(" ", "_");
  if (!wanted) return null;
  const whole = zones.find((zone) => zone.toLowerCase() === wanted);
  if (whole) return whole;
  const cities = zones.filter((zone) => zone.toLowerCase().endsWith(`/${wanted}`));
  if (cities.length > 0) return cities.length === 1 ? (cities[0] ?? null) : null;
  const name = wanted.replaceAll(/(?<![a-z])(?!of_)[a-z]/g, (letter) => letter.toUpperCase());
  const areas = [...new Set(zones.filter((zone) => zone.includes("/")).map((zone) => zone.split("/")[0]))];
  const known = [name, ...areas.map((area) => `${area}/${name}`)].filter(
    (zone) => zone.includes("/") && isZoneToChoose(zone),
  );
  return known.length === 1 ? (known[0] ?? null) : null;
}
