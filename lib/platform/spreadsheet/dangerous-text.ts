/** Text that a spreadsheet would run when it is typed or pasted: = + - @ TAB CR LF and their full-width twins. */
export const isDangerousText = (text: string) => /^[=+\-@\t\r\n＝＋－＠]/u.test(text);
