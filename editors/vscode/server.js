'use strict';

// How the server is started and what it is told: all that can be tested without VS Code.

/** The languages whose documents are marked. */
const languages = ['plaintext', 'markdown', 'html', 'restructuredtext', 'typst'];

/** What starts the server. An empty setting means the program on the PATH. */
function serverOptions(program) {
  return { command: (program || '').trim() || 'consentlint', args: ['lsp'] };
}

/** Which documents go to the server: files, and those not saved yet. */
function documentSelector() {
  return languages.flatMap((language) => [
    { scheme: 'file', language },
    { scheme: 'untitled', language },
  ]);
}

/** The settings that the server knows; `program` is the editor's own. */
function withoutOwn(settings) {
  const { program, ...known } = settings || {};
  return known;
}

module.exports = { documentSelector, languages, serverOptions, withoutOwn };
