import { applicableItems, compileMethod } from '@/lib/methodology/compiled-method';
import { methodHash } from '@/lib/methodology/method-hash';
import { publishMethod } from '@/prisma/seed/builders/method';
import { ownerClient } from '@/prisma/seed/builders/owner-client';
import { defaultMethod } from '@/prisma/seed/reference/default-method';

// Publishes the default method and prints what the bulk SQL of a world needs to know about it, as one line of JSON.
const HIGHEST_GRADE = { PRIMARY: 4, BASIC: 9, SECONDARY: 11, GYMNASIUM: 11, LYCEUM: 11 };

const compiled = compileMethod(defaultMethod);
const held = defaultMethod.procedures.map((procedure) => procedure.code).sort((a, b) => (a < b ? -1 : 1));
const askedOf = Object.entries(HIGHEST_GRADE).map(([kind, highest]) => {
  const grades = Array.from({ length: highest }, (_, index) => index + 1);
  return { kind, applicable: applicableItems(compiled, { kind, grades, held }) };
});
const items = compiled.items.map((item, pos) => ({
  pos,
  code: item.code,
  criterion: compiled.criterionAt[pos],
  zone: compiled.inObjectivity[pos],
  is_on: item.on,
  kinds: askedOf.filter(({ applicable }) => applicable[pos]).map(({ kind }) => kind),
}));

const owner = ownerClient();
try {
  const version = await publishMethod(owner, defaultMethod);
  console.log(JSON.stringify({ version, methodHash: methodHash(defaultMethod), held, items }));
} finally {
  await owner.$disconnect();
}
