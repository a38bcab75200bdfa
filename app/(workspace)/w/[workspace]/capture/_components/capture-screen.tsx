"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/spinner";
import { writeSharedParams } from "@/lib/domain/capture/shared-params";
import { CaptureDone } from "./capture-done";
import { CaptureFields } from "./capture-fields";
import { useCapture } from "./use-capture";

type Props = { here: string; desks: { slug: string; clientName: string }[] };

/** What was shared as the task that it would become, to be put right and kept. Nothing is made before that. */
export function CaptureScreen({ here, desks }: Props) {
  const capture = useCapture();
  const { shared, said, preview, errors, step, problem, save } = capture;
  const ref = useRef<HTMLFormElement>(null);
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.repeat) return;
      event.preventDefault();
      ref.current?.requestSubmit();
    }
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  if (shared === null) return <Skeleton className="h-64" />;
  if (step.is === "kept" || step.is === "undoing" || step.is === "taken-back")
    return <CaptureDone slug={here} capture={capture} />;
  const twin = preview?.twin ?? null;

  function changeDesk(slug: string) {
    const words = {
      title: said.title ?? shared?.title ?? "",
      text: said.text ?? shared?.text ?? "",
      url: shared?.url ?? "",
    };
    location.assign(`/w/${slug}/capture#${writeSharedParams(words)}`);
  }

  return (
    <form
      ref={ref}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save(twin !== null);
      }}
    >
      {desks.length > 1 ? (
        <Select label="Desk" value={here} onChange={(event) => changeDesk(event.target.value)}>
          {desks.map(({ slug, clientName }) => (
            <option key={slug} value={slug}>
              {clientName}
            </option>
          ))}
        </Select>
      ) : null}
      {twin ? (
        <Notice tone="gold" role="status">
          This page is in the queue already:{" "}
          <Link href={`/w/${here}/tasks/${twin.id}`} className="underline underline-offset-2">
            <bdi>{twin.title}</bdi>
          </Link>
        </Notice>
      ) : null}
      <CaptureFields shared={shared} said={said} preview={preview} errors={errors} onSay={capture.say} />
      <p role="alert" className="text-late empty:hidden">
        {problem || errors.form || errors.text || errors.url || errors.title}
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" variant={twin ? "secondary" : "primary"} size="lg" busy={step.is === "saving"}>
          {twin ? "Keep another" : "Keep it"}
        </Button>
        <span className="text-[0.8125rem] text-muted pointer-coarse:hidden">or Ctrl and Enter</span>
      </div>
    </form>
  );
}
