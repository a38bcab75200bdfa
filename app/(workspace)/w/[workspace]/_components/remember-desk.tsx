"use client";

import { useEffect } from "react";

/** Remembers in this browser which desk was open last, so that the front door leads back to it. It opens nothing. */
export function RememberDesk({ slug }: { slug: string }) {
  useEffect(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve.
    document.cookie = `firsthand-last-desk=${slug}; Path=/; SameSite=Lax; Max-Age=31536000`;
  }, [slug]);
  return null;
}
