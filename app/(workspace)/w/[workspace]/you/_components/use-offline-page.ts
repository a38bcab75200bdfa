"use client";

import { useEffect } from "react";

/**
 * From now on a page that does not come says so in our words (public/offline-worker.js). Asked for here, where the client's phone opens:
 * the queue's scripts have no room for it. A browser without such workers shows its own page, as before.
 */
export function useOfflinePage(): void {
  useEffect(() => {
    navigator.serviceWorker?.register("/offline-worker.js").catch(() => {});
  }, []);
}
