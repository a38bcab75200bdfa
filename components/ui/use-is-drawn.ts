"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False on the server and while its markup is taken over, true from then on: for what is worth drawing in the browser alone. */
export function useIsDrawn(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
