import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

export default function NotOnThisDesk() {
  return (
    <div className="mx-auto max-w-xl px-4 py-16">
      <h1 className="sr-only">Not on this desk</h1>
      <EmptyState
        title="There is nothing here by that name."
        action={<LinkButton href="/">To the desk</LinkButton>}
      >
        It may have been taken back, or the address is not quite right.
      </EmptyState>
    </div>
  );
}
