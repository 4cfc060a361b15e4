import 'server-only';

type Downloaded = { readonly name: string; readonly mediaType: string; readonly size: number };

/**
 * A stored file, always as a download: nothing that somebody uploaded is ever drawn or run by the browser on our address.
 */
export const downloadResponse = ({ name, mediaType, size }: Downloaded, bytes: BodyInit): Response =>
  new Response(bytes, {
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(size),
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percent)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    },
  });

/** The four signs that encodeURIComponent leaves and RFC 8187 does not allow. */
const percent = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
