"use client";

import { type MouseEvent, useLayoutEffect, useRef } from "react";

/**
 * A native <dialog> as its page knows it. Escape, the ground around it and `close` tell `onClose` at once, not when the browser's own
 * event comes: a key pressed in between would open it again, and that event would close what was just opened. Closed by
 * itself, or gone with what showed it, a window gives the focus back to where it was.
 */
export function useModal(isOpen: boolean, onClose: () => void) {
  const ref = useRef<HTMLDialogElement>(null);
  const isTold = useRef(false);
  useLayoutEffect(() => {
    const dialog = ref.current;
    return () => {
      isTold.current = dialog?.open === true;
      dialog?.close();
    };
  }, []);
  function close() {
    isTold.current = ref.current?.open === true;
    ref.current?.close();
    onClose();
  }
  /** The browser's word that it is closed: news only where something else closed it. */
  function onClosed() {
    const isNews = isOpen && !isTold.current;
    isTold.current = false;
    if (isNews) onClose();
  }
  return {
    ref,
    close,
    props: {
      onCancel: close,
      onClose: onClosed,
      onClick: (event: MouseEvent) => event.target === event.currentTarget && close(),
    },
  };
}
