"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { AgentView } from "@/lib/domain/agent";
import { useAskDesk } from "../../_components/use-ask-desk";

type Props = {
  agent: AgentView;
  owners: { id: string; name: string }[];
  myId: string;
  onClose: () => void;
};

/** Who answers for an agent, what it may, and how much in a day. */
export function ChangeAgent({ agent, owners, myId, onClose }: Props) {
  const { ask, busy, wrong } = useAskDesk();
  const { id, version, name, owner } = agent;
  const [ownerId, setOwner] = useState(owner.isHere ? owner.id : myId);
  const [may, setMay] = useState(agent.mayFinish ? "finish" : "prepare");
  const [limit, setLimit] = useState(String(agent.dailyLimit));
  const form = `change-${id}`;

  async function send(event: FormEvent) {
    event.preventDefault();
    const change = { version, ownerId, mayFinish: may === "finish", dailyLimit: Number(limit) };
    if ((await ask(`agents/${id}/edit`, change)) !== null) onClose();
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={`Change ${name}`}
      footer={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button type="submit" form={form} variant="primary" busy={busy !== ""}>
            Save
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={send} noValidate className="flex flex-col gap-3">
        <Select
          label="What it may"
          value={may}
          error={wrong.mayFinish}
          onChange={(event) => setMay(event.target.value)}
        >
          <option value="prepare">Prepare only</option>
          <option value="finish">Finish what is delegable</option>
        </Select>
        <Select
          label="Who answers for it"
          hint="With somebody new, its tokens end"
          value={ownerId}
          error={wrong.ownerId}
          onChange={(event) => setOwner(event.target.value)}
        >
          {owners.map((one) => (
            <option key={one.id} value={one.id}>
              {one.id === myId ? `${one.name} (you)` : one.name}
            </option>
          ))}
        </Select>
        <TextInput
          label="How many changes a day"
          inputMode="numeric"
          value={limit}
          error={wrong.dailyLimit}
          autoComplete="off"
          onChange={(event) => setLimit(event.target.value)}
        />
        {wrong.form ? (
          <Notice tone="late" role="alert">
            {wrong.form}
          </Notice>
        ) : null}
      </form>
    </Dialog>
  );
}
