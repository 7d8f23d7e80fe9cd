import { pictureFile, type PictureName } from './picture-address.ts';

/**
 * The committed picture of that name and address, out of `files` (markup by file name), which
 * stand in `folder`.
 * @throws Error that names the picture and the command, when it is missing or of an older text.
 */
export function findPicture(
  files: Readonly<Record<string, string>>,
  name: PictureName,
  address: string,
  folder = 'src/diagrams/pictures',
): string {
  const markup = files[pictureFile(name, address)];
  if (markup !== undefined) return markup;
  const stale = Object.keys(files).find((file) =>
    file.startsWith(pictureFile(name, '').slice(0, -5)),
  );
  const fault =
    stale === undefined ? 'is missing' : `is out of date (${stale} draws an older text)`;
  throw new Error(
    `The picture \`${name.id}\` (${name.locale}, ${name.width}) ${fault}. ` +
      `Run \`npm run diagrams\` and commit ${folder}.`,
  );
}
