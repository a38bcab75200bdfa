"use client";

import { ArrowLeft } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { Problem } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { aboutKey } from "@/app/(workspace)/w/[workspace]/_components/kept-words";
import { undoInBar } from "@/app/(workspace)/w/[workspace]/_components/undo-in-bar";
import { useKeptValues } from "@/app/(workspace)/w/[workspace]/_components/use-kept-values";
import { NobodyWaits } from "@/app/(workspace)/w/[workspace]/people/touch/_components/nobody-waits";
import { useChosen } from "@/app/(workspace)/w/[workspace]/people/touch/_components/use-chosen";
import { useTouch } from "@/app/(workspace)/w/[workspace]/people/touch/_components/use-touch";
import { emptyContact, LogContactDialog, type TypedContact } from "@/components/people/log-contact-dialog";
import { PauseDialog } from "@/components/people/pause-dialog";
import { TouchCard } from "@/components/people/touch-card";
import { More } from "@/components/tasks/task-section";
import { Kbd } from "@/components/ui/kbd";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/sheet";
import { Toast, ToastRegion } from "@/components/ui/toast";
import { useFocusStays } from "@/components/ui/use-focus-stays";
import { undoKeys, useKeys } from "@/components/ui/use-keys";
import { useDesk } from "@/components/workspace/desk-context";
import type { TouchLine, TouchView } from "@/lib/domain/person/touch";

type Asking = { what: "log" | "pause"; line: TouchLine };

/** Whom the client is losing touch with, the longest wait first: J and K walk, L logs contact, H lets it rest. */
export function TouchScreen({ view: first }: { view: TouchView }) {
  const desk = useDesk();
  const router = useRouter();
  const { view, problem, isBusy, bar, show, log, pause, never, more, again } = useTouch(first);
  const { chosen, choose, walk } = useChosen(view.lines);
  const [asking, setAsking] = useState<Asking | null>(null);
  const key = aboutKey(desk, "contact", asking?.line.id ?? "");
  const typed = useKeptValues(key, emptyContact(view.today));
  const base = `/w/${desk.slug}`;
  const whole = useRef<HTMLDivElement>(null);
  const nobody = useRef<HTMLDivElement>(null);
  useFocusStays(whole, nobody);
  const name = asking?.line.name ?? "";

  function ask(what: Asking["what"], line: TouchLine) {
    choose(line);
    setAsking({ what, line });
  }
  function setNever(line: TouchLine) {
    choose(line);
    if (!isBusy) void never(line);
  }
  async function onLog(contact: TypedContact) {
    if (!asking) return null;
    const no = await log(asking.line, contact);
    if (no === null) typed.forget();
    return closeWhenDone(no);
  }
  async function onPause(until: string) {
    return asking && closeWhenDone(await pause(asking.line, until));
  }
  function closeWhenDone(no: Problem | null) {
    if (no === null) setAsking(null);
    return no && fieldsOf(no);
  }

  useKeys(asking === null, {
    j: () => walk(1),
    arrowdown: () => walk(1),
    k: () => walk(-1),
    arrowup: () => walk(-1),
    l: () => chosen && ask("log", chosen),
    h: () => chosen && ask("pause", chosen),
    n: () => chosen && setNever(chosen),
    w: () => chosen?.task && router.push(`${base}/tasks/${chosen.task.id}`),
    ...undoKeys(() => undoInBar(bar)?.()),
  });

  const client = desk.role === "client" ? "you" : desk.clientShort;
  return (
    <div ref={whole} className="mx-auto w-full max-w-3xl px-4 pt-4 pb-16 lg:px-8">
      <LinkButton variant="quiet" size="sm" className="mb-2 -ms-2 self-start" href={`${base}/people`}>
        <ArrowLeft aria-hidden="true" className="size-4 rtl:rotate-180" /> People
      </LinkButton>
      <PageHeader
        title="Losing touch"
        lead={`Whose turn it is to hear from ${client}, the longest wait first.`}
      />
      <div className="mb-3 empty:hidden">
        {problem ? (
          <Notice tone="late" role="alert">
            {problem}{" "}
            <button
              type="button"
              className="underline underline-offset-2 pointer-coarse:min-h-11"
              onClick={again}
            >
              Try again
            </button>
          </Notice>
        ) : null}
      </div>
      {view.lines.length > 0 ? (
        <>
          <p
            aria-hidden="true"
            className="hidden pb-1.5 text-end text-[0.8125rem] text-muted pointer-fine:block"
          >
            <Kbd>J</Kbd> <Kbd>K</Kbd> walk
          </p>
          <ul className="overflow-hidden rounded-sheet border border-line bg-sheet" aria-label="Losing touch">
            {view.lines.map((line) => (
              <li key={line.id} className="border-t border-line first:border-t-0">
                <TouchCard
                  line={line}
                  circles={line.circles.map((key) => view.circles[key] ?? key).join(", ")}
                  today={view.today}
                  base={base}
                  isChosen={line.id === chosen?.id}
                  onChoose={() => choose(line)}
                  onLog={() => ask("log", line)}
                  onPause={() => ask("pause", line)}
                  onNever={() => setNever(line)}
                />
              </li>
            ))}
          </ul>
        </>
      ) : (
        <div ref={nobody} tabIndex={-1} className="outline-none">
          <NobodyWaits hasCadence={view.hasCadence} base={base} />
        </div>
      )}
      {view.more ? <More key={view.more} onMore={more} /> : null}
      <LogContactDialog
        open={asking?.what === "log"}
        name={name}
        today={view.today}
        isBusy={isBusy}
        typed={typed.values}
        onType={typed.change}
        onClose={() => setAsking(null)}
        onLog={onLog}
      />
      <PauseDialog
        open={asking?.what === "pause"}
        name={name}
        today={view.today}
        locale={desk.locale}
        isBusy={isBusy}
        onClose={() => setAsking(null)}
        onPause={onPause}
      />
      <ToastRegion>
        {bar ? (
          <Toast tone={bar.tone} action={bar.action} onDismiss={() => show(null)}>
            {bar.says}
          </Toast>
        ) : null}
      </ToastRegion>
    </div>
  );
}

/** What is wrong, by field; what belongs to none of them stands under "form". */
function fieldsOf({ refusal, sentence }: Problem): Record<string, string> {
  return refusal?.code === "invalid" ? refusal.fields : { form: sentence };
}
