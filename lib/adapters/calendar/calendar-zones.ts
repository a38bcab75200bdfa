import type { Component } from "@/lib/adapters/calendar/component";
import {
  partsOfComponent,
  sameClock,
  type ZoneWork,
  zoneOfParts,
} from "@/lib/adapters/calendar/timezone-component";
import { type Zone, zoneById } from "@/lib/adapters/calendar/zone";
import { zoneOfName, zoneOfOffsetName } from "@/lib/adapters/calendar/zone-of-name";
import { decodedValue } from "@/lib/adapters/content-lines/text-values";

const MOST_ZONES = 500;

/** What a TZID of this file means. `note` says what was guessed; `zone` null means nobody knows. */
export type FoundZone = { zone: Zone | null; note: string | null };

/** Finds the zones of one file by TZID, each once. */
export class CalendarZones {
  private readonly components = new Map<string, Component>();
  private readonly work: ZoneWork = { steps: 3_000_000 };
  private readonly found = new Map<string, FoundZone>();

  /** Takes the VTIMEZONEs, wherever in the file they stand. */
  constructor(components: Component[]) {
    for (const component of components) {
      const line = component.lines.find((candidate) => candidate.name === "TZID");
      const tzid = line ? decodedValue(line).trim() : "";
      if (tzid !== "" && this.components.size < MOST_ZONES && !this.components.has(tzid)) {
        this.components.set(tzid, component);
      }
    }
  }

  /** By name first, for the tz database knows the past and the future; then by the file's own rules; then by offset. */
  find(tzid: string): FoundZone {
    const known = this.found.get(tzid);
    if (known) return known;
    if (this.found.size > MOST_ZONES) return { zone: null, note: null };
    const found = this.look(tzid.slice(0, 200));
    this.found.set(tzid, found);
    return found;
  }

  private look(tzid: string): FoundZone {
    const component = this.components.get(tzid) ?? this.components.get(tzid.replace(/^"+|"+$/g, ""));
    const located = component?.lines.find((line) => line.name === "X-LIC-LOCATION");
    const named = zoneOfName(tzid) ?? (located ? zoneById(decodedValue(located).trim()) : null);
    if (named) {
      const isOwnName = named.id.toLowerCase() === tzid.toLowerCase();
      return { zone: named, note: isOwnName ? null : `The time zone "${tzid}" was read as ${named.id}.` };
    }
    const own = component ? zoneOfParts(partsOfComponent(component), tzid, this.work) : null;
    if (own) {
      const known = own.isNamed ? own : sameClock(own);
      if (known) return { zone: known, note: `The time zone "${tzid}" has the clock of ${known.id}.` };
      return { zone: own, note: `The time zone "${tzid}" follows the file's own rules.` };
    }
    const fixed = zoneOfOffsetName(tzid);
    if (fixed)
      return {
        zone: fixed,
        note: `The time zone "${tzid}" was read as ${fixed.id}, without daylight saving.`,
      };
    return { zone: null, note: `Nobody knows the time zone "${tzid}"; the time is as on the wall.` };
  }
}
