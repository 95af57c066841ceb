/** Programs that keep photos: what each is called, where it usually is, and what of others it tells. */
export const programs = {
  immich: { name: 'Immich', address: 'http://nas:2283', partners: true, albums: true },
  photoprism: { name: 'PhotoPrism', address: 'http://nas:2342', partners: false, albums: false },
  nextcloud: { name: 'Nextcloud', address: 'https://cloud.example.org', partners: false, albums: true },
};

export type Kind = keyof typeof programs;

/** What a program is called; one that these pages do not know goes by the service's word. */
export const programName = (kind: string) => programs[kind as Kind]?.name ?? kind;
