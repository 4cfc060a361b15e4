import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { root } from './project.mjs';

const QUIET = ['--disable-gpu', '--disable-quic', '--disable-sync', '--no-first-run'];
const OFFLINE = ['--disable-background-networking', '--disable-component-update'];

/**
 * The Chromium that npm has installed, unpacked once. The package's own unpacker is not used: it skips the libraries
 * that a bare system lacks, and its flags switch off the sandbox of pages.
 */
function fromPackage() {
  const source = path.join(root, 'node_modules/@sparticuz/chromium');
  const { version } = JSON.parse(fs.readFileSync(path.join(source, 'package.json'), 'utf8'));
  const home = path.join(root, 'node_modules/.cache', `chromium-${version}`);
  if (!fs.existsSync(home)) {
    const making = `${home}.${process.pid}`;
    const part = (name) => brotliDecompressSync(fs.readFileSync(path.join(source, 'bin', name)));
    fs.mkdirSync(making, { recursive: true });
    fs.writeFileSync(path.join(making, 'chromium'), part('chromium.br'), { mode: 0o755 });
    for (const [archive, place] of [
      ['al2023.tar.br', 'al2023'],
      ['fonts.tar.br', 'fonts'],
      ['swiftshader.tar.br', '.'],
    ]) {
      const target = path.join(making, place);
      fs.mkdirSync(target, { recursive: true });
      const tar = spawnSync('tar', ['-x', '-C', target], { input: part(archive) });
      if (tar.status !== 0) throw new Error(`${archive} was not unpacked: ${tar.error?.message ?? tar.stderr}`);
    }
    fs.renameSync(making, home);
  }
  const executablePath = path.join(home, 'chromium');
  if (spawnSync(executablePath, ['--version']).status === 0) return { executablePath };
  const libraries = { LD_LIBRARY_PATH: path.join(home, 'al2023/lib'), FONTCONFIG_PATH: path.join(home, 'fonts/fonts') };
  return { executablePath, env: { ...process.env, ...libraries } };
}

function onSystem() {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    if (found.status === 0) return found.stdout.trim();
  }
  return undefined;
}

/**
 * A real Chromium from wherever there is one: CHROMIUM_PATH, Playwright's own, the system's, the npm package.
 * @returns {{ executablePath?: string, args: string[], env?: NodeJS.ProcessEnv }}
 */
export function findChromium() {
  // As root Chromium refuses its sandbox; the pages it opens here are our own.
  const args = [...QUIET, ...OFFLINE, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  if (process.env.CHROMIUM_PATH) return { executablePath: process.env.CHROMIUM_PATH, args };
  if (fs.existsSync(chromium.executablePath())) return { args };
  const system = process.env.SKIP_SYSTEM_CHROMIUM ? undefined : onSystem();
  if (system) return { executablePath: system, args };
  if (process.platform === 'linux' && process.arch === 'x64') return { ...fromPackage(), args };
  throw new Error(
    'No Chromium here: install one (apt-get install chromium, npx playwright install chromium) or set CHROMIUM_PATH.',
  );
}
