"use client";

import { useEffect, useRef, useState } from "react";

/** How the line to the server is: up, being tried again, or the browser knows of none. */
export type Line = "up" | "trying" | "offline";

type Listening = {
  /** The address of the stream; `?after=` is added. */
  url: string;
  /** The last change the page has seen, asked for at each (re)connection. */
  cursor: () => number;
  /** The desk has moved on to this number. */
  onSeq: (seq: number) => void;
  /** This session may no longer listen. */
  onGone: () => void;
  /** There was an answer, and no stream: why is asked elsewhere. It is tried again meanwhile. */
  onRefused: () => void;
};

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** A tab that nobody looks at gives its line back: over HTTP/1.1 a browser has six for all its tabs of one address. */
const HIDDEN_MS = 60_000;
/** A hiccup shorter than this is not worth a banner. */
const PATIENCE_MS = 3_000;

/** Listens to a desk's changes for as long as the page is open; comes back by itself, later and later, and at once when the browser is online again. */
export function useLive(listening: Listening): Line {
  const latest = useRef(listening);
  useEffect(() => {
    latest.current = listening;
  });
  const [line, setLine] = useState<Line>("up");
  const { url } = listening;
  useEffect(() => {
    let source: EventSource | null = null;
    let wait = FIRST_WAIT_MS;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let complain: ReturnType<typeof setTimeout> | undefined;
    let rest: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;

    function connect() {
      if (isOver || !navigator.onLine) return;
      clearTimeout(retry);
      source?.close();
      source = new EventSource(`${url}?after=${latest.current.cursor()}`);
      source.onopen = () => {
        wait = FIRST_WAIT_MS;
        clearTimeout(complain);
        complain = undefined;
        setLine("up");
      };
      source.addEventListener("change", (event) => {
        const { seq } = JSON.parse(event.data) as { seq: number };
        latest.current.onSeq(seq);
      });
      source.addEventListener("gone", () => {
        stop();
        latest.current.onGone();
      });
      source.onerror = () => {
        // A stream hides what it was refused with: no, or not now.
        if (source?.readyState === EventSource.CLOSED) latest.current.onRefused();
        again();
      };
    }
    function again() {
      source?.close();
      if (isOver) return;
      complain ??= setTimeout(() => setLine(navigator.onLine ? "trying" : "offline"), PATIENCE_MS);
      clearTimeout(retry);
      // Spread out, so that a restart does not bring everyone back in the same moment.
      retry = setTimeout(connect, wait * (0.75 + Math.random() / 2));
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
    function stop() {
      isOver = true;
      clearTimeout(retry);
      clearTimeout(complain);
      clearTimeout(rest);
      source?.close();
    }
    function hangUp() {
      clearTimeout(retry);
      source?.close();
      source = null;
    }
    function onVisibility() {
      clearTimeout(rest);
      if (document.hidden) rest = setTimeout(hangUp, HIDDEN_MS);
      else if (source === null) connect();
    }
    function onOnline() {
      wait = FIRST_WAIT_MS;
      setLine("trying");
      connect();
    }
    function onOffline() {
      source?.close();
      setLine("offline");
    }
    addEventListener("online", onOnline);
    addEventListener("offline", onOffline);
    document.addEventListener("visibilitychange", onVisibility);
    if (navigator.onLine) connect();
    else setLine("offline");
    return () => {
      stop();
      removeEventListener("online", onOnline);
      removeEventListener("offline", onOffline);
      document.removeEventListener("visibilitychange", onVisibility);
    };
  }, [url]);
  return line;
}
