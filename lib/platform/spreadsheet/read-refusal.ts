import { Refusal } from '@/lib/kernel/refusal';
import { READ_FAULT_WORDS, type ReadFault } from '@/lib/platform/spreadsheet/words';

const TOO_LARGE: readonly ReadFault[] = [
  'file-too-large',
  'parts',
  'inflates',
  'too-many-cells',
  'too-slow',
  'too-heavy',
];

/** A file that is not read, as a sentence for the person: 413 when it is too much, 422 when it is wrong. */
export const readRefusal = (fault: ReadFault) =>
  new Refusal(TOO_LARGE.includes(fault) ? 'too-large' : 'invalid', READ_FAULT_WORDS[fault]);
