import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/access/auth-options';
import { assertOwnOrigin } from '@/lib/access/origin';
import { signInAnswer } from '@/lib/access/sign-in-answer';
import { links } from '@/lib/kernel/links';
import { Refusal } from '@/lib/kernel/refusal';
import { env } from '@/lib/platform/env';

type Context = { params: Promise<{ nextauth: string[] }> };

/** Only the token of the sign-in form; next-auth's own pages and its session endpoint are not served. */
export async function GET(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (nextauth.join('/') === 'csrf') return NextAuth(authOptions())(request, context);
  return new Response(null, { status: 303, headers: { Location: links.login() } });
}

/** Signing in by password, from a page of our own only. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (nextauth.join('/') !== 'callback/credentials') return new Response(null, { status: 404 });
  try {
    assertOwnOrigin(request.headers.get('origin'), env().PORTAL_ORIGIN);
  } catch (error) {
    if (error instanceof Refusal) return new Response(error.message, { status: error.status });
    throw error;
  }
  const typed = new URLSearchParams(await request.clone().text());
  return signInAnswer(await NextAuth(authOptions())(request, context), typed);
}
