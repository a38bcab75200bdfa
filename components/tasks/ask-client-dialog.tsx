"use client";

import { type FormEvent, useId, useState } from "react";
import { ListEditor } from "@/components/tasks/list-editor";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select, TextArea } from "@/components/ui/field";
import { sendByKey } from "@/components/ui/send-by-key";
import { useDesk } from "@/components/workspace/desk-context";

/** The most that can be chosen from: each has a key, 1 to 9. */
const MOST = 9;

type Props = {
  busy: boolean;
  /** Why the last try did not go through; what was typed is kept. */
  problem: string | null;
  question: string;
  onQuestion: (question: string) => void;
  /** Something was typed or chosen: what was wrong before may be right now. */
  onChange: () => void;
  onClose: () => void;
  onAsk: (question: string, choices: string[]) => void;
};

/** One question to the client: answered with yes, no or need more, or with one of a few choices. */
export function AskClientDialog({ busy, problem, question, onQuestion, onChange, onClose, onAsk }: Props) {
  const { clientShort } = useDesk();
  const form = useId();
  const [kind, setKind] = useState<"yes-no" | "choices">("yes-no");
  const [choices, setChoices] = useState([{ text: "" }, { text: "" }]);
  const given = choices.map((one) => one.text.trim()).filter((text) => text !== "");
  const [isTried, setTried] = useState(false);
  const isShort = kind === "choices" && given.length < 2;

  function send(event: FormEvent) {
    event.preventDefault();
    setTried(isShort);
    if (!isShort && !busy) onAsk(question.trim(), kind === "choices" ? given : []);
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={`Ask ${clientShort}`}
      footer={
        <Button type="submit" form={form} variant="primary" shortcut="Ctrl ⏎" busy={busy}>
          Ask {clientShort}
        </Button>
      }
    >
      <form
        id={form}
        noValidate
        onSubmit={send}
        onChange={onChange}
        onKeyDown={sendByKey}
        className="flex flex-col gap-4"
      >
        <TextArea
          label="Your question"
          hint="One question, answered with one tap."
          value={question}
          maxLength={2000}
          rows={3}
          letter
          error={problem}
          onChange={(event) => onQuestion(event.target.value)}
        />
        <Select
          label="How it is answered"
          value={kind}
          onChange={(event) => setKind(event.target.value === "choices" ? "choices" : "yes-no")}
        >
          <option value="yes-no">Yes, no, or need more</option>
          <option value="choices">One of a few choices</option>
        </Select>
        {kind === "choices" ? (
          <>
            <ListEditor
              label="Choices"
              add="One more choice"
              items={choices}
              make={() => ({ text: "" })}
              onChange={(next) => setChoices(next.slice(0, MOST))}
              end={() => null}
            />
            <p className="text-[0.8125rem] text-muted">Two to nine; “Need more” is always there.</p>
            <p role="alert" className="text-[0.8125rem] text-late empty:hidden">
              {isShort && isTried ? "Give two choices at least." : ""}
            </p>
          </>
        ) : null}
      </form>
    </Dialog>
  );
}
