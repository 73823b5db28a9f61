'use strict';

// ConsentLint for VS Code: starts `consentlint lsp` and leaves all the rest to it.

const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');
const { documentSelector, serverOptions, withoutOwn } = require('./server.js');

let client;

exports.activate = async function () {
  const program = vscode.workspace.getConfiguration('consentlint').get('program');
  client = new LanguageClient('consentlint', 'ConsentLint', serverOptions(program), {
    documentSelector: documentSelector(),
    middleware: {
      workspace: {
        configuration: async (params, token, next) => {
          const answers = await next(params, token);
          return Array.isArray(answers) ? answers.map(withoutOwn) : answers;
        },
      },
    },
  });
  await client.start();
};

exports.deactivate = function () {
  return client && client.stop();
};
