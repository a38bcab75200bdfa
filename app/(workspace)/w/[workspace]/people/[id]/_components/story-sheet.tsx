"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { wordsOfGesture } from "@/app/(workspace)/w/[workspace]/_components/gesture-words";
import type { PersonPage } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/use-person";
import { useStory } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/use-story";
import { StoryLine } from "@/components/people/story-line";
import { storyKindWords } from "@/components/people/words";
import { More } from "@/components/tasks/task-section";
import { Button } from "@/components/ui/button";
import { useNow } from "@/components/ui/clock";
import { Select } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Sheet, SheetHeader } from "@/components/ui/sheet";
import { useDesk } from "@/components/workspace/desk-context";
import { type StoryEntry, type StoryKind, storyKinds } from "@/lib/domain/person/story";

type Done = { version: number };
type Props = { page: PersonPage; onLog: () => void };

/** What happened with somebody, the latest first: what was done, what came, meetings, contact, promises. */
export function StorySheet({ page, onLog }: Props) {
  const { person, act } = page;
  const desk = useDesk();
  const story = useStory(person);
  const years = [...new Set(story.page.entries.map((entry) => entry.year))];
  // The days are told as they were when the page was opened: nobody wants a list that shifts while they read.
  const [now] = useState(useNow());

  const takeAway = (entry: Extract<StoryEntry, { kind: "contact" }>) =>
    act<Done>({
      path: `contacts/${entry.id}/remove`,
      input: { version: entry.version },
      says: ({ version }) => ({
        text: "Taken away.",
        back: { path: `contacts/${entry.id}/restore`, input: { version } },
      }),
    });

  return (
    <Sheet aria-label="What happened">
      <SheetHeader
        level={2}
        title="What happened"
        aside={
          <Select
            label="Show"
            labelHidden
            value={story.kind ?? ""}
            onChange={(event) => story.choose((event.target.value || null) as StoryKind | null)}
          >
            <option value="">Everything</option>
            {storyKinds.map((kind) => (
              <option key={kind} value={kind}>
                {storyKindWords[kind]}
              </option>
            ))}
          </Select>
        }
      />
      <Button
        size="sm"
        shortcut="L"
        className="mb-3"
        icon={<Plus aria-hidden="true" className="size-4" />}
        onClick={onLog}
      >
        Log contact
      </Button>
      {story.problem ? (
        <Notice tone="late" role="alert">
          {story.problem}
        </Notice>
      ) : null}
      {story.page.entries.length === 0 ? (
        <p className="text-muted">
          {story.kind === null ? "Nothing has happened here yet." : "Nothing of this kind."}
        </p>
      ) : null}
      {years.map((year) => (
        <section key={year} aria-label={String(year)} className="mb-4 last:mb-0">
          <h3 className="mb-2 text-[0.8125rem] font-medium text-muted">{year}</h3>
          <ol className="flex flex-col gap-3.5 border-s border-line ps-4">
            {story.page.entries
              .filter((entry) => entry.year === year)
              .map((entry) => (
                <li key={`${entry.kind} ${entry.id}`}>
                  <StoryLine
                    entry={entry}
                    person={person.name}
                    base={`/w/${desk.slug}`}
                    now={now}
                    wordsOf={wordsOfGesture}
                    onTakeAway={(contact) => void takeAway(contact)}
                  />
                </li>
              ))}
          </ol>
        </section>
      ))}
      {story.page.more ? <More key={story.page.more} onMore={story.more} /> : null}
    </Sheet>
  );
}
