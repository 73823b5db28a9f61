" ConsentLint for ALE. Add editors/vim to 'runtimepath', or copy this file to ~/.vim/ale_linters/html/.
call ale#Set('html_consentlint_executable', 'consentlint')

call ale#linter#Define('html', {
\   'name': 'consentlint',
\   'lsp': 'stdio',
\   'executable': {b -> ale#Var(b, 'html_consentlint_executable')},
\   'command': '%e lsp',
\   'project_root': {b -> fnamemodify(bufname(b), ':p:h')},
\   'language': 'html',
\})
