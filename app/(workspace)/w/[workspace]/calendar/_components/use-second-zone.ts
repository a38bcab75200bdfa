"use client";

import { useEffect, useState } from "react";
import { isZone } from "@/lib/domain/calendar/zone-day";

const keyOf = (slug: string) => `firsthand:second-zone:${slug}`;

/** A second time zone beside the desk's own, kept on this device for each desk; null for none. */
export function useSecondZone(slug: string, own: string): [string | null, (zone: string | null) => void] {
  const [zone, setZone] = useState<string | null>(null);
  useEffect(() => {
    const kept = read(slug);
    setZone(kept && kept !== own && isZone(kept) ? kept : null);
  }, [slug, own]);
  return [
    zone,
    (next) => {
      setZone(next);
      keep(slug, next);
    },
  ];
}

function read(slug: string): string | null {
  try {
    return localStorage.getItem(keyOf(slug));
  } catch {
    return null;
  }
}

function keep(slug: string, zone: string | null): void {
  try {
    if (zone) localStorage.setItem(keyOf(slug), zone);
    else localStorage.removeItem(keyOf(slug));
  } catch {
    // A browser that keeps nothing forgets the zone with the page.
  }
}
