import { verifyAssessments } from '@/lib/diagnostics/outcomes/verify-assessments';
import { count } from '@/lib/kernel/russian';
import { ownerClient } from '@/prisma/seed/builders/owner-client';

// Reads past row-level security, as the owner of the tables: the check is of the whole installation.

const FIELD_WORDS: Readonly<Record<string, string>> = {
  points: 'баллы',
  sum: 'сумма',
  max: 'возможный максимум',
  extra: 'сколько могут добавить недостающие',
  sumResults: 'сумма без зоны объективности',
  maxResults: 'максимум без зоны объективности',
  missing: 'критериев без данных',
  applicable: 'применимых критериев',
  verdict: 'вывод',
  rule: 'решающее правило',
  borderline: 'погранично',
  inputHash: 'отпечаток исходных данных',
};
const OUTCOMES = ['расчёт', 'расчёта', 'расчётов'] as const;

const owner = ownerClient();
try {
  const { checked, wrong } = await verifyAssessments(owner, (done) => {
    if (process.stdout.isTTY) process.stdout.write(`\r  Проверено: ${done}`);
  });
  if (process.stdout.isTTY) process.stdout.write('\r');
  for (const one of wrong) {
    console.error(`\n${one.where} (${one.id})`);
    if (one.failure) console.error(`  не пересчитывается: ${one.failure}`);
    for (const { field, stored, recomputed } of one.differences) {
      console.error(`  ${FIELD_WORDS[field] ?? field}: хранится ${stored}, по исходным данным ${recomputed}`);
    }
  }
  console.log(
    wrong.length === 0
      ? `Проверено: ${count(checked, OUTCOMES)}. Расхождений нет: каждый совпадает со своими исходными данными.`
      : `\nПроверено: ${count(checked, OUTCOMES)}. Расхождений: ${wrong.length}.`,
  );
  if (wrong.length > 0) process.exitCode = 1;
} finally {
  await owner.$disconnect();
}
