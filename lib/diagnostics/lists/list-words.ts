/** «Приказ № 117 от 12.03.2018»; empty while there is no order. */
export function orderWords(list: { readonly orderNumber: string; readonly orderDate: string | null }): string {
  if (list.orderNumber === '') return '';
  const date = list.orderDate ? ` от\u00a0${list.orderDate.split('-').reverse().join('.')}` : '';
  return `Приказ №\u00a0${list.orderNumber}${date}`;
}
