import type { ComponentProps } from 'react';
import { ActionFormLeaf } from './action-form-leaf';
import { freshKey } from './idempotency-key';

type Props = Omit<ComponentProps<typeof ActionFormLeaf>, 'firstKey'>;

/**
 * A form that hands its fields to a server action. The idempotency key is made here, on the server, so that the form
 * carries one even without JavaScript; the leaf renews it after each success.
 */
export function ActionForm(props: Props) {
  return <ActionFormLeaf {...props} firstKey={freshKey()} />;
}
