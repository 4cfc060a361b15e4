import { fold } from '@/lib/kernel/russian';

type Searchable = {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  /** Names the school had before. */
  readonly names: readonly { readonly name: string; readonly shortName: string }[];
  readonly aliases: readonly { readonly code: string }[];
};

/**
 * What the register is searched in: code, present and former names, codes of outside systems, folded (ё = е, quotes and
 * № levelled). The only place that makes it; each part stands once, so that a long history does not drown a name.
 */
export function searchText({ code, name, shortName, names, aliases }: Searchable): string {
  const former = names.flatMap((one) => [one.shortName, one.name]);
  const parts = [code, shortName, name, ...former, ...aliases.map((alias) => alias.code)].map(fold);
  return [...new Set(parts)].filter(Boolean).join(' ');
}
