import { Skeleton } from "@/components/ui/spinner";

const lines = ["w-2/3", "w-1/2", "w-3/5", "w-2/5", "w-1/2", "w-3/5"];

export default function QueueLoading() {
  return (
    <div role="status" className="px-4 py-4 sm:px-6 min-[1100px]:me-[28.5rem]">
      <span className="sr-only">Reading the queue</span>
      <Skeleton className="mb-8 h-9" />
      {lines.map((width, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: six grey lines, always in this order.
        <div key={at} className="flex items-center gap-3 border-b border-line py-3.5">
          <Skeleton className="size-7" />
          <div className="flex-1">
            <Skeleton className={`mb-1.5 h-3.5 ${width}`} />
            <Skeleton className="h-3 w-4/5" />
          </div>
        </div>
      ))}
    </div>
  );
}
