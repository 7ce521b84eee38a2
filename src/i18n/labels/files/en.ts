/** The words for files, in English. */

import type { FileLabels } from './labels';

export const en: FileLabels = {
  'too-large': 'Files of more than 1 MB together are not read. Attach only the part around the error, or paste it.',
  'too-many': 'Only the first three files were read. Attach fewer, or paste what matters.',
  'not-text':
    'A file was not read: it is no plain text, whatever its name says. Save it as a .txt file, or paste the text.',
  'not-permitted':
    'A file was not read: Slack does not let Hexfix open files here. Whoever looks after the app must add the scope `files:read` to it and install it again. Until then, paste the text.',
  'not-handed-over':
    'Files that are posted here do not reach Hexfix: Teams hands them over only in the personal chat with it. Paste the text here, or send the file there.',
  'nothing-found':
    'The attached text was read, but it holds no certain error code and no output that Hexfix knows. Paste the lines around the error.',
  'not-loaded': 'A file could not be loaded, so it was not read. Send it again, or paste the text.',
};
