"use client";

import { AddressShown } from "@/components/drafts/address-shown";
import { NeededBy } from "@/components/drafts/needed-by";
import { RecipientsField } from "@/components/drafts/recipients-field";
import { useTyped } from "@/components/drafts/use-typed";
import { Checkbox, Select, TextInput } from "@/components/ui/field";
import { Toggle } from "@/components/ui/toggle";
import type { Desk } from "@/components/workspace/desk-context";
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
  if (isFixed) return <AddressShown draft={draft} desk={desk} />;
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
  const [typed, setTyped] = useTyped(draft.subject);
  return (
    <TextInput
      label="Subject"
      maxLength={500}
      error={error}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => typed.trim() !== draft.subject && onChange({ subject: typed.trim() })}
    />
  );
}
