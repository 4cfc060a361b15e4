import { ButtonLink } from '@/components/ui/button';
import { PrintButton } from './print-button';

/** Above a sheet on the screen; not on paper. */
export function PageActions({ back }: { back: { href: string; title: string } | null }) {
  return (
    <p className="mb-6 flex flex-wrap gap-3 print:hidden">
      <PrintButton />
      {back && (
        <ButtonLink href={back.href} variant="secondary" icon="left">
          {back.title}
        </ButtonLink>
      )}
    </p>
  );
}
