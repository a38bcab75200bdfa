"use client";

import type { PersonPage } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/use-person";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/field";

type Props = {
  page: PersonPage;
  does: string;
  onClose: () => void;
  /** Whether it is kept to oneself; without it that cannot be said here. */
  privacy?: { is: boolean; set: (is: boolean) => void };
};

/** The foot of a small form on somebody's page: whether it is private (for whoever may say so), and the two buttons. */
export function EntryFoot({ page: { person, isBusy }, does, onClose, privacy }: Props) {
  return (
    <>
      {privacy && person.can.makePrivate ? (
        <Checkbox
          label="Private: only you see it"
          checked={privacy.is}
          onChange={(event) => privacy.set(event.target.checked)}
        />
      ) : null}
      <div className="flex justify-end gap-2">
        <Button variant="quiet" onClick={onClose}>
          Not now
        </Button>
        <Button type="submit" busy={isBusy}>
          {does}
        </Button>
      </div>
    </>
  );
}
