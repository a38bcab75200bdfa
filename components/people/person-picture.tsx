"use client";

import { Avatar, type AvatarSize } from "@/components/ui/avatar";
import { useDesk } from "@/components/workspace/desk-context";

/** Somebody's picture where there is one, else their letters. `picture` is its version; null: none. */
export function PersonPicture({
  person,
  size,
}: {
  person: { id: string; name: string; picture: number | null };
  size?: AvatarSize;
}) {
  const { slug } = useDesk();
  const src =
    person.picture === null ? undefined : `/api/v1/w/${slug}/people/${person.id}/picture?v=${person.picture}`;
  return <Avatar name={person.name} size={size} src={src} />;
}
