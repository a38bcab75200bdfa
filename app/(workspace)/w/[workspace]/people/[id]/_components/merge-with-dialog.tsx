"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { type Chosen, PersonField } from "@/app/(workspace)/w/[workspace]/_components/person-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useDesk } from "@/components/workspace/desk-context";

type Props = { person: { id: string; name: string }; onClose: () => void };

/** Who somebody also is. What stays of whom is asked where both stand side by side: nothing is merged here. */
export function MergeWithDialog({ person, onClose }: Props) {
  const { slug } = useDesk();
  const router = useRouter();
  const form = useId();
  const [other, setOther] = useState<Chosen>({ id: null, name: "" });
  const [problem, setProblem] = useState("");

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (other.id === null) return setProblem("Choose somebody who is on the desk already.");
    router.push(`/w/${slug}/people/duplicates?one=${person.id}&other=${other.id}`);
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="Merge with…"
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Not now
          </Button>
          <Button type="submit" form={form} variant="primary">
            Look at both
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={onSubmit} className="flex min-h-80 flex-col gap-4">
        <p className="wrap-anywhere">
          <bdi className="font-medium">{person.name}</bdi> is on the desk twice, under two names or with two
          birthdays? Choose the other one. You see both before anything is merged.
        </p>
        <PersonField
          label="Who is the same person"
          value={other}
          error={problem}
          orNameAlone
          except={person.id}
          onChange={(next) => {
            setProblem("");
            setOther(next);
          }}
        />
      </form>
    </Dialog>
  );
}
