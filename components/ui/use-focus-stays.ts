"use client";

import { type RefObject, useEffect } from "react";

/**
 * A button that goes away with what it did leaves the focus to nobody. Where it stood in `place`, `to` has it then, so that
 * whoever listens or uses keys is still there; it takes the focus by script (tabIndex -1). Whoever went elsewhere is left alone.
 */
export function useFocusStays(place: RefObject<HTMLElement | null>, to: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (place.current === null) return;
    let wasHere = false;
    const look = ({ target }: Event) => {
      wasHere = target instanceof Node && place.current?.contains(target) === true;
    };
    const changed = new MutationObserver(() => {
      if (wasHere && document.activeElement === document.body) to.current?.focus({ preventScroll: true });
    });
    changed.observe(place.current, { childList: true, subtree: true });
    document.addEventListener("focusin", look);
    document.addEventListener("pointerdown", look);
    return () => {
      changed.disconnect();
      document.removeEventListener("focusin", look);
      document.removeEventListener("pointerdown", look);
    };
  }, [place, to]);
}
