import type { Tx } from "@/lib/data/client";
import type { DeskDays } from "@/lib/data/day-tasks";
import type { Actor } from "@/lib/domain/actor";
import type { ImportChoices } from "@/lib/domain/import/payload";
import type { Circle } from "@/lib/domain/policy/default-tags";

/** What every part of one step of an import works with. */
export type ImportStep = {
  tx: Tx;
  actor: Actor;
  importId: string;
  choices: ImportChoices;
  leaveOut: ReadonlySet<number>;
  desk: DeskDays;
  /** The circles that the desk has: a card may name its own. */
  circleKeys?: ReadonlySet<string>;
  at: Date;
};

/** The same for cards alone, which may come from an address book instead of an import. */
export type CardStep = Omit<ImportStep, "importId"> & { importId: string | null };

/** What a line says that was unticked in the dry run. */
export const LEFT_OUT = "Left out in the dry run.";

/** The circle chosen for the line at this position, or else for all. */
export function circleAt({ choices }: Pick<ImportStep, "choices">, position: number): Circle {
  return choices.circles[String(position)] ?? choices.circle;
}
