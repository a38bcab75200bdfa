import type { ReactNode } from "react";

/** Nothing here, said kindly, with what to do about it if there is something. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-start gap-2 rounded-sheet border border-dashed border-line px-5 py-6">
      <p className="font-serif text-lg">{title}</p>
      {children ? <div className="max-w-prose text-muted">{children}</div> : null}
      {action ? <div className="mt-1">{action}</div> : null}
    </div>
  );
}
