import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { PageHeader } from '@/components/ui/page-header';
import { Section, Stack } from '@/components/ui/surface';
import { links } from '@/lib/kernel/links';
import { count } from '@/lib/kernel/russian';
import { itemsOf } from '@/lib/methodology/items';
import type { MethodPage } from '@/lib/methodology/version-queries';
import { orderWords, VERSION_OWNER_WORDS, VERSION_STATUS_WORDS } from '@/lib/methodology/version-words';
import { TABLE_WORDS } from '@/lib/methodology/words';
import { DecisionSection } from './decision-section';
import { MethodSectionBlock } from './method-section-block';
import { ProceduresSection } from './procedures-section';
import { VersionSteps } from './version-steps';

/** A version of the method, whole and readable; nothing on it is known to the code but the shape. */
export function MethodScreen({ version, method, canTry, may }: MethodPage) {
  const asked = itemsOf(method).filter((item) => item.on).length;
  const order = orderWords(method.order);
  return (
    <>
      <PageHeader
        title={method.title}
        crumbs={[{ href: links.method(), title: 'Методика' }]}
        overline={`Версия ${method.number}`}
        status={
          <Badge tone={version.status === 'PUBLISHED' ? 'success' : 'neutral'}>
            {VERSION_STATUS_WORDS[version.status]}
          </Badge>
        }
        actions={
          canTry && (
            <>
              <ButtonLink href={links.methodTrial(version.id)} variant="secondary" icon="chart">
                Пробный расчёт
              </ButtonLink>
              {(method.measures ?? method.lists) && (
                <ButtonLink href={links.methodValues(version.id)} variant="secondary">
                  По школам
                </ButtonLink>
              )}
            </>
          )
        }
        lead={`Включено вопросов: ${asked}; столько же – наибольшая возможная сумма баллов.`}
      />
      <Stack>
        <VersionSteps version={version} may={may} />
        <DescriptionList
          items={[
            { term: 'Утверждена', value: order ? `${order}, ${method.order.issuer}` : 'образец, без реквизитов' },
            { term: 'Название приказа', value: method.order.title },
            { term: 'Чья', value: VERSION_OWNER_WORDS[version.owner] },
            { term: 'Происхождение', value: method.provenance },
            {
              term: 'Контрольная сумма',
              value: <code className="break-all text-sm">{version.hash}</code>,
            },
          ]}
        />
        <nav aria-label="Части методики" className="print:hidden">
          <ul className="flex flex-wrap gap-x-6 gap-y-1">
            {([1, 2] as const).map((table) => (
              <li key={table}>
                <a href={`#table-${table}`} className="link inline-block py-2">
                  {TABLE_WORDS[table]}
                </a>
              </li>
            ))}
            <li>
              <a href="#rules" className="link inline-block py-2">
                Как выносится вывод
              </a>
            </li>
            <li>
              <a href="#procedures" className="link inline-block py-2">
                Процедуры
              </a>
            </li>
          </ul>
        </nav>
        {([1, 2] as const).map((table) => {
          const sections = method.sections.filter((section) => section.table === table);
          return (
            <Section
              key={table}
              id={`table-${table}`}
              title={TABLE_WORDS[table]}
              lead={`Разделы: ${sections.map((section) => section.code).join(', ')}. Всего ${count(
                sections.reduce((sum, section) => sum + section.criteria.length, 0),
                ['критерий', 'критерия', 'критериев'],
              )}.`}
            >
              <Stack gap="medium">
                {sections.map((section) => (
                  <MethodSectionBlock key={section.code} method={method} section={section} />
                ))}
              </Stack>
            </Section>
          );
        })}
        <DecisionSection method={method} />
        <ProceduresSection method={method} />
      </Stack>
    </>
  );
}
