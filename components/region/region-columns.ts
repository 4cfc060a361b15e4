import type { RegionRow } from '@/lib/diagnostics/overviews/region-store';
import { formatShareOf } from '@/lib/kernel/percent';

const NO_CAMPAIGN = 'кампания не проводилась';

/** The words of one row, the same on the screen and in the spreadsheet. */
export const coverageWords = (row: RegionRow) =>
  row.campaignId === null ? NO_CAMPAIGN : formatShareOf(row.submitted, row.schools);
export const acceptedWords = (row: RegionRow) =>
  row.campaignId === null ? '–' : formatShareOf(row.accepted, row.schools);
export const listedWords = (row: RegionRow) =>
  row.orderNumber === null ? 'список не утверждён' : formatShareOf(row.listed, row.schools);
export const supportedWords = (row: RegionRow) => (row.orderNumber === null ? '–' : String(row.supported));

/** A date column without a time has no zone of its own. */
export const orderWords = (row: RegionRow) =>
  row.orderNumber === null || row.orderDate === null
    ? '–'
    : `№ ${row.orderNumber} от ${new Intl.DateTimeFormat('ru-RU', { timeZone: 'UTC' }).format(row.orderDate)}`;
