"use client";

import { useId, useState } from "react";
import { columnWords } from "@/components/import/column-words";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { Sheet } from "@/components/ui/sheet";
import {
  type Column,
  type ColumnKind,
  columnKinds,
  type DateOrder,
  isUnderstood,
  type ReadTable,
} from "@/lib/domain/import/columns";

/** What each column of a table means, with some of its values beside it; changed, the dry run is made again. */
export function ColumnMapper({
  table,
  isBusy,
  onRemap,
}: {
  table: ReadTable;
  isBusy: boolean;
  onRemap: (columns: Column[], dateOrder: DateOrder | null) => void;
}) {
  const id = useId();
  const [columns, setColumns] = useState(table.columns);
  const [order, setOrder] = useState(table.dateOrder);
  const asksOrder = table.dateOrderSeen === "either";
  const isNew = JSON.stringify([columns, order]) !== JSON.stringify([table.columns, table.dateOrder]);
  const canName = isUnderstood(columns);
  return (
    <Sheet aria-label={`Columns of ${table.file}`} className="flex flex-col gap-3">
      <div>
        <h2 className="font-serif text-xl">
          Columns of <bdi className="wrap-anywhere">{table.file}</bdi>
        </h2>
        <p className="text-[0.8125rem] text-muted">
          {table.program ? `Read as a table of ${table.program}. ` : ""}
          {table.isRemembered
            ? "The columns mean what you said the last time. "
            : "Guessed from the headings. "}
          Changes are remembered for the next file with these headings.
        </p>
      </div>
      <ul className="grid gap-x-4 gap-y-2 sm:grid-cols-2">
        {table.headings.map((heading, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: headings repeat, columns do not move.
          <li key={n} className="flex min-w-0 flex-col gap-1">
            <label htmlFor={`${id}-${n}`} className="truncate font-medium">
              <bdi>{heading || `Column ${n + 1}`}</bdi>
            </label>
            <select
              id={`${id}-${n}`}
              value={columns[n]?.kind ?? "skip"}
              disabled={isBusy}
              onChange={(event) => {
                const kind = event.target.value as ColumnKind;
                setColumns(columns.map((column, at) => (at === n ? { ...column, kind } : column)));
              }}
              className={controlClass}
            >
              {columnKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {columnWords[kind]}
                </option>
              ))}
            </select>
            <p dir="auto" className="truncate text-[0.8125rem] text-muted">
              {table.samples[n]?.join(" · ") || "empty"}
            </p>
          </li>
        ))}
      </ul>
      {asksOrder ? (
        <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <legend className="mb-1 font-medium">What does 03/04/1980 mean in this table?</legend>
          {(["day-first", "month-first"] as const).map((one) => (
            <label key={one} className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11">
              <input
                type="radio"
                name={`${id}-order`}
                checked={order === one}
                disabled={isBusy}
                onChange={() => setOrder(one)}
              />
              {one === "day-first" ? "3 April 1980" : "4 March 1980"}
            </label>
          ))}
          {order === null ? (
            <p className="text-[0.8125rem] text-gold">
              Until you say so, days that can be read both ways are left out.
            </p>
          ) : null}
        </fieldset>
      ) : table.dateOrder ? (
        <p className="text-[0.8125rem] text-muted">
          {table.dateOrder === "day-first"
            ? "Dates such as 03/04/1980 are read as 3 April: others in this table have the day first."
            : "Dates such as 03/04/1980 are read as 4 March: others in this table have the month first."}
        </p>
      ) : null}
      {canName ? null : (
        <p role="status" className="text-late">
          No column says who it is: choose one for the name.
        </p>
      )}
      <div>
        <Button disabled={isBusy || !isNew} onClick={() => onRemap(columns, order)}>
          Look again with these columns
        </Button>
      </div>
    </Sheet>
  );
}
