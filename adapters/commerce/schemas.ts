import { z } from 'zod';

const id = z.number().int();

export const websites = z.array(z.object({ id, code: z.string(), name: z.string(), default_group_id: id }));
export const storeGroups = z.array(z.object({ id, default_store_id: id }));
export const storeConfigs = z.array(z.object({ website_id: id, base_currency_code: z.string() }));
export const storeViews = z.array(z.object({ id, code: z.string() }));

export const attributePage = z.object({
  items: z.array(z.object({ attribute_code: z.string(), default_frontend_label: z.string().nullish() })),
  total_count: z.number().int().nonnegative(),
});

/** `{"message": "… %fieldName …", "parameters": {"fieldName": …}}`, or a list of `parameters` for `%1`, `%2` … */
export const commerceError = z.object({
  message: z.string(),
  parameters: z
    .union([
      z.record(z.string(), z.unknown()),
      z.array(z.unknown()).transform((list) => Object.fromEntries(['', ...list].entries())),
    ])
    .catch({}),
});
