"use client";

import { useEffect, useState } from "react";
import { RecipientsField } from "@/components/drafts/recipients-field";
import { Button } from "@/components/ui/button";
import { Checkbox, Select, TextInput } from "@/components/ui/field";
import { Toggle } from "@/components/ui/toggle";
import { stampText } from "@/components/when";
import type { Desk } from "@/components/workspace/desk-context";
import { instantAt, wallAt } from "@/lib/domain/calendar/zone-day";
import type { DraftWay, Recipient } from "@/lib/domain/draft/draft";
import type { AccountChoice, DraftView } from "@/lib/domain/draft/view";

/** What is to change about where the words go; instants ISO UTC. */
export type AddressChange = Partial<{
  way: DraftWay;
  accountId: string | null;
  recipients: Recipient[];
  subject: string;
  wantsProof: boolean;
  neededBy: string | null;
}>;

type Props = {
  draft: DraftView;
  desk: Desk;
  isFixed: boolean;
  /** Field name → what is wrong with it. */
  errors: Record<string, string>;
  onChange: (change: AddressChange) => void;
};

/** To whom the words go, from which account, how, and until when. Each field is saved by itself. */
export function AddressForm({ draft, desk, isFixed, errors, onChange }: Props) {
  const isMail = draft.way === "mail";
  if (isFixed) return <Fixed draft={draft} desk={desk} />;
  return (
    <div className="flex flex-col gap-3.5">
      <div className="flex flex-wrap items-end gap-3">
        <Toggle
          label="How it goes out"
          value={draft.way}
          choices={[
            { value: "mail", label: "By mail" },
            { value: "elsewhere", label: "Elsewhere, by hand" },
          ]}
          onChange={(way) => onChange({ way })}
        />
        <Select
          label="From"
          className="min-w-40 flex-1"
          value={draft.account?.id ?? ""}
          error={errors.accountId}
          onChange={(event) => onChange({ accountId: event.target.value || null })}
        >
          <option value="">No account</option>
          {choicesOf(draft).map((account) => (
            <option key={account.id} value={account.id}>
              {account.name}
              {account.service && account.service !== account.name ? ` · ${account.service}` : ""}
            </option>
          ))}
        </Select>
      </div>
      {draft.account ? <p className="-mt-2 text-[0.8125rem] text-muted">{sayAs(draft, desk)}</p> : null}
      {isMail ? (
        <>
          <RecipientsField
            recipients={draft.recipients}
            known={draft.help.addresses}
            error={errors.recipients ?? null}
            onChange={(recipients) => onChange({ recipients })}
          />
          <Subject draft={draft} error={errors.subject} onChange={onChange} />
        </>
      ) : null}
      <Checkbox
        label="Put “Personally written” on it"
        checked={draft.wantsProof}
        onChange={(event) => onChange({ wantsProof: event.target.checked })}
      />
      <NeededBy draft={draft} desk={desk} error={errors.neededBy} onChange={onChange} />
    </div>
  );
}

/** The same where nothing of it changes any more: in words. */
function Fixed({ draft, desk }: Pick<Props, "draft" | "desk">) {
  const { way, account, recipients, subject, wantsProof, neededBy } = draft;
  const people = (field: Recipient["field"]) =>
    recipients
      .filter((one) => one.field === field)
      .map(({ name, address }) => (name && name !== address ? `${name} <${address}>` : address))
      .join(", ");
  const rows: [string, string][] = [
    ["Goes out", way === "mail" ? "by mail" : "elsewhere, by hand"],
    ["From", account ? account.name : ""],
    ["To", way === "mail" ? people("to") : ""],
    ["Cc", way === "mail" ? people("cc") : ""],
    ["Subject", way === "mail" ? subject : ""],
    ["Needed by", neededBy ? stampText(neededBy, desk) : ""],
    ["Carries", wantsProof ? "“Personally written”" : ""],
  ];
  return (
    <dl className="grid grid-cols-[minmax(5rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-[0.8125rem]">
      {rows
        .filter(([, value]) => value !== "")
        .map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd dir="auto" className="wrap-anywhere">
              {value}
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** The account it goes from may have been taken away since; it is shown all the same. */
function choicesOf({ account, accounts }: DraftView): AccountChoice[] {
  return account && !accounts.some(({ id }) => id === account.id) ? [account, ...accounts] : accounts;
}

/** How it is shown to whoever gets it: "as Mira Holt <mira@…>". */
function sayAs({ account, way }: DraftView, desk: Desk): string {
  if (account === null) return "";
  const { shownName, address, voice, authorShown, sendsMail } = account;
  const as = `As ${shownName || desk.clientName}${address ? ` <${address}>` : ""}, in ${voice === "company" ? "a company’s" : `${desk.clientShort}’s personal`} voice.`;
  const by =
    authorShown === "client-and-sender"
      ? ` It says who sent it for ${desk.clientShort}.`
      : authorShown === "representative"
        ? " It says who speaks for the account."
        : "";
  const no = way === "mail" && !sendsMail ? " This account has no mail server yet." : "";
  return `${as}${by}${no}`;
}

type FieldProps = Pick<Props, "draft" | "onChange"> & { error: string | undefined };

function Subject({ draft, error, onChange }: FieldProps) {
  const [typed, setTyped] = useState(draft.subject);
  useEffect(() => setTyped(draft.subject), [draft.subject]);
  return (
    <TextInput
      label="Subject"
      maxLength={500}
      error={error}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => typed.trim() !== draft.subject && onChange({ subject: typed })}
    />
  );
}

function NeededBy({ draft, desk, error, onChange }: FieldProps & { desk: Desk }) {
  const shown = draft.neededBy ? wallOf(draft.neededBy, desk.zone) : "";
  const [typed, setTyped] = useState(shown);
  useEffect(() => setTyped(shown), [shown]);
  function keep() {
    const at = instantOf(typed, desk.zone);
    if (typed !== shown && (at !== null || typed === "")) onChange({ neededBy: at });
  }
  return (
    <div className="flex flex-wrap items-end gap-2">
      <TextInput
        label="Needed by"
        hint={`Not approved by then, it is held. In ${desk.zone.replaceAll("_", " ")}.`}
        type="datetime-local"
        error={error}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
      />
      {draft.neededBy ? (
        <Button size="sm" variant="quiet" onClick={() => onChange({ neededBy: null })}>
          No such time
        </Button>
      ) : null}
    </div>
  );
}

function wallOf(iso: string, zone: string): string {
  return wallAt(Date.parse(iso), zone).slice(0, 16);
}

/** What a date field has, as an instant of the desk's zone; null while it is not whole. */
function instantOf(typed: string, zone: string): string | null {
  const [, day = "", time = ""] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(typed) ?? [];
  return day === "" ? null : new Date(instantAt(day, time, zone)).toISOString();
}
