"use client";

import { Check, Lock, Plus, X } from "lucide-react";
import { useState } from "react";
import { PromiseForm } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/promise-form";
import type { PersonPage } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/use-person";
import { plainDayText } from "@/components/people/words";
import { AgentBadge } from "@/components/ui/agent-badge";
import { Button, IconButton } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Sheet, SheetHeader } from "@/components/ui/sheet";
import { useDesk } from "@/components/workspace/desk-context";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import { firstName } from "@/lib/domain/person/first-name";
import type { PromiseView } from "@/lib/domain/person/promise";

type Done = { version: number };

/** What was promised and is still open, by the client or by the person. */
export function PromiseSheet({ page, today }: { page: PersonPage; today: string }) {
  const { person, act } = page;
  const desk = useDesk();
  const [isWriting, setWriting] = useState(false);
  const verb = (promise: PromiseView, does: string, back: string, text: string) =>
    act<Done>({
      path: `promises/${promise.id}/${does}`,
      input: { version: promise.version },
      says: ({ version }) => ({ text, back: { path: `promises/${promise.id}/${back}`, input: { version } } }),
    });
  const sayWhose = (promise: PromiseView) => {
    if (promise.whose === "person") return `${firstName(person.name)} promised`;
    return desk.role === "client" ? "You promised" : `${desk.clientShort} promised`;
  };
  return (
    <Sheet aria-label="Promises">
      <SheetHeader level={2} title="Promises" />
      {person.promises.length === 0 && !isWriting ? <p className="text-muted">None is open.</p> : null}
      <ul className="flex flex-col gap-2.5">
        {person.promises.map((promise) => (
          <li key={promise.id} className="flex items-start gap-1">
            <div className="min-w-0 flex-1">
              <p dir="auto" className="wrap-anywhere">
                {promise.text}
              </p>
              <p className="text-xs text-muted">
                {sayWhose(promise)}
                {promise.dueOn ? (
                  <span className={cx(promise.dueOn < today && "text-late")}>
                    {promise.dueOn < today ? ", was for " : " by "}
                    {plainDayText(promise.dueOn, today, desk.locale)}
                  </span>
                ) : null}
                {" · written"}
                {promise.by ? ` by ${firstName(promise.by)}` : ""}
                {promise.role === "agent" ? <AgentBadge /> : null},{" "}
                {plainDayText(dayAt(Date.parse(promise.enteredAt), desk.zone), today, desk.locale)}
                {promise.isPrivate ? (
                  <span className="ms-2 inline-flex items-center gap-1">
                    <Lock aria-hidden="true" className="size-3.5" /> private
                  </span>
                ) : null}
              </p>
            </div>
            <IconButton
              label={`Kept: ${promise.text}`}
              onClick={() => void verb(promise, "keep", "reopen", "Kept.")}
            >
              <Check aria-hidden="true" className="size-4" />
            </IconButton>
            <IconButton
              label={`Take away: ${promise.text}`}
              onClick={() => void verb(promise, "remove", "restore", "Taken away.")}
            >
              <X aria-hidden="true" className="size-4" />
            </IconButton>
          </li>
        ))}
      </ul>
      {isWriting ? (
        <PromiseForm page={page} onClose={() => setWriting(false)} />
      ) : (
        <Button
          size="sm"
          className="mt-3"
          icon={<Plus aria-hidden="true" className="size-4" />}
          onClick={() => setWriting(true)}
        >
          Add a promise
        </Button>
      )}
    </Sheet>
  );
}
