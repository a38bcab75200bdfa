"use client";

import { type FormEvent, useState } from "react";
import { feedChoices, feedShows } from "@/components/calendar/feed-words";
import { Button } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { FeedScope } from "@/lib/domain/calendar/feed";
import { firstName } from "@/lib/domain/person/first-name";
import { useAskDesk } from "../../../_components/use-ask-desk";

type Props = {
  readers: { id: string; name: string }[];
  client: string;
  isClients: boolean;
  onGiven: (given: { id: string; name: string; address: string }) => void;
};

/** Makes an address: what it is for, what it shows and, of somebody's view, whose. */
export function MakeFeed({ readers, client, isClients, onGiven }: Props) {
  const { ask, busy, wrong } = useAskDesk();
  const choices = feedChoices(client, isClients).filter(
    ({ scope }) => scope !== "assistant" || !isClients || readers.length > 0,
  );
  const [name, setName] = useState("");
  const [scope, setScope] = useState<FeedScope>(choices[0]?.scope ?? "assistant");
  const [forUser, setForUser] = useState(readers[0]?.id ?? "");
  const isSomebodys = scope === "assistant" && isClients;
  const reader = readers.find(({ id }) => id === forUser);

  async function send(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const typed = { name, scope, forUser: isSomebodys ? forUser : null };
    const made = await ask<{ id: string; address: string }>("feeds", typed);
    if (made === null) return;
    onGiven({ id: made.id, name: name.trim(), address: made.address });
    setName("");
  }

  return (
    <form
      onSubmit={send}
      noValidate
      className="flex flex-col gap-3 rounded-sheet border border-line bg-sheet p-4"
    >
      <TextInput
        label="What it is for"
        hint="Such as: my phone"
        name="name"
        value={name}
        error={wrong.name}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      {choices.length > 1 ? (
        <div className="grid gap-3 sm:grid-cols-2">
          <Select
            label="What it shows"
            name="scope"
            value={scope}
            error={wrong.scope}
            onChange={(event) =>
              setScope(choices.find((one) => one.scope === event.target.value)?.scope ?? scope)
            }
          >
            {choices.map((one) => (
              <option key={one.scope} value={one.scope}>
                {one.label}
              </option>
            ))}
          </Select>
          {isSomebodys ? (
            <Select
              label="Whose view"
              name="forUser"
              value={forUser}
              error={wrong.forUser}
              onChange={(event) => setForUser(event.target.value)}
            >
              {readers.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </Select>
          ) : null}
        </div>
      ) : null}
      <p className="max-w-prose text-[0.8125rem] text-muted">
        {feedShows(scope, isSomebodys && reader ? firstName(reader.name) : "")}
        {isSomebodys ? " It ends with their place on this desk." : ""}
      </p>
      {wrong.form ? (
        <Notice tone="late" role="alert">
          {wrong.form}
        </Notice>
      ) : null}
      <div>
        <Button type="submit" variant="primary" busy={busy === "feeds"}>
          Make an address
        </Button>
      </div>
    </form>
  );
}
