import { Skeleton } from "@/components/ui/spinner";

const lines = ["w-1/3", "w-2/5", "w-1/4", "w-1/2", "w-1/3", "w-2/5"];

export default function PeopleLoading() {
  return (
    <div role="status" className="mx-auto w-full max-w-4xl px-4 py-6 lg:px-8">
      <span className="sr-only">Reading</span>
      <Skeleton className="mb-6 h-9 w-40" />
      <Skeleton className="mb-8 h-9" />
      {lines.map((width, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: six grey lines, always in this order.
        <div key={at} className="flex items-center gap-3 border-b border-line py-3.5">
          <Skeleton className="size-8 rounded-full" />
          <div className="flex-1">
            <Skeleton className={`mb-1.5 h-3.5 ${width}`} />
            <Skeleton className="h-3 w-1/4" />
          </div>
        </div>
      ))}
    </div>
  );
}
