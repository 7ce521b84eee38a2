import { htmlToText } from '../../../../src/adapters/teams/html-text';

test.each([
  ['<div><div>one</div>\n</div>', 'one'],
  ['one<br>two<br/>three', 'one\ntwo\nthree'],
  ['<p>a</p><p>b</p>', 'a\nb'],
  ['<blockquote>said</blockquote><p>asked</p>', 'said\nasked'],
  ['<ul><li>a</li><li>b</li></ul>', 'a\nb'],
  ['<codeblock class="PowerShell"><code>slmgr /dlv<br>done</code></codeblock>', 'slmgr /dlv\ndone'],
  ['<table><tr><td>code</td><td>0xC004F074</td></tr></table>', 'code 0xC004F074'],
  ['<at id="0">Bo</at> see <b>0x</b>C004F074', 'Bo see 0xC004F074'],
  ['<attachment id="1"></attachment>', ''],
  ['/ipk &lt;MAK&gt; &amp;&nbsp;&quot;x&quot; &#39;y&#x27; &#x6fc0;', `/ipk <MAK> & "x" 'y' 激`],
  ['&nothing; &#99999999; &#x110000; &', '&nothing; &#99999999; &#x110000; &'],
  ['5 < 6 and 7 > 6', '5 < 6 and 7 > 6'],
  ['', ''],
])('reads %j as people see it', (html, text) => {
  expect(htmlToText(html)).toBe(text);
});

/** What is read again and again takes minutes of this. */
const LONG = 400_000;

test.each([
  ['<', '<'.repeat(LONG)],
  ['<a ', '<a '.repeat(LONG).trimEnd()],
  ['&', '&'.repeat(LONG)],
  ['\n ', ''],
  [' ', ''],
  ['\t&nbsp;', ''],
  ['<p', '<p'.repeat(LONG)],
])('reads %j once, however often it comes', (piece, text) => {
  expect(htmlToText(piece.repeat(LONG))).toBe(text);
});
