import { NextResponse } from 'next/server';

// The least that a proxy.ts does: it stands in the way of each page and sets a header.
export const config = { matcher: ['/((?!api/|_next/static).*)'] };

export function proxy() {
  const response = NextResponse.next();
  response.headers.set('X-Frame-Options', 'DENY');
  return response;
}
