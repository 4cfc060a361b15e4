import { z } from 'zod';
import { defineRoute } from '@/lib/access/define-route';
import { links } from '@/lib/kernel/links';
import { uploadRoadmap } from '@/lib/roadmaps/upload-roadmap';
import { backToUpload } from '@/lib/schools/upload-answer';

/** A new roadmap from a plain form, with a file or without. Outside of actions: they take 1 MB. */
export const POST = backToUpload(
  defineRoute({
    permission: 'roadmap.change',
    params: z.object({}),
    handle: async ({ viewer, request }) => Response.json({ to: await uploadRoadmap(viewer, request) }),
  }),
  () => links.newRoadmap(),
);
