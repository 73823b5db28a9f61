" Opens a form with ALE and checks that marks and a hover arrive. For editors/check.sh.
set nocompatible nomore noswapfile
let &runtimepath = expand('<sfile>:p:h') . ',' . $ALE . ',' . &runtimepath
let g:ale_linters_explicit = 1
let g:ale_linters = {'text': ['consentlint']}
let g:ale_text_consentlint_executable = $CONSENTLINT
let g:ale_hover_cursor = 0
let g:ale_hover_to_preview = 1
filetype plugin on
runtime plugin/ale.vim

function! s:Fail(what) abort
  call writefile(['vim: ' . a:what], $CONSENTLINT_RESULT)
  cquit 1
endfunction

function! s:Check() abort
  execute 'edit' fnameescape($CONSENTLINT_FORM)
  set filetype=text
  call ale#Queue(0)
  let l:tries = 0
  while ale#statusline#Count(bufnr('')).total == 0
    sleep 50m
    let l:tries += 1
    if l:tries > 300
      call s:Fail('no marks')
    endif
  endwhile
  let l:marks = ale#engine#GetLoclist(bufnr(''))
  let l:mark = filter(copy(l:marks), {_, mark -> get(mark, 'code', '') is# 'ai.training'})
  if empty(l:mark)
    call s:Fail('no mark of ai.training')
  endif
  call cursor(l:mark[0].lnum, l:mark[0].col)
  ALEHover
  let l:tries = 0
  while empty(filter(range(1, winnr('$')), {_, window -> getwinvar(window, '&previewwindow')}))
    sleep 50m
    let l:tries += 1
    if l:tries > 200
      call s:Fail('no hover')
    endif
  endwhile
  call writefile([printf('vim: %d marks, hover: ok', len(l:marks))], $CONSENTLINT_RESULT)
  qall!
endfunction

autocmd VimEnter * call s:Check()
