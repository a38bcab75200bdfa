"use client";

import { Mail } from "lucide-react";
import { useRef, useState } from "react";
import { post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import type { FormValues } from "@/components/tasks/task-form-values";
import { Button } from "@/components/ui/button";
import { toBase64 } from "@/components/ui/to-base64";
import { useDesk } from "@/components/workspace/desk-context";
import type { MailOfMessage } from "@/lib/domain/task/view";

type ReadMail = { text: string; from: string; receivedAt: string | null; mail: MailOfMessage | null };

/** Takes the message from an e-mail that was saved as a file, so that the answer lands in its thread. */
export function MailFile({
  thread,
  onRead,
}: {
  thread: FormValues["messageMail"];
  onRead: (part: Partial<FormValues>) => void;
}) {
  const { slug } = useDesk();
  const input = useRef<HTMLInputElement>(null);
  const [says, setSays] = useState("");
  const [busy, setBusy] = useState(false);

  async function take(file: File | undefined) {
    if (!file || busy) return;
    setBusy(true);
    setSays("Reading…");
    const base64 = toBase64(await file.arrayBuffer());
    const answer = await post<ReadMail>(`/api/v1/w/${slug}/messages/read`, { base64 });
    setBusy(false);
    if (!answer.ok) {
      const { refusal, sentence } = answer.problem;
      return setSays(refusal?.code === "invalid" ? (Object.values(refusal.fields)[0] ?? sentence) : sentence);
    }
    const { text, from, receivedAt, mail } = answer.value;
    setSays("");
    onRead({
      messageText: text,
      messageFrom: from,
      messageService: "Mail",
      messageMail: { receivedAt, mail },
    });
  }

  const mail = thread?.mail;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <input
        ref={input}
        type="file"
        accept=".eml,message/rfc822"
        className="sr-only"
        tabIndex={-1}
        aria-label="E-mail saved as a file"
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      <Button
        aria-disabled={busy}
        icon={<Mail aria-hidden="true" className="size-4" />}
        onClick={() => input.current?.click()}
      >
        Take it from a saved e-mail
      </Button>
      <p role="status" className="wrap-anywhere min-w-0 flex-1 basis-40 text-sm text-muted">
        {says ||
          (mail
            ? `An answer goes to ${mail.from.address}, in the thread “${mail.subject || "without a subject"}”.`
            : "")}
      </p>
    </div>
  );
}
