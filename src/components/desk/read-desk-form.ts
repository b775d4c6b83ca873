import type { z } from 'zod';
import { readForm } from '../../http/read-body.ts';

const maxFormBytes = 16_384;

/** The fields of a form of the desk; `undefined` when they are not what the form sends. */
export async function readDeskForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.infer<Schema> | undefined> {
  const body = await readForm(request, maxFormBytes);
  const parsed = schema.safeParse(body.ok ? body.value : undefined);
  return parsed.success ? parsed.data : undefined;
}
