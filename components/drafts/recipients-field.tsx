"use client";

import { Plus, X } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { readAddresses } from "@/components/drafts/read-addresses";
import { Button, IconButton } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import type { Recipient } from "@/lib/domain/draft/draft";

type Known = { name: string; address: string };
type Props = {
  recipients: readonly Recipient[];
  /** Addresses of the person, to be put in by a tap. */
  known: readonly Known[];
  error: string | null;
  onChange: (recipients: Recipient[]) => void;
};

/** Everybody who gets it: as chips, with the addresses that are known, and any other typed. */
export function RecipientsField({ recipients, known, error, onChange }: Props) {
  const [isCc, setCc] = useState(recipients.some(({ field }) => field === "cc"));
  const there = new Set(recipients.map(({ address }) => address.toLowerCase()));
  const offered = known.filter(({ address }) => !there.has(address.toLowerCase()));
  const rows = isCc ? (["to", "cc"] as const) : (["to"] as const);
  return (
    <div className="flex flex-col gap-2">
      {rows.map((field) => (
        <Row
          key={field}
          field={field}
          recipients={recipients}
          error={field === "to" ? error : null}
          onChange={onChange}
        />
      ))}
      {isCc && offered.length === 0 ? null : (
        <div className="flex flex-wrap gap-1.5">
          {offered.map((one) => (
            <Button
              key={one.address}
              size="sm"
              icon={<Plus aria-hidden="true" className="size-3.5" />}
              onClick={() => onChange([...recipients, { ...one, field: "to" }])}
            >
              <bdi className="wrap-anywhere">{one.address}</bdi>
            </Button>
          ))}
          {isCc ? null : (
            <Button size="sm" variant="quiet" onClick={() => setCc(true)}>
              Copy to (Cc)
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

type RowProps = Omit<Props, "known"> & { field: "to" | "cc" };

function Row({ field, recipients, error, onChange }: RowProps) {
  const [typed, setTyped] = useState("");
  const [isLeft, setLeft] = useState(false);
  const own = recipients.filter((one) => one.field === field);
  function add() {
    const found = readAddresses(typed);
    if (found === null) return setLeft(true);
    const there = new Set(recipients.map(({ address }) => address.toLowerCase()));
    const more = found.filter(({ address }) => !there.has(address.toLowerCase()));
    setTyped("");
    if (more.length > 0) onChange([...recipients, ...more.map((one) => ({ ...one, field }))]);
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.ctrlKey || event.metaKey || ![",", ";", "Enter"].includes(event.key)) return;
    if (typed.trim() === "" && event.key === "Enter") return;
    event.preventDefault();
    add();
  }
  const label = field === "to" ? "To" : "Cc";
  // Nobody approves an address that only stands in the field: as it is left, it is one of them or said to be none.
  const isWrong = isLeft && typed.trim() !== "" && readAddresses(typed) === null;
  return (
    <div className="flex flex-col gap-1.5">
      {own.length > 0 ? (
        <ul aria-label={label} className="flex flex-wrap items-center gap-1.5">
          {own.map((one) => (
            <li
              key={one.address}
              className="flex max-w-full items-center gap-1 rounded-full border border-line bg-paper py-0.5 ps-3 pe-1 text-[0.8125rem]"
            >
              <span className="text-muted">{label}</span>
              <bdi className="min-w-0 truncate" title={one.address}>
                {one.name && one.name !== one.address ? `${one.name} <${one.address}>` : one.address}
              </bdi>
              <IconButton
                label={`Take ${one.address} off`}
                className="size-6 pointer-coarse:size-11"
                onClick={() => onChange(recipients.filter((other) => other !== one))}
              >
                <X aria-hidden="true" className="size-3.5" />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : null}
      <TextInput
        label={own.length > 0 ? `${label}, also` : label}
        type="text"
        inputMode="email"
        placeholder="name@example.org"
        value={typed}
        error={isWrong ? "This is not an e-mail address, so it is not among them." : error}
        onChange={(event) => {
          setTyped(event.target.value);
          setLeft(false);
        }}
        onKeyDown={onKeyDown}
        onBlur={add}
      />
    </div>
  );
}
