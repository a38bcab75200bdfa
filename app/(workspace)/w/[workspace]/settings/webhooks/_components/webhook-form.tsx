"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { topicWords } from "@/components/webhooks/words";
import { type Topic, topics } from "@/lib/domain/webhook/topics";
import type { WebhookInput } from "@/lib/domain/webhook/webhook";

type Props = {
  webhook?: WebhookInput;
  verb: string;
  busy: boolean;
  wrong: Record<string, string>;
  /** True when it was done. */
  onSend: (typed: WebhookInput) => Promise<boolean>;
};

const nothing: WebhookInput = { name: "", url: "", about: [] };

/** What a webhook is called, where it leads, and what it is told of. */
export function WebhookForm({ webhook = nothing, verb, busy, wrong, onSend }: Props) {
  const [typed, setTyped] = useState(webhook);
  const isAll = typed.about.length === 0;

  async function send(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    if ((await onSend(typed)) && webhook === nothing) setTyped(nothing);
  }

  function choose(topic: Topic, isChosen: boolean) {
    const about = topics.filter((one) => (one === topic ? isChosen : typed.about.includes(one)));
    setTyped({ ...typed, about });
  }

  return (
    <form
      onSubmit={send}
      noValidate
      className="flex flex-col gap-4 rounded-sheet border border-line bg-sheet p-4"
    >
      <TextInput
        label="What it is for"
        hint="Such as: lights on my desk"
        name="name"
        value={typed.name}
        error={wrong.name}
        autoComplete="off"
        onChange={({ target }) => setTyped({ ...typed, name: target.value })}
      />
      <TextInput
        label="Address to be told"
        hint="An https address of your program"
        name="url"
        type="url"
        inputMode="url"
        dir="ltr"
        value={typed.url}
        error={wrong.url}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => setTyped({ ...typed, url: target.value })}
      />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-[0.8125rem] font-medium">
          What it is told of{" "}
          <span className="font-normal text-muted">· {isAll ? "everything" : "what is chosen"}</span>
        </legend>
        <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
          {topics.map((topic) => (
            <Checkbox
              key={topic}
              label={topicWords[topic]}
              checked={typed.about.includes(topic)}
              onChange={({ target }) => choose(topic, target.checked)}
            />
          ))}
        </div>
      </fieldset>
      {wrong.form ? (
        <Notice tone="late" role="alert">
          {wrong.form}
        </Notice>
      ) : null}
      <div>
        <Button type="submit" variant="primary" busy={busy}>
          {verb}
        </Button>
      </div>
    </form>
  );
}
