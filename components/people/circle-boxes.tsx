"use client";

import { Checkbox } from "@/components/ui/field";
import { useDesk } from "@/components/workspace/desk-context";
import type { Circle } from "@/lib/domain/policy/default-tags";

type Props = { chosen: Circle[]; error?: string; onChange: (circles: Circle[]) => void };

/** In which of the desk's circles somebody is, from near to far; several are possible, one is needed. */
export function CircleBoxes({ chosen, error, onChange }: Props) {
  const { circles } = useDesk();
  const toggle = (key: Circle) =>
    onChange(
      circles
        .map((circle) => circle.key)
        .filter((one) => (one === key ? !chosen.includes(key) : chosen.includes(one))),
    );
  return (
    <fieldset aria-invalid={error ? true : undefined} tabIndex={error ? -1 : undefined} className="min-w-0">
      <legend className="mb-1 text-[0.8125rem] font-medium">Circles</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {circles.map(({ key, name }) => (
          <Checkbox
            key={key}
            label={<bdi className="wrap-anywhere">{name}</bdi>}
            checked={chosen.includes(key)}
            onChange={() => toggle(key)}
          />
        ))}
      </div>
      {error ? (
        <p role="alert" className="mt-1 text-[0.8125rem] text-late">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
