"use client";

import { useEffect, useRef, useState } from "react";

/** What stands in a field that saves itself: it follows what is saved, until somebody types; then what they typed stays. */
export function useTyped(saved: string): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(saved);
  const before = useRef(saved);
  useEffect(() => {
    const was = before.current;
    before.current = saved;
    setTyped((now) => (now === was ? saved : now));
  }, [saved]);
  return [typed, setTyped];
}
