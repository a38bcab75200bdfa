"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Select, TextArea, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { sendByKey } from "@/components/ui/send-by-key";
import type { TaskKind } from "@/lib/domain/task/task";
import type { Scope } from "@/lib/domain/token";
import { useAskDesk } from "../../_components/use-ask-desk";
import { ChooseKinds } from "./choose-kinds";
import { ChooseScopes } from "./choose-scopes";
import { presets } from "./presets";

/** `agent`: what the agent is called whose hands it is; null where they are one’s own. */
export type MadeToken = { id: string; name: string; token: string; agent: string | null };

type Props = {
  holders: { id: string; name: string; isAgent: boolean }[];
  onMade: (made: MadeToken) => void;
};

/** Makes a token: what it is called, for whom, for what, from where, and how long. */
export function MakeToken({ holders, onMade }: Props) {
  const { ask, busy, wrong } = useAskDesk();
  const [name, setName] = useState("");
  const [forUser, setForUser] = useState(holders[0]?.id ?? "");
  const [scopes, setScopes] = useState<readonly Scope[]>(presets[0].scopes);
  const [kinds, setKinds] = useState<readonly TaskKind[]>([]);
  const [addresses, setAddresses] = useState("");
  const [days, setDays] = useState("30");
  // Of a list, the sentence is about one of its entries.
  const wrongAt = (field: string) => Object.entries(wrong).find(([key]) => key.split(".")[0] === field)?.[1];

  async function send(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const networks = addresses.split(/[\s,;]+/).filter(Boolean);
    const typed = { name, forUser, scopes, kinds, addresses: networks, days: Number(days) };
    const made = await ask<{ id: string; token: string }>("tokens", typed);
    if (made === null) return;
    const agent = holders.find(({ id, isAgent }) => isAgent && id === forUser)?.name ?? null;
    onMade({ ...made, name: name.trim(), agent });
    setName("");
  }

  return (
    <form
      onSubmit={send}
      onKeyDown={sendByKey}
      noValidate
      aria-label="Make a token"
      className="flex flex-col gap-4 rounded-sheet border border-line bg-sheet p-4"
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <TextInput
          label="What it is called"
          hint="Such as: my birthday reminders"
          name="name"
          value={name}
          error={wrong.name}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        {holders.length > 1 ? (
          <Select
            label="For whom"
            hint="Yourself, or an agent that you answer for"
            name="forUser"
            value={forUser}
            error={wrong.forUser}
            onChange={(event) => setForUser(event.target.value)}
          >
            {holders.map((one, n) => (
              <option key={one.id} value={one.id}>
                {n === 0 ? "Myself" : `${one.name}, an agent`}
              </option>
            ))}
          </Select>
        ) : null}
      </div>
      <ChooseScopes scopes={scopes} error={wrongAt("scopes")} onChange={setScopes} />
      <ChooseKinds kinds={kinds} error={wrongAt("kinds")} onChange={setKinds} />
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <Select
          label="How long"
          hint="Then it ends by itself"
          name="days"
          value={days}
          error={wrong.days}
          onChange={(event) => setDays(event.target.value)}
        >
          <option value="7">7 days</option>
          <option value="30">30 days</option>
          <option value="90">90 days</option>
        </Select>
        <TextArea
          label="From which networks"
          hint="Nothing here: from anywhere. Otherwise addresses such as 203.0.113.0/24, one a line."
          name="addresses"
          rows={2}
          dir="ltr"
          value={addresses}
          error={wrongAt("addresses")}
          spellCheck={false}
          autoCapitalize="none"
          onChange={(event) => setAddresses(event.target.value)}
        />
      </div>
      {wrong.form ? (
        <Notice tone="late" role="alert">
          {wrong.form}
        </Notice>
      ) : null}
      <div>
        <Button type="submit" variant="primary" busy={busy === "tokens"}>
          Make the token
        </Button>
      </div>
    </form>
  );
}
