/**
 * Draws the app's icons: a hex nut with a check mark in it. Run it after changing the drawing; the pictures are checked
 * in. Shapes are signed distances, so that edges are smooth at any size, and PNG is written with what Node has.
 * @see https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons
 */

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

const PACKAGES = ['mention-only', 'listening'].map((name) => path.join(import.meta.dirname, '../manifest/teams', name));
const WHITE = [255, 255, 255];
const INDIGO_TOP = [99, 91, 245];
const INDIGO_BOTTOM = [67, 56, 202];

/** The check mark's corners, where the hexagon reaches from -1 to 1 and y points down. */
const CHECK = [
  [-0.42, 0.03],
  [-0.12, 0.33],
  [0.44, -0.31],
];

/**
 * The distance to a hexagon that stands on a corner; `inner` is from its middle to an edge.
 * @see https://iquilezles.org/articles/distfunctions2d/ for the folding
 */
function hexagonDistance(x, y, inner, rounding) {
  const straight = inner - rounding;
  const half = straight * Math.tan(Math.PI / 6);
  const [normalX, normalY] = [-Math.sin(Math.PI / 3), Math.cos(Math.PI / 3)];
  const [px, py] = [Math.abs(y), Math.abs(x)];
  const fold = 2 * Math.min(normalX * px + normalY * py, 0);
  const [alongEdge, outward] = [px - fold * normalX, py - fold * normalY - straight];
  const pastCorner = alongEdge - Math.min(half, Math.max(-half, alongEdge));
  return Math.hypot(pastCorner, outward) * Math.sign(outward) - rounding;
}

/** The distance to a line of this width with round ends. */
function strokeDistance(x, y, [ax, ay], [bx, by], width) {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy) - width / 2;
}

function checkDistance(x, y, width) {
  const [start, corner, end] = CHECK;
  return Math.min(strokeDistance(x, y, start, corner, width), strokeDistance(x, y, corner, end, width));
}

/** How much of a pixel a shape covers, from the distance in pixels. */
function coverage(distance) {
  return Math.min(1, Math.max(0, 0.5 - distance));
}

function mix(from, to, share) {
  return from.map((value, index) => value + (to[index] - value) * share);
}

/** A white nut on indigo; Teams rounds the corners and keeps the middle two thirds. */
function colorPixel(x, y, scale, size) {
  const background = mix(INDIGO_TOP, INDIGO_BOTTOM, y / size + 0.5);
  const nut = coverage(hexagonDistance(x / scale, y / scale, 0.88, 0.18) * scale);
  const check = coverage(checkDistance(x / scale, y / scale, 0.23) * scale);
  return [...mix(background, WHITE, nut * (1 - check)), 255];
}

/** White lines on nothing. */
function outlinePixel(x, y, scale) {
  const line = 2;
  const edge = Math.abs(hexagonDistance(x / scale, y / scale, 0.88, 0.16) * scale + line / 2) - line / 2;
  const check = checkDistance(x / scale, y / scale, (line * 1.2) / scale) * scale;
  return [...WHITE, 255 * coverage(Math.min(edge, check))];
}

/** A picture as PNG bytes. `scale` is the pixels from the middle to the top corner of the hexagon. */
function draw(size, scale, pixel) {
  const rows = Buffer.alloc(size * (1 + size * 4));
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const rgba = pixel(column + 0.5 - size / 2, row + 0.5 - size / 2, scale, size);
      rows.set(rgba.map(Math.round), row * (1 + size * 4) + 1 + column * 4);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // Eight bits a channel, red, green, blue and alpha.
  header.set([8, 6], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const content = Buffer.concat([Buffer.from(type), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, checksum]);
}

for (const folder of PACKAGES) {
  writeFileSync(path.join(folder, 'color.png'), draw(192, 66, colorPixel));
  writeFileSync(path.join(folder, 'outline.png'), draw(32, 15, outlinePixel));
}
