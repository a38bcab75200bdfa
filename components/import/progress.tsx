/** How far something long is: a bar, and the words for it. Without `of` nobody knows how far yet. */
export function Progress({ label, done, of }: { label: string; done?: number; of?: number }) {
  const percent = of ? Math.min(100, Math.round(((done ?? 0) / of) * 100)) : null;
  return (
    <div className="flex flex-col gap-1.5">
      <p role="status">{label}</p>
      <progress
        aria-label={label}
        max={100}
        {...(percent === null ? {} : { value: percent })}
        className="h-2 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-text [&::-moz-progress-bar]:bg-text"
      />
    </div>
  );
}
