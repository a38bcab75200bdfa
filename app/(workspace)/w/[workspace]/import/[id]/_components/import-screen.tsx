"use client";

import { ArrowLeft } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { post } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { ImportRows } from "@/app/(workspace)/w/[workspace]/import/[id]/_components/import-rows";
import { useChoices } from "@/app/(workspace)/w/[workspace]/import/[id]/_components/use-choices";
import { useRun } from "@/app/(workspace)/w/[workspace]/import/[id]/_components/use-run";
import { ColumnMapper } from "@/components/import/column-mapper";
import { CircleOptions } from "@/components/import/import-row";
import { Progress } from "@/components/import/progress";
import { sayCounts, sayNothing, stateText } from "@/components/import/words";
import { AgentBadge } from "@/components/ui/agent-badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Checkbox, Select } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader, Sheet } from "@/components/ui/sheet";
import { useFocusStays } from "@/components/ui/use-focus-stays";
import { fullText } from "@/components/when";
import { useDesk } from "@/components/workspace/desk-context";
import type { Column, DateOrder } from "@/lib/domain/import/columns";
import type { ImportView } from "@/lib/domain/import/view";
import type { Circle } from "@/lib/domain/policy/default-tags";

/** An import: its dry run and what is chosen there, then what became of it, and the way back. */
export function ImportScreen({ view }: { view: ImportView }) {
  const desk = useDesk();
  const router = useRouter();
  const choices = useChoices(view.id, view.counts);
  const { run, problem, confirm, undo, drop } = useRun(`/api/v1/w/${desk.slug}/imports/${view.id}`);
  const [isAsking, setAsking] = useState(false);
  const [isRemapping, setRemapping] = useState(false);
  const [no, setNo] = useState("");
  const whole = useRef<HTMLDivElement>(null);
  const summary = useRef<HTMLElement>(null);
  useFocusStays(whole, summary);
  const isDry = view.state === "previewed";
  const isOpen = isDry && !view.isBegun;
  const { people, events } = view.counts;
  const nothing = isDry ? sayNothing(view.counts) : null;

  async function importAll() {
    const done = await confirm(choices.chosen, view.total);
    if (done) choices.forget();
    router.refresh();
  }
  async function remap(table: number, columns: Column[], dateOrder: DateOrder | null) {
    setRemapping(true);
    const answer = await post(`/api/v1/w/${desk.slug}/imports/${view.id}/columns`, {
      table,
      columns,
      dateOrder,
    });
    setRemapping(false);
    setNo(answer.ok ? "" : answer.problem.sentence);
    if (answer.ok) router.refresh();
  }
  async function takeBack() {
    setAsking(false);
    await undo(view.written);
    router.refresh();
  }
  async function forget() {
    if (!(await drop())) return;
    choices.forget();
    router.push(`/w/${desk.slug}/import`);
  }

  return (
    <div ref={whole} className="mx-auto w-full max-w-4xl px-4 pt-4 pb-6 lg:px-8">
      <LinkButton variant="quiet" size="sm" className="mb-2 -ms-2 self-start" href={`/w/${desk.slug}/import`}>
        <ArrowLeft aria-hidden="true" className="size-4 rtl:rotate-180" /> Import
      </LinkButton>
      <PageHeader
        title={<bdi className="wrap-anywhere">{view.fileName}</bdi>}
        lead={
          <>
            {stateText(view, desk.locale)} · {fullText(view.createdAt, desk)} · {view.by}
            {view.isByAgent ? <AgentBadge /> : null}
          </>
        }
        actions={
          view.state === "done" ? (
            <>
              {people.make + people.add > 0 ? (
                <LinkButton href={`/w/${desk.slug}/people`}>To the people</LinkButton>
              ) : null}
              {events.make + events.add > 0 ? (
                <LinkButton href={`/w/${desk.slug}/calendar`}>To the calendar</LinkButton>
              ) : null}
              <Button onClick={() => setAsking(true)} disabled={run !== null}>
                Undo import
              </Button>
            </>
          ) : null
        }
      />
      <div className="flex flex-col gap-4">
        {problem ? (
          <Notice tone="late" role="alert">
            {problem} What is done already stays done; go on when you like.
          </Notice>
        ) : null}
        {isDry && view.isBegun && run === null ? (
          <Notice tone="gold" role="status">
            This import stopped after {view.written.toLocaleString(desk.locale)} of{" "}
            {view.total.toLocaleString(desk.locale)} lines.
          </Notice>
        ) : null}
        <Sheet ref={summary} tabIndex={-1} aria-label="Summary" className="flex flex-col gap-3 outline-none">
          {view.state === "undone" ? (
            <p>
              {view.counts.stayed === 0
                ? "All of this was taken back."
                : "This was taken back, but for what is marked “Still here”."}
            </p>
          ) : null}
          <ul className="flex flex-col gap-1">
            {sayCounts(view.counts, !isDry, desk.locale).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
            {nothing ? <li>{nothing}</li> : null}
          </ul>
          {view.files
            .flatMap((file) => file.notes.map((note) => `${file.name}: ${note}`))
            .map((note) => (
              <p key={note} dir="auto" className="wrap-anywhere text-[0.8125rem] text-muted">
                {note}
              </p>
            ))}
          {isOpen && run === null ? (
            <div className="flex flex-col gap-3">
              {people.make > 0 ? (
                <Select
                  label="These people are"
                  hint="For each new person; change single ones below."
                  className="max-w-64"
                  value={choices.chosen.circle}
                  onChange={(event) => choices.setCircle(event.target.value as Circle)}
                >
                  <CircleOptions />
                </Select>
              ) : null}
              {people.make + people.add > 0 && events.make + events.add > 0 ? (
                <div className="flex flex-wrap gap-x-6 gap-y-1">
                  <Checkbox
                    label="People"
                    checked={!choices.isAllOut("people")}
                    onChange={(event) => choices.leaveOutAll("people", !event.target.checked)}
                  />
                  <Checkbox
                    label="Events"
                    checked={!choices.isAllOut("events")}
                    onChange={(event) => choices.leaveOutAll("events", !event.target.checked)}
                  />
                </div>
              ) : null}
            </div>
          ) : null}
          {run === null ? null : (
            <Progress
              label={`${run.what === "import" ? "Importing" : "Taking back"}: ${run.done.toLocaleString(desk.locale)} of ${run.of.toLocaleString(desk.locale)}. Leave this page open.`}
              done={run.done}
              of={run.of}
            />
          )}
          {isDry && run === null ? (
            <div className="flex flex-wrap gap-2">
              {nothing === null || view.isBegun ? (
                <Button variant="primary" onClick={importAll}>
                  {view.isBegun ? "Go on importing" : "Import"}
                </Button>
              ) : (
                <LinkButton href={`/w/${desk.slug}/import`}>Choose other files</LinkButton>
              )}
              {view.isBegun ? (
                <Button onClick={() => setAsking(true)}>Undo what was imported</Button>
              ) : (
                <Button variant="quiet" onClick={forget}>
                  Forget these files
                </Button>
              )}
            </div>
          ) : null}
        </Sheet>
        {isOpen && run === null
          ? view.tables.map((table, n) => (
              <ColumnMapper
                key={`${table.file}:${JSON.stringify(table.columns)}:${table.dateOrder}`}
                table={table}
                isBusy={isRemapping}
                onRemap={(columns, order) => void remap(n, columns, order)}
              />
            ))
          : null}
        {no ? (
          <Notice tone="late" role="alert">
            {no}
          </Notice>
        ) : null}
        <ImportRows view={view} choices={isOpen && run === null ? choices : null} />
      </div>
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title="Undo this import?"
        footer={
          <>
            <Button variant="quiet" onClick={() => setAsking(false)}>
              Not now
            </Button>
            <Button variant="primary" onClick={takeBack}>
              Undo import
            </Button>
          </>
        }
      >
        Everything it made goes again, and what it added to people you had is taken back. What somebody has
        done something with since stays, and you will see what and why.
      </Dialog>
    </div>
  );
}
