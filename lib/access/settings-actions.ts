'use server';

import { z } from 'zod';
import { defineAction } from '@/lib/access/define-action';
import { municipalitySettings } from '@/lib/access/municipality';
import { municipalityOf, saveMunicipality } from '@/lib/access/municipality-store';
import { ownMunicipality } from '@/lib/access/own-municipality';
import { notFound, Refusal } from '@/lib/kernel/refusal';

export const saveSettings = defineAction({
  name: 'municipality.settings',
  permission: 'settings.change',
  input: municipalitySettings.extend({ seen: z.string().max(64) }),
  run: async ({ viewer, input: { seen, ...settings }, tx }) => {
    const municipalityId = ownMunicipality(viewer);
    const now = await municipalityOf(tx, municipalityId, true);
    if (!now) throw notFound();
    if (now.seen !== seen) {
      throw new Refusal(
        'conflict',
        'Пока вы правили, настройки изменил другой администратор. Ваш текст остался в форме: откройте настройки в соседней вкладке и сравните.',
      );
    }
    await saveMunicipality(tx, municipalityId, settings);
    const changed = Object.entries(settings).flatMap(([field, value]) =>
      Reflect.get(now.settings, field) === value ? [] : [field],
    );
    return { entity: 'municipality', entityId: municipalityId, details: { changed }, message: 'Настройки сохранены.' };
  },
});
