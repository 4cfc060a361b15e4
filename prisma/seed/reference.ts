import { publishMethod } from './builders/method';
import { ownerClient } from './builders/owner-client';
import { layStarterRemedies } from './builders/starter-remedies';
import { computedCard } from './reference/computed-card';
import { defaultMethod } from './reference/default-method';
import { federalLowResults } from './reference/federal-low-results';

// Reference data that every installation has; carried out at each start, changes nothing the second time.
const owner = ownerClient();
try {
  for (const method of [defaultMethod, computedCard, federalLowResults]) {
    await publishMethod(owner, method);
    console.log(`Методика: ${method.title}, версия ${method.number}`);
  }
  console.log(`Начальный каталог мер: ${await layStarterRemedies(owner)}`);
} finally {
  await owner.$disconnect();
}
