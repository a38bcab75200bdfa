"use client";

import { useEffect, useState } from "react";
import { buttonClass } from "@/components/ui/button-class";

/** The desks to choose from; what was shared goes along. */
export function ChooseDesk({ desks }: { desks: { slug: string; label: string }[] }) {
  const [along, setAlong] = useState("");
  useEffect(() => setAlong(`${location.search}${location.hash}`), []);
  return (
    <ul className="flex flex-col gap-2">
      {desks.map(({ slug, label }) => (
        <li key={slug}>
          <a href={`/w/${slug}/capture${along}`} className={buttonClass({ size: "lg", wide: true })}>
            <bdi>{label}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}
