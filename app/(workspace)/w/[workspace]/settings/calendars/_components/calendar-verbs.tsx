"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useAskDesk } from "@/app/(workspace)/w/[workspace]/settings/_components/use-ask-desk";
import { useReading } from "@/app/(workspace)/w/[workspace]/settings/_components/use-reading";
import { Progress } from "@/components/import/progress";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useDesk } from "@/components/workspace/desk-context";
import type { CalendarSource } from "@/lib/domain/calendar/source";

type Step = { waiting: number; events: number; finished: boolean; problem: string | null };

/** Reading a calendar now, with how far it is; pausing it; taking it away. One that was never read is read as the page opens. */
export function CalendarVerbs({ calendar }: { calendar: CalendarSource }) {
  const { ask, busy, wrong } = useAskDesk();
  const path = `calendars/${calendar.id}`;
  const { step, problem, read } = useReading<Step>(path, calendar.state === "new");
  const [asking, setAsking] = useState(false);
  const isPaused = calendar.state === "paused";
  const all = step === null || step === "asking" ? 0 : step.events;
  const done = step === null || step === "asking" ? 0 : step.events - step.waiting;
  // What the line above says already is not said twice.
  const said = calendar.state === "failing" && problem === calendar.lastError ? "" : problem;
  return (
    <div className="flex flex-col gap-3">
      {step ? (
        <Progress
          label={all > 0 ? `${done} of ${all} entries read` : "Asking the server what is there"}
          done={done}
          of={all || undefined}
        />
      ) : null}
      {said || wrong.form ? (
        <Notice tone="late" role="alert">
          {said || wrong.form}
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {isPaused ? null : (
          <Button variant="primary" busy={step !== null} onClick={() => void read()}>
            Read it now
          </Button>
        )}
        <Button
          busy={busy === "pause"}
          onClick={() => void ask(`${path}/pause`, { paused: !isPaused }, "pause")}
        >
          {isPaused ? "Go on reading it" : "Pause"}
        </Button>
        <Button variant="danger" onClick={() => setAsking(true)}>
          Take it away
        </Button>
      </div>
      <RemoveDialog path={path} name={calendar.name} open={asking} onClose={() => setAsking(false)} />
    </div>
  );
}

function RemoveDialog({
  path,
  name,
  open,
  onClose,
}: {
  path: string;
  name: string;
  open: boolean;
  onClose: () => void;
}) {
  const { slug } = useDesk();
  const router = useRouter();
  const { ask, busy, wrong } = useAskDesk();

  async function remove(events: "keep" | "remove") {
    if (await ask(`${path}/remove`, { events }, events)) router.push(`/w/${slug}/settings/calendars`);
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={`Take “${name}” away?`}
      footer={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button busy={busy === "keep"} onClick={() => void remove("keep")}>
            Leave its entries
          </Button>
          <Button variant="danger" busy={busy === "remove"} onClick={() => void remove("remove")}>
            Take its entries off
          </Button>
        </>
      }
    >
      <p>
        Firsthand forgets its address and reads it no more. Nothing changes where it is kept. What came from
        it can stay on the calendar as it is now, or go with it; what another calendar has as well stays.
      </p>
      {wrong.form ? (
        <Notice tone="late" role="alert">
          {wrong.form}
        </Notice>
      ) : null}
    </Dialog>
  );
}
