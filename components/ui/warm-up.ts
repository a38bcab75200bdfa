import { useEffect } from "react";

const WARM_MS = 1_500;

/** Fetches parts of a page once it is at rest: what opens them then answers at once, also when the line is down. `parts` is looked at once. */
export function useWarmUp(parts: readonly (() => Promise<unknown>)[]): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page's parts are the same as long as it is there.
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const part of parts) part().catch(() => {});
    }, WARM_MS);
    return () => clearTimeout(timer);
  }, []);
}
