import type { ReactNode } from 'react';

/** An A4 page on the screen and on paper: a title, the lines under it, the content. */
export function Sheet({ title, lines, children }: { title: string; lines: readonly string[]; children: ReactNode }) {
  return (
    <article className="mx-auto max-w-[210mm] rounded-lg border border-line bg-surface p-6 shadow-card sm:p-10 print:max-w-none print:border-0 print:p-0 print:shadow-none">
      <h1 className="text-center text-2xl">{title}</h1>
      <div className="mt-2 mb-6 space-y-0.5 text-center">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {children}
    </article>
  );
}
