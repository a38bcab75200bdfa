import { ArrowLeft } from "lucide-react";
import { LinkButton } from "@/components/ui/link-button";
import { useDesk } from "@/components/workspace/desk-context";

/** The way back from the words to their task. */
export function BackToTask({ id }: { id: string }) {
  const { slug } = useDesk();
  return (
    <LinkButton variant="quiet" size="sm" className="-ms-2 self-start" href={`/w/${slug}/tasks/${id}`}>
      <ArrowLeft aria-hidden="true" className="size-4 rtl:rotate-180" /> Task
    </LinkButton>
  );
}
