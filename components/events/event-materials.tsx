import { AddAttachment, AttachmentList } from '@/components/form/attachments';
import { Select } from '@/components/form/select';
import { Disclosure } from '@/components/ui/disclosure';
import { Section, Surface } from '@/components/ui/surface';
import { MATERIAL_KINDS } from '@/lib/events/event';
import type { EventPage } from '@/lib/events/event-queries';
import { addMaterialLink, removeMaterial } from '@/lib/events/material-actions';
import { MATERIAL_WORDS } from '@/lib/events/words';
import { links } from '@/lib/kernel/links';

/** Protocol, materials, photographs: files open from the portal, links lead out and are never fetched by it. */
export function EventMaterials({ page }: { page: EventPage }) {
  const { event, materials, canChange } = page;
  if (materials.length === 0 && !canChange) return null;
  return (
    <Section title="Протокол и материалы">
      {materials.length > 0 ? (
        <Surface>
          <AttachmentList
            label="Протокол и материалы"
            attachments={materials}
            note={(material) => MATERIAL_WORDS[material.kind]}
            remove={canChange ? { action: removeMaterial, field: 'materialId' } : undefined}
          />
        </Surface>
      ) : (
        <p className="text-ink-soft">Пока ничего не приложено.</p>
      )}
      {canChange && (
        <Disclosure title="Приложить файл или ссылку">
          <AddAttachment
            uploadTo={links.uploadEventMaterial(event.id)}
            link={addMaterialLink}
            to={{ field: 'eventId', value: event.id }}
          >
            <KindSelect />
          </AddAttachment>
        </Disclosure>
      )}
    </Section>
  );
}

const KindSelect = () => (
  <Select
    name="materialKind"
    label="Что это"
    required
    defaultValue="MATERIAL"
    options={MATERIAL_KINDS.map((value) => ({ value, label: MATERIAL_WORDS[value] }))}
  />
);
