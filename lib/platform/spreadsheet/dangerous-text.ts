const STARTS = '=+-@\t\r\n＝＋－＠';

/** Text that a spreadsheet would run when it is typed or pasted: = + - @ TAB CR LF and their full-width twins. */
export const isDangerousText = (text: string) => text !== '' && STARTS.includes(text.charAt(0));
