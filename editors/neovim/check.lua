-- Opens a form in this Neovim and checks that marks, a hover and a fix arrive. For editors/check.sh.
local function fail(what)
  io.stderr:write("neovim: " .. what .. "\n")
  vim.cmd("cquit 1")
end

local ok, message = pcall(function()
  vim.cmd("edit " .. vim.fn.fnameescape(vim.env.CONSENTLINT_FORM))
  vim.cmd("set filetype=text")
  if not vim.wait(10000, function() return #vim.diagnostic.get(0) > 0 end, 10) then
    return fail("no marks")
  end
  local marks = vim.diagnostic.get(0)
  local mark
  for _, candidate in ipairs(marks) do
    if candidate.severity == vim.diagnostic.severity.WARN then mark = mark or candidate end
  end
  if not mark then return fail("no mark of a risk") end
  local position = { line = mark.lnum, character = mark.col }
  local params = { textDocument = vim.lsp.util.make_text_document_params(), position = position }
  local answers = vim.lsp.buf_request_sync(0, "textDocument/hover", params, 5000)
  local hover = answers and select(2, next(answers))
  if not (hover and hover.result and hover.result.contents) then return fail("no hover") end
  params = {
    textDocument = params.textDocument,
    range = { start = position, ["end"] = position },
    context = { diagnostics = {} },
  }
  answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, 5000)
  local actions = answers and select(2, next(answers)).result or {}
  local action
  for _, candidate in ipairs(actions) do
    if candidate.title:find("(opt-out)", 1, true) then action = candidate end
  end
  if not action then return fail("no fix") end
  if not action.edit then
    answers = vim.lsp.buf_request_sync(0, "codeAction/resolve", action, 5000)
    action = select(2, next(answers)).result
  end
  local before = #marks
  vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
  local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n")
  if not text:find("You can opt out of this use of your data.", 1, true) then return fail("the fix did nothing") end
  if not vim.wait(10000, function() return #vim.diagnostic.get(0) > before end, 10) then
    return fail("no mark of the new clause")
  end
  io.stdout:write("neovim: " .. before .. " marks, hover, fix: ok\n")
  vim.cmd("qall!")
end)
if not ok then fail(tostring(message)) end
