import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { ImportsScreen } from '@/components/schools/import/imports-screen';
import { links } from '@/lib/kernel/links';
import { importsFilter } from '@/lib/schools/import/import-view';
import { importsPage } from '@/lib/schools/import-queries';
import { UPLOAD_REFUSAL_COOKIE } from '@/lib/schools/upload-answer';

export const metadata: Metadata = { title: 'Загрузка списка школ' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ImportsPage({ searchParams }: Props) {
  const params = await searchParams;
  const page = await importsPage(importsFilter.parse(params));
  const refusal = (await cookies()).get(UPLOAD_REFUSAL_COOKIE)?.value;
  return <ImportsScreen page={page} address={{ path: links.importSchools(), params }} refusal={refusal} />;
}
