"use client";

import { type ReactNode, useState } from "react";
import { get } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { WhoseWords } from "@/components/drafts/whose-words";
import { Skeleton } from "@/components/ui/spinner";
import { useDesk } from "@/components/workspace/desk-context";
import type { GestureWords as Read } from "@/lib/domain/draft/view";

/** Whose words went out with a gesture, asked for when it is opened. */
export function GestureWords({ id }: { id: string }) {
  const { slug, clientShort } = useDesk();
  const [read, setRead] = useState<Read | null>(null);
  const [problem, setProblem] = useState("");

  async function open() {
    if (read) return;
    const answer = await get<Read>(`/api/v1/w/${slug}/gestures/${id}/words`);
    setProblem(answer.ok ? "" : answer.problem.sentence);
    if (answer.ok) setRead(answer.value);
  }
  return (
    <details className="mt-1" onToggle={(event) => event.currentTarget.open && void open()}>
      <summary className="w-fit rounded-md text-[0.8125rem] text-muted underline decoration-line underline-offset-2 pointer-coarse:min-h-11 pointer-coarse:content-center">
        Whose words
      </summary>
      <div className="pt-1.5">
        {problem ? (
          <p role="alert">{problem}</p>
        ) : read ? (
          <Shown read={read} client={clientShort} />
        ) : (
          <Skeleton className="h-16" />
        )}
      </div>
    </details>
  );
}

function Shown({ read, client }: { read: Read; client: string }) {
  if (read.whose.length === 0) return <p className="text-muted">Nobody wrote the words down.</p>;
  return <WhoseWords whose={read.whose} howMuch={read.howMuch} client={client} small />;
}

/** The same as a part to be handed to what draws gestures. */
export function wordsOfGesture(id: string): ReactNode {
  return <GestureWords id={id} />;
}
