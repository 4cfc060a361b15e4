/** How a person wants the portal drawn; kept in cookies, so that the server draws it so from the first byte. */
export type ViewSettings = { vision: 'usual' | 'large'; theme: 'auto' | 'light' | 'dark' };

export const VIEW_COOKIE = 'view';
export const THEME_COOKIE = 'theme';

/** Reads the two cookies; any other value means the usual view and the theme of the device. */
export function viewSettings(cookie: (name: string) => string | undefined): ViewSettings {
  const theme = cookie(THEME_COOKIE);
  return {
    vision: cookie(VIEW_COOKIE) === 'large' ? 'large' : 'usual',
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
  };
}

/** Attributes of <html>; absent ones leave the choice to the device. */
export function viewAttributes(view: ViewSettings) {
  return {
    'data-view': view.vision === 'large' ? 'large' : undefined,
    'data-theme': view.theme === 'auto' ? undefined : view.theme,
  };
}
