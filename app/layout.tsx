import '@fontsource-variable/golos-text';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { SiteNavigation } from '@/components/shell/site-navigation';
import { SkipLink } from '@/components/shell/skip-link';
import { viewAttributes, viewSettings } from '@/components/shell/view-settings';

export const metadata: Metadata = {
  title: { default: 'Портал муниципального образовательного центра', template: '%s – портал МОЦ' },
  description: 'Диагностика, адресная помощь школам и проверка её результата.',
  icons: { icon: '/favicon.svg' },
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#162022' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const jar = await cookies();
  const view = viewSettings((name) => jar.get(name)?.value);
  return (
    <html lang="ru" {...viewAttributes(view)}>
      <body>
        <SkipLink />
        {children}
        <SiteNavigation />
      </body>
    </html>
  );
}
