"use client";

import { BookmarkPlus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { CopyText } from "./copy-text";

/**
 * The bookmark to drag. Its address is put there by hand: React writes no javascript: addresses, for good reasons, and our own
 * policy lets none run. Here it is only carried away, so pressing it says so instead.
 */
export function Bookmark({ code }: { code: string }) {
  const ref = useRef<HTMLAnchorElement>(null);
  const [isPressed, setPressed] = useState(false);
  useEffect(() => ref.current?.setAttribute("href", code), [code]);
  return (
    <>
      <p className="flex flex-wrap items-center gap-3">
        {/* biome-ignore lint/a11y/useValidAnchor: it is an address to carry away, which the browser must see as one. */}
        <a
          ref={ref}
          href="#bookmark"
          draggable
          className={`${buttonClass()} cursor-grab`}
          onClick={(event) => {
            event.preventDefault();
            setPressed(true);
          }}
        >
          <BookmarkPlus aria-hidden="true" className="size-4" />
          Keep in Firsthand
        </a>
        <span role="status" className="text-[0.8125rem] text-muted">
          {isPressed ? "Not here: drag it up to your bookmarks bar." : ""}
        </span>
      </p>
      <details className="text-[0.8125rem]">
        <summary className="w-fit content-center rounded-md py-1 text-muted pointer-coarse:min-h-11">
          It cannot be dragged?
        </summary>
        <p className="mt-1 mb-2 max-w-prose">
          Bookmark any page, edit the bookmark, and put this in place of its address.
        </p>
        <CopyText label="Address of the bookmark" text={code} />
      </details>
    </>
  );
}
