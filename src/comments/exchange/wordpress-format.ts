/** Comment metadata by which our own WXR keeps what WordPress has no field for. */
export const META = {
  id: 'strates_id',
  parent: 'strates_parent',
  locale: 'strates_locale',
  moderator: 'strates_moderator',
  origin: 'strates_origin',
  erased: 'strates_erased',
} as const;
