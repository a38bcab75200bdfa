"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Select, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { USUAL_DAILY_LIMIT } from "@/lib/domain/agent";
import { useAskDesk } from "../../_components/use-ask-desk";

type Props = { owners: { id: string; name: string }[]; myId: string };

/** Adds an agent: what it is called, who answers for it, and how much it may do. */
export function AddAgent({ owners, myId }: Props) {
  const { ask, busy, wrong } = useAskDesk();
  const [name, setName] = useState("");
  const [ownerId, setOwner] = useState(myId);
  const [may, setMay] = useState("prepare");
  const [limit, setLimit] = useState(String(USUAL_DAILY_LIMIT));

  async function send(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const typed = { name, ownerId, mayFinish: may === "finish", dailyLimit: Number(limit) };
    if ((await ask("agents", typed)) !== null) setName("");
  }

  return (
    <form
      onSubmit={send}
      noValidate
      aria-label="Add an agent"
      className="flex flex-col gap-3 rounded-sheet border border-line bg-sheet p-4"
    >
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <TextInput
          label="What it is called"
          hint="Not like a person whom you know"
          name="name"
          value={name}
          error={wrong.name}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <Select
          label="Who answers for it"
          hint="They make its tokens, and can pause it"
          name="ownerId"
          value={ownerId}
          error={wrong.ownerId}
          onChange={(event) => setOwner(event.target.value)}
        >
          {owners.map(({ id, name: owner }) => (
            <option key={id} value={id}>
              {id === myId ? `${owner} (you)` : owner}
            </option>
          ))}
        </Select>
        <Select
          label="What it may"
          hint="What must be you it never finishes"
          name="mayFinish"
          value={may}
          error={wrong.mayFinish}
          onChange={(event) => setMay(event.target.value)}
        >
          <option value="prepare">Prepare only</option>
          <option value="finish">Finish what is delegable</option>
        </Select>
        <TextInput
          label="How many changes a day"
          hint="Then it waits until tomorrow"
          name="dailyLimit"
          inputMode="numeric"
          value={limit}
          error={wrong.dailyLimit}
          autoComplete="off"
          onChange={(event) => setLimit(event.target.value)}
        />
      </div>
      {wrong.form ? (
        <Notice tone="late" role="alert">
          {wrong.form}
        </Notice>
      ) : null}
      <div>
        <Button type="submit" variant="primary" busy={busy === "agents"}>
          Add the agent
        </Button>
      </div>
    </form>
  );
}
