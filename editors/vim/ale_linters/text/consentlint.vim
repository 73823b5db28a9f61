" ConsentLint for ALE. Add editors/vim to 'runtimepath', or copy this file to ~/.vim/ale_linters/text/.
call ale#Set('text_consentlint_executable', 'consentlint')

call ale#linter#Define('text', {
\   'name': 'consentlint',
\   'lsp': 'stdio',
\   'executable': {b -> ale#Var(b, 'text_consentlint_executable')},
\   'command': '%e lsp',
\   'project_root': {b -> fnamemodify(bufname(b), ':p:h')},
\   'language': 'plaintext',
\})
