import type { Metadata } from 'next';
import { ImportScreen } from '@/components/schools/import/import-screen';
import { links } from '@/lib/kernel/links';
import { importFilter } from '@/lib/schools/import/import-view';
import { importPage } from '@/lib/schools/import-queries';

export const metadata: Metadata = { title: 'Загрузка списка школ' };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function SchoolImportPage({ params, searchParams }: Props) {
  const [{ id }, search] = await Promise.all([params, searchParams]);
  const page = await importPage(id, importFilter.parse(search));
  return <ImportScreen page={page} address={{ path: links.schoolImport(page.found.id), params: search }} />;
}
