import { PageHeader } from "@/components/ui/sheet";

export default function Loading() {
  return (
    <div className="mx-auto w-full max-w-5xl px-4 py-6 lg:px-8">
      <PageHeader title="Duplicates" lead="Looking through everybody on the desk…" />
    </div>
  );
}
