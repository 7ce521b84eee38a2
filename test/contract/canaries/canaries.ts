/** Secrets that sing: wherever one turns up that should not, it is heard. */

/** In the environment, each with the form that its setting asks for. */
export const SETTINGS = {
  entra: 'canary-1~of.the_app.registration-000',
  slackBot: ['xo', 'xb-1-2-canary-2'].join(''),
  slackSigning: 'canary3canary3canary3canary3canary3',
  slackSigningBefore: 'canary4canary4canary4canary4canary4',
  api: 'canary-5-of-a-program-that-asks-0000',
  webhook: `whsec_${Buffer.from('canary-6-of-the-ticket-system-00').toString('base64')}`,
} as const;

/** What people send, and what platforms give and tell. */
export const SENT = {
  words: 'canary-7 wrote our printer is broken',
  productKey: ['XVCPN', 'BDFGH', 'JKMNQ', 'RTVWX', 'Y2346'].join('-'),
  name: 'Canary-8 Lee',
  responseUrl: 'https://hooks.slack.com/commands/T0/9/canary-9',
  accessToken: 'canary-10-granted-for-answering',
  platformWords: 'canary-11 the platform failed on',
  storeWords: 'canary-12 could not be stored in postgres://hexfix:canary-12@db.example/hexfix',
} as const;

/** The words that give a canary away. A product key cannot hold the first. */
const WORDS = /canary|XVCPN|BDFGH|JKMNQ|Y2346/gi;
const IN_BASE64 = new RegExp(['canary', 'Canary', 'XVCPN-BDFGH'].flatMap(inBase64).join('|'), 'g');

/** The passages where a canary is heard, with a little around them; none in what is clean. */
export function listen(text: string): readonly string[] {
  const heard = [...text.matchAll(WORDS), ...text.matchAll(IN_BASE64)];
  return heard.map(({ index }) => text.slice(Math.max(0, index - 80), index + 60));
}

/** A word as base64 has it, at each of the three places where it may begin; without the letters it shares with its neighbors. */
function inBase64(word: string): readonly string[] {
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.from(' '.repeat(before) + word).toString('base64url');
    return encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + word.length) * 8) / 6));
  });
}
