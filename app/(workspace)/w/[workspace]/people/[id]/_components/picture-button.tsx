"use client";

import { ImageOff, ImagePlus } from "lucide-react";
import { useRef } from "react";
import type { PersonPage } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/use-person";
import { PersonPicture } from "@/components/people/person-picture";
import { Menu, MenuItem } from "@/components/ui/menu";
import { toBase64 } from "@/components/ui/to-base64";
import { useDesk } from "@/components/workspace/desk-context";
import { MOST_PICTURE_BYTES } from "@/lib/domain/person/picture";

/** Somebody's picture at the top of their page: choosing one, another one, or none; each can be taken back. */
export function PictureButton({ page }: { page: PersonPage }) {
  const { person, act, show } = page;
  const { slug } = useDesk();
  const field = useRef<HTMLInputElement>(null);
  const own = `people/${person.id}/picture`;

  /** What is there now, to bring it back; null when nothing is, or nothing of it came. */
  async function readNow(): Promise<string | null> {
    if (person.picture === null) return null;
    const now = await fetch(`/api/v1/w/${slug}/${own}?v=${person.picture}`);
    return now.ok ? toBase64(await now.arrayBuffer()) : null;
  }

  async function keep(file: File) {
    if (file.size > MOST_PICTURE_BYTES)
      return show({
        says: `“${file.name}” has ${(file.size / 1_000_000).toFixed(1)} MB; at most 1 MB is kept. Choose a smaller one.`,
        tone: "refused",
        action: null,
      });
    const before = await readNow();
    const base64 = toBase64(await file.arrayBuffer());
    await act<{ version: number }>({
      path: own,
      input: { base64, version: person.picture },
      says: ({ version }) => ({ text: "The picture is kept.", back: backTo(before, version) }),
    });
  }

  async function remove() {
    const before = await readNow();
    const back = before === null ? undefined : backTo(before, null);
    const input = { version: person.picture };
    await act({ path: `${own}/remove`, input, says: () => ({ text: "The picture is gone.", back }) });
  }

  /** From the picture that is there then (its version; null: none) to the one before. */
  function backTo(before: string | null, version: number | null) {
    if (before !== null) return { path: own, input: { base64: before, version } };
    return person.picture === null ? { path: `${own}/remove`, input: { version } } : undefined;
  }

  return (
    <>
      <Menu label="Picture" variant="quiet" button={<PersonPicture person={person} size="lg" />}>
        <MenuItem
          icon={<ImagePlus aria-hidden="true" className="size-4" />}
          onSelect={() => field.current?.click()}
        >
          {person.picture === null ? "Add a picture" : "Another picture"}
        </MenuItem>
        {person.picture === null ? null : (
          <MenuItem icon={<ImageOff aria-hidden="true" className="size-4" />} onSelect={() => void remove()}>
            Take the picture away
          </MenuItem>
        )}
      </Menu>
      <input
        ref={field}
        type="file"
        hidden
        accept="image/jpeg,image/png,image/webp,image/gif"
        aria-label="Picture file"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) void keep(file);
        }}
      />
    </>
  );
}
