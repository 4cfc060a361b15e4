import { SchoolCards } from '@/components/schools/school-cards';
import { SchoolHistory } from '@/components/schools/school-history';
import { SchoolPeople } from '@/components/schools/school-people';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { type Description, DescriptionList } from '@/components/ui/description-list';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { SiteLink } from '@/components/ui/site-link';
import { Section, Stack, Surface } from '@/components/ui/surface';
import { formatDay, formatPeriod } from '@/lib/kernel/day';
import { links } from '@/lib/kernel/links';
import { formatNumber } from '@/lib/kernel/russian';
import { formatSchoolYear } from '@/lib/kernel/school-year';
import type { SchoolPage } from '@/lib/schools/queries';
import { levelsOf } from '@/lib/schools/school';
import {
  ALIAS_WORDS,
  CONTEXT_WORDS,
  gradesInWords,
  KIND_LONG_WORDS,
  KIND_WORDS,
  LEVEL_WORDS,
  PLACE_WORDS,
} from '@/lib/schools/words';

const UNKNOWN = <span className="text-ink-soft">не указано</span>;

/** Everything about one school: its own people read it, the centre changes it. */
export function SchoolScreen({ page }: { page: SchoolPage }) {
  const { school, canChange } = page;
  return (
    <>
      <PageHeader
        title={school.shortName}
        lead={school.name}
        crumbs={page.canList ? [{ href: links.schools(), title: 'Школы' }] : []}
        status={school.closedOn && <Badge icon="lock">закрыта {formatDay(school.closedOn)}</Badge>}
        actions={
          <>
            {page.canSupport && (
              <ButtonLink href={links.schoolSupport(school.id)} icon="roadmap">
                Поддержка
              </ButtonLink>
            )}
            {canChange && (
              <>
                <ButtonLink href={links.editSchool(school.id)} variant="secondary" icon="edit">
                  Изменить
                </ButtonLink>
                <ButtonLink href={links.renameSchool(school.id)} variant="secondary">
                  Переименовать
                </ButtonLink>
                {!school.closedOn && (
                  <ButtonLink href={links.mergeSchool(school.id)} variant="secondary">
                    Присоединить к другой
                  </ButtonLink>
                )}
                <ButtonLink href={links.closeSchool(school.id)} variant="secondary">
                  {school.closedOn ? 'Открыть снова' : 'Закрыть'}
                </ButtonLink>
              </>
            )}
          </>
        }
      />
      <Stack>
        <Succession page={page} />
        <Section title="Сведения">
          <Surface>
            <DescriptionList items={factsOf(page)} />
          </Surface>
        </Section>
        <SchoolCards page={page} />
        <Contingents page={page} />
        <Codes page={page} />
        <SchoolPeople page={page} />
        <SchoolHistory page={page} />
      </Stack>
    </>
  );
}

function factsOf({ school }: SchoolPage): readonly Description[] {
  const levels = levelsOf(school.grades).map((level) => LEVEL_WORDS[level]);
  const contexts = school.contexts.map((context) => CONTEXT_WORDS[context]);
  return [
    { term: 'Код', value: <span className="tabular-nums">{school.code}</span> },
    { term: 'Вид', value: KIND_LONG_WORDS[school.kind] },
    { term: 'Уровни образования', value: levels.join(', ') || UNKNOWN },
    { term: 'Классы', value: gradesInWords(school.grades) },
    { term: 'Обучающихся', value: school.pupils === null ? UNKNOWN : formatNumber(school.pupils) },
    { term: 'Место', value: PLACE_WORDS[school.place] },
    { term: 'Тип по условиям', value: contexts.join(', ') || 'не отнесена ни к одному типу' },
    { term: 'Адрес', value: school.address || UNKNOWN },
    { term: 'Телефон', value: school.phone || UNKNOWN },
    {
      term: 'Электронная почта',
      value: school.email ? (
        <a className="link" href={`mailto:${school.email}`}>
          {school.email}
        </a>
      ) : (
        UNKNOWN
      ),
    },
  ];
}

/** Where a closed school went and which schools came to this one. */
function Succession({ page }: { page: SchoolPage }) {
  const closure = page.closures.find((one) => one.reopenedOn === null);
  const { school, predecessors, canList } = page;
  if (!school.closedOn && predecessors.length === 0) return null;
  return (
    <Stack gap="narrow">
      {school.closedOn && (
        <Notice title={`Школа не работает с ${formatDay(school.closedOn)}`}>
          {closure?.successor && (
            <p>
              Присоединена к школе{' '}
              {canList ? (
                <SiteLink className="link" href={links.school(closure.successor.id)}>
                  {closure.successor.shortName}
                </SiteLink>
              ) : (
                closure.successor.shortName
              )}
              .
            </p>
          )}
          {closure && <p>Основание: {closure.basis}.</p>}
          <p>История, коды и карты школы сохранены.</p>
        </Notice>
      )}
      {predecessors.map((one) => (
        <Notice key={one.id} title={`С ${formatDay(one.closedOn)} присоединена другая школа`}>
          <p>
            <SiteLink className="link" href={links.school(one.id)}>
              {one.shortName}
            </SiteLink>{' '}
            – её прежние карты и коды остались на её странице.
          </p>
        </Notice>
      ))}
    </Stack>
  );
}

function Contingents({ page }: { page: SchoolPage }) {
  return (
    <Section
      title="По учебным годам"
      lead="Какие классы и сколько обучающихся было в школе: от этого зависит, о чём её спрашивает карта."
      actions={
        page.canChange && (
          <ButtonLink href={links.schoolYears(page.school.id)} variant="secondary" size="small" icon="edit">
            Изменить
          </ButtonLink>
        )
      }
    >
      <Surface>
        {page.years.length === 0 ? (
          <p className="text-ink-soft">Сведений по годам пока нет.</p>
        ) : (
          <DescriptionList
            items={page.years.map((year) => ({
              term: formatSchoolYear(year.year),
              value: `${KIND_WORDS[year.kind]}, классы ${gradesInWords(year.grades)}, обучающихся: ${
                year.pupils === null ? 'нет данных' : formatNumber(year.pupils)
              }`,
            }))}
          />
        )}
      </Surface>
    </Section>
  );
}

function Codes({ page }: { page: SchoolPage }) {
  return (
    <Section
      title="Коды в других системах"
      lead="По ним портал узнаёт школу в файлах с результатами."
      actions={
        page.canChange && (
          <ButtonLink href={links.schoolCodes(page.school.id)} variant="secondary" size="small" icon="edit">
            Изменить
          </ButtonLink>
        )
      }
    >
      <Surface>
        {page.aliases.length === 0 ? (
          <p className="text-ink-soft">Кодов пока нет.</p>
        ) : (
          <ul className="divide-y divide-line">
            {page.aliases.map((alias) => (
              <li key={alias.id} className="flex flex-wrap gap-x-6 gap-y-1 py-2">
                <span className="min-w-40 text-ink-soft">{ALIAS_WORDS[alias.system]}</span>
                <span className="tabular-nums">{alias.code}</span>
                <span className="text-ink-soft">{formatPeriod(alias.from, alias.to)}</span>
              </li>
            ))}
          </ul>
        )}
      </Surface>
    </Section>
  );
}
