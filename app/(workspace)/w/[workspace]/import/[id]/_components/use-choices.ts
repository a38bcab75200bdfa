"use client";

import { useEffect, useState } from "react";
import { keep, read } from "@/app/(workspace)/w/[workspace]/_components/use-kept";
import type { ImportCounts } from "@/lib/domain/import/payload";
import type { Way, Ways } from "@/lib/domain/person/fill-in";
import type { Circle } from "@/lib/domain/policy/default-tags";

type Kept = {
  circle: Circle;
  circles: Record<string, Circle>;
  leaveOut: number[];
  fields: Record<string, Ways>;
};

const nothingChosen: Kept = { circle: "wider", circles: {}, leaveOut: [], fields: {} };

/** What is chosen in a dry run: kept in this tab, so that looking elsewhere in between loses nothing. */
export function useChoices(importId: string, counts: ImportCounts) {
  const key = `firsthand:import:${importId}`;
  const [chosen, setChosen] = useState<Kept>(nothingChosen);
  useEffect(() => {
    const kept = read(key);
    if (kept) setChosen({ ...nothingChosen, ...(JSON.parse(kept) as Kept) });
  }, [key]);
  const leftOut = new Set(chosen.leaveOut);
  const people = total(counts.people);
  const spans = { people: [0, people], events: [people, people + total(counts.events)] } as const;

  function change(part: Partial<Kept>) {
    const next = { ...chosen, ...part };
    setChosen(next);
    keep(key, JSON.stringify(next));
  }

  return {
    chosen,
    leftOut,
    circleAt: (position: number) => chosen.circles[position] ?? chosen.circle,
    setCircle: (circle: Circle) => change({ circle }),
    setCircleAt: (position: number, circle: Circle) =>
      change({ circles: { ...chosen.circles, [position]: circle } }),
    /** Which way a field of a line goes; null: the usual one. */
    wayAt: (position: number, field: string) => chosen.fields[position]?.[field] ?? null,
    setWayAt: (position: number, field: string, way: Way) =>
      change({ fields: { ...chosen.fields, [position]: { ...chosen.fields[position], [field]: way } } }),
    leaveOut: (position: number, isOut: boolean) =>
      change({
        leaveOut: isOut ? [...chosen.leaveOut, position] : chosen.leaveOut.filter((one) => one !== position),
      }),
    /** Everything of one sort at once, whatever was ticked before. */
    leaveOutAll: (sort: keyof typeof spans, isOut: boolean) => {
      const [from, to] = spans[sort];
      const others = chosen.leaveOut.filter((one) => one < from || one >= to);
      const all = isOut ? Array.from({ length: to - from }, (_, n) => from + n) : [];
      change({ leaveOut: [...others, ...all] });
    },
    isAllOut: (sort: keyof typeof spans) => {
      const [from, to] = spans[sort];
      return to > from && chosen.leaveOut.filter((one) => one >= from && one < to).length === to - from;
    },
    forget: () => keep(key, ""),
  };
}

function total(counts: ImportCounts["people"]): number {
  return counts.make + counts.add + counts.same + counts.skip;
}
