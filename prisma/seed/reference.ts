import { publishMethod } from './builders/method';
import { ownerClient } from './builders/owner-client';
import { defaultMethod } from './reference/default-method';

// Reference data that every installation has; carried out at each start, changes nothing the second time.
const owner = ownerClient();
try {
  await publishMethod(owner, defaultMethod);
  console.log(`Методика по умолчанию: ${defaultMethod.title}, версия ${defaultMethod.number}`);
} finally {
  await owner.$disconnect();
}
