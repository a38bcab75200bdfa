import { WifiOff } from "lucide-react";
import type { ReactNode } from "react";
import type { Line } from "@/components/live/use-live";

/**
 * Says above the page that the line is down, and what that means. Always mounted, so that it is read out; what sticks to
 * the top of the page below stands at `--banner` from it.
 */
export function LineBanner({ line, children }: { line: Line; children: ReactNode }) {
  return (
    <div className={line === "up" ? undefined : "[--banner:2.25rem]"}>
      <div role="status" className="sticky top-0 z-20">
        {line === "up" ? null : (
          <p className="flex min-h-9 items-center justify-center gap-2 border-b border-line bg-gold-soft px-4 py-1 text-[0.8125rem] leading-tight text-gold">
            <WifiOff aria-hidden="true" className="size-4 shrink-0" />
            {line === "offline"
              ? "You are offline. Read on; what you type is kept. Changes can be made when the line is back."
              : "The line is down. Trying again; this page catches up by itself."}
          </p>
        )}
      </div>
      {children}
    </div>
  );
}
