'use strict';

const assert = require('node:assert');
const test = require('node:test');
const { documentSelector, languages, serverOptions, withoutOwn } = require('./server.js');
const manifest = require('./package.json');

test('the program on the PATH is started unless another is set', () => {
  assert.deepStrictEqual(serverOptions(undefined), { command: 'consentlint', args: ['lsp'] });
  assert.deepStrictEqual(serverOptions('  '), { command: 'consentlint', args: ['lsp'] });
  assert.strictEqual(serverOptions('/opt/consentlint').command, '/opt/consentlint');
});

test('files and unsaved documents of each language go to the server', () => {
  const selector = documentSelector();
  assert.strictEqual(selector.length, 2 * languages.length);
  assert.ok(selector.some((entry) => entry.scheme === 'untitled' && entry.language === 'markdown'));
});

test('the server is not told of settings that are not its own', () => {
  assert.deepStrictEqual(withoutOwn({ program: 'x', minimumLevel: 'note' }), { minimumLevel: 'note' });
  assert.deepStrictEqual(withoutOwn(undefined), {});
});

test('the manifest names the settings that the server knows', () => {
  const names = Object.keys(manifest.contributes.configuration.properties).sort();
  assert.deepStrictEqual(names, [
    'consentlint.codeLens',
    'consentlint.inlayHints',
    'consentlint.minimumLevel',
    'consentlint.program',
    'consentlint.semanticTokens',
  ]);
});
