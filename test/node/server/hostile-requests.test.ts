import { expect } from 'chai';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { listen, staticServer } from '../../../scripts/static-server.js';
import { finallyDo } from '../support/cleanup.js';
import { openServer } from '../support/http-portal.js';
import { scratchFolder } from '../support/scratch-folder.js';

const { folder } = scratchFolder('hostile-');

/** Where each server listens, and a path that it answers with 200. */
const servers = {
  'the server of the demo': async () => {
    writeFileSync(join(folder, 'index.html'), '<h1>Home</h1>');
    const server = staticServer({ root: folder });
    const address = await listen(server, 0);
    finallyDo(() => {
      server.close();
      server.closeAllConnections();
    });
    return { port: Number(new URL(address).port), good: '/index.html' };
  },
  'the simulated backend': async () => {
    const { server } = await openServer({ requestTimeout: 200 });
    return { port: Number(new URL(server.address).port), good: '/api/session' };
  },
};

/** Each is asked for as it is, and below the one that there is. */
const paths = [
  '/',
  '//',
  '///index.html',
  '/index.html/',
  '/index.html/index.html',
  '/index.html/../index.html/x',
  `/${'x'.repeat(300)}`,
  `/${'x/'.repeat(3000)}`,
  `/${'%2e%2e%2f'.repeat(200)}etc/passwd`,
  '/%00',
  '/index.html%00.js',
  '/%',
  '/%2',
  '/%zz',
  '/%E0%A4%A',
  '/%ED%A0%80',
  '/%FF%FE',
  '/%C0%AE%C0%AE/',
  '/..',
  '/../../etc/passwd',
  '/..%5c..%5cwindows',
  '/__proto__',
  '/constructor/prototype',
  '/x.__proto__',
  '/?%',
  '/?__proto__=x&%00=%',
  '/;a=b',
  '/\\',
  '/*',
  '/:id',
  '/(.*)',
  '/[',
  'http://',
  'http://[',
  'http://user:secret@localhost/',
  'https://other.example/%',
  'javascript:alert(1)',
  'file:///etc/passwd',
  '*',
  'x',
];

const hosted = (line: string, ...headers: string[]): string =>
  [`${line} HTTP/1.1`, 'Host: localhost', ...headers, '', ''].join('\r\n');

/** Texts that are sent as they are. Some are cut off in the middle. */
const texts = (good: string): string[] => [
  ...[...paths, ...paths.map((path) => good + path)].flatMap((path) => [
    hosted(`GET ${path}`, 'Connection: close'),
    hosted(
      `POST ${path}`,
      'Connection: close',
      'Content-Type: application/json',
      'Content-Length: 0',
    ),
  ]),
  '',
  '\r\n\r\n\r\n',
  '\0\0\0\0',
  '\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  `GET ${good}`,
  `GET ${good} HTTP/9.9\r\n\r\n`,
  `GET ${good}\0 HTTP/1.1\r\nHost: localhost\r\n\r\n`,
  hosted(`BREW ${good}`),
  hosted('CONNECT localhost:80'),
  hosted(`TRACE ${good}`, 'Connection: close'),
  hosted(`GET ${good}`, 'Connection: Upgrade, close', 'Upgrade: websocket'),
  hosted(`GET ${good}`, 'Connection: Upgrade, close', 'Upgrade: h2c', 'HTTP2-Settings: '),
  hosted(`GET ${good}`, 'Connection: close', 'Expect: the-impossible'),
  hosted(`GET ${good}`, 'Connection: close', 'Range: bytes=9-1,-5,x'),
  hosted(`GET ${good}`, 'Connection: close', `Cookie: ${'a=b; '.repeat(2000)}`),
  hosted(`GET ${good}`, 'Connection: close', 'Cookie: portal_session=%; =; ;;; __proto__=1'),
  hosted(`GET ${good}`, 'Connection: close', 'Origin: \x80\xff', 'Accept-Language: \x01'),
  hosted(`GET ${good}`, 'Connection: close', 'If-Modified-Since: 1e308', 'If-Match: "'),
  hosted(`GET ${good}`, `X-Long: ${'x'.repeat(100_000)}`),
  hosted(`GET ${good}`, ...Array.from({ length: 3000 }, (_, n) => `X-${n}: x`)),
  hosted(`POST ${good}`, 'Content-Length: 5') + 'ab',
  hosted(`POST ${good}`, 'Content-Length: 5', 'Content-Length: 6') + 'abcdef',
  hosted(`POST ${good}`, 'Content-Length: -1'),
  hosted(`POST ${good}`, `Content-Length: ${'9'.repeat(30)}`) + 'x',
  hosted(`POST ${good}`, 'Content-Length: 2', 'Transfer-Encoding: chunked') + '0\r\n\r\n',
  hosted(`POST ${good}`, 'Transfer-Encoding: chunked') + 'zz\r\nx\r\n',
  hosted(`POST ${good}`, 'Transfer-Encoding: chunked') + '5\r\nab',
  hosted(`POST ${good}`, 'Transfer-Encoding: gzip') + 'x',
  hosted(
    `POST ${good}`,
    'Content-Type: application/json',
    'Content-Length: 9',
    'Connection: close',
  ) + '{"__proto',
  hosted(
    `POST ${good}`,
    'Content-Type: \x80; charset=%',
    'Content-Length: 2',
    'Connection: close',
  ) + '{}',
];

/** Whether an answer must come: the connection is ours to close otherwise. */
const awaitsAnswer = (text: string): boolean => text.includes('Connection: close');

/** Sends a text and hangs up when it is answered, or at once; returns what there was of an answer. */
const answerTo = (port: number, text: string): Promise<string> =>
  new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => {
      if (awaitsAnswer(text)) socket.write(text, 'latin1');
      else socket.end(text, 'latin1');
    });
    socket
      .on('data', (data) => (answer += data.toString('latin1')))
      .on('error', () => undefined) // reset by the server, or by us
      .on('close', () => resolve(answer));
  });

/** Sends a text and breaks the connection at once. */
const breakOff = (port: number, text: string): Promise<void> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(text, 'latin1', () => socket.resetAndDestroy());
    });
    socket.on('error', () => undefined).on('close', () => resolve());
  });

describe('no request, however strange', () => {
  for (const [name, start] of Object.entries(servers)) {
    it(`ends ${name}, or makes it fail`, async () => {
      const { port, good } = await start();
      const sent = texts(good);
      const answers = await Promise.all(sent.map((text) => answerTo(port, text)));
      for (const [at, answer] of answers.entries()) {
        const text = sent[at] ?? '';
        if (answer === '' && !awaitsAnswer(text)) continue;
        expect(answer, text.slice(0, 200)).to.match(/^HTTP\/1\.1 [2-4]\d\d /);
      }
      expect((await fetch(`http://localhost:${port}${good}`)).status).to.equal(200);
    });

    it(`that is broken off ends ${name}`, async () => {
      const { port, good } = await start();
      await Promise.all(texts(good).map((text) => breakOff(port, text)));
      expect((await fetch(`http://localhost:${port}${good}`)).status).to.equal(200);
    });
  }
});

describe('a request that does not name one host', () => {
  const closing = 'Connection: close\r\n\r\n';
  const wrong = {
    'two hosts': 'Host: localhost\r\nHost: other.example\r\n',
    'the same host twice': 'Host: localhost\r\nhost: localhost\r\n',
    'no host': '',
  };

  for (const [name, start] of Object.entries(servers)) {
    for (const [what, headers] of Object.entries(wrong)) {
      it(`is malformed for ${name}: ${what}`, async () => {
        const { port, good } = await start();
        const answer = await answerTo(port, `GET ${good} HTTP/1.1\r\n${headers}${closing}`);
        expect(answer).to.match(/^HTTP\/1\.1 400 /);
      });
    }
  }

  it('gets problem details of the simulated backend, also for a host that is none', async () => {
    const { port, good } = await servers['the simulated backend']();
    for (const headers of [...Object.values(wrong), 'Host: a, b\r\n', 'Host: a@b/c\r\n']) {
      const answer = await answerTo(port, `GET ${good} HTTP/1.1\r\n${headers}${closing}`);
      expect(answer, headers).to.match(/^HTTP\/1\.1 400 /);
      expect(answer, headers).to.contain('application/problem+json');
      expect(answer, headers).not.to.match(/^set-cookie/im);
    }
  });

  it('is answered where its host is a name or an address, with or without a port', async () => {
    for (const start of Object.values(servers)) {
      const { port, good } = await start();
      for (const host of ['localhost', '127.0.0.1:80', '[::1]:8080', 'portal.example.org', '']) {
        const answer = await answerTo(port, `GET ${good} HTTP/1.1\r\nHost: ${host}\r\n${closing}`);
        expect(answer, host).to.match(/^HTTP\/1\.1 200 /);
      }
    }
  });
});
