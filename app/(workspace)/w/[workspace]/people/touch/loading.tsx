import { Skeleton } from "@/components/ui/spinner";

const lines = ["w-1/3", "w-2/5", "w-1/4", "w-1/2"];

export default function TouchLoading() {
  return (
    <div role="status" className="mx-auto w-full max-w-3xl px-4 py-6 lg:px-8">
      <span className="sr-only">Reading</span>
      <Skeleton className="mb-2 h-9 w-48" />
      <Skeleton className="mb-8 h-4 w-2/3" />
      {lines.map((width, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: four grey lines, always in this order.
        <div key={at} className="flex gap-3 border-b border-line py-3.5">
          <Skeleton className="size-8 rounded-full" />
          <div className="flex-1">
            <Skeleton className={`mb-1.5 h-4 ${width}`} />
            <Skeleton className="mb-1.5 h-3 w-1/4" />
            <Skeleton className="h-3 w-2/5" />
          </div>
        </div>
      ))}
    </div>
  );
}
