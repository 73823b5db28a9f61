" ConsentLint for ALE. Add editors/vim to 'runtimepath', or copy this file to ~/.vim/ale_linters/markdown/.
call ale#Set('markdown_consentlint_executable', 'consentlint')

call ale#linter#Define('markdown', {
\   'name': 'consentlint',
\   'lsp': 'stdio',
\   'executable': {b -> ale#Var(b, 'markdown_consentlint_executable')},
\   'command': '%e lsp',
\   'project_root': {b -> fnamemodify(bufname(b), ':p:h')},
\   'language': 'markdown',
\})
