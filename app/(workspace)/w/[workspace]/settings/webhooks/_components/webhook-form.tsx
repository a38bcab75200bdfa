"use client";

import { type FormEvent, useState } from "react";
import { aboutKey } from "@/app/(workspace)/w/[workspace]/_components/kept-words";
import { useKeptValues } from "@/app/(workspace)/w/[workspace]/_components/use-kept-values";
import { Button } from "@/components/ui/button";
import { Checkbox, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { topicWords } from "@/components/webhooks/words";
import { useDesk } from "@/components/workspace/desk-context";
import { type Topic, topics } from "@/lib/domain/webhook/topics";
import type { WebhookInput } from "@/lib/domain/webhook/webhook";
import { SaveRow } from "../../_components/save-row";

type Props = {
  /** Which one is changed; nothing where one is made. */
  id?: string;
  webhook?: WebhookInput;
  busy: boolean;
  wrong: Record<string, string>;
  /** True when it was done. */
  onSend: (typed: WebhookInput) => Promise<boolean>;
};

const nothing: WebhookInput = { name: "", url: "", about: [] };

/** What a webhook is called, where it leads, and what it is told of. */
export function WebhookForm({ id, webhook = nothing, busy, wrong, onSend }: Props) {
  const kept = useKeptValues(aboutKey(useDesk(), "webhook", id ?? "new"), webhook);
  const { values: typed, change } = kept;
  const [saved, setSaved] = useState(false);
  const isAll = typed.about.length === 0;

  async function send(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setSaved(false);
    if (!(await onSend(typed))) return;
    if (!id) return kept.forget();
    kept.settle();
    setSaved(true);
  }

  function choose(topic: Topic, isChosen: boolean) {
    const about = topics.filter((one) => (one === topic ? isChosen : typed.about.includes(one)));
    change({ about });
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
        onChange={({ target }) => change({ name: target.value })}
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
        onChange={({ target }) => change({ url: target.value })}
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
      {id ? (
        <SaveRow
          variant="primary"
          busy={busy}
          done={saved ? "Saved." : ""}
          isTouched={kept.isTouched}
          onLeave={kept.forget}
        />
      ) : (
        <div>
          <Button type="submit" variant="primary" busy={busy}>
            Make a webhook
          </Button>
        </div>
      )}
    </form>
  );
}
