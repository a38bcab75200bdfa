/** When a message was written, in UTC as its Date header has it. */
export function ArrivedAt({ at }: { at: string }) {
  const words = new Intl.DateTimeFormat("en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "UTC",
  });
  return (
    <time dateTime={at} className="shrink-0 text-[0.8125rem] text-muted tabular-nums">
      {words.format(new Date(at))} UTC
    </time>
  );
}
