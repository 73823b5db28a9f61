-- ConsentLint for Neovim 0.7 and later. Copy it to ~/.config/nvim/plugin/consentlint.lua.
vim.api.nvim_create_autocmd("FileType", {
  pattern = { "text", "markdown", "html", "rst", "typst" },
  callback = function(event)
    local config = {
      name = "consentlint",
      cmd = { vim.g.consentlint_program or "consentlint", "lsp" },
      root_dir = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(event.buf), ":p:h"),
      settings = { consentlint = {} },
    }
    if vim.lsp.start then
      vim.lsp.start(config, { bufnr = event.buf })
      return
    end
    -- Neovim 0.7: one server a folder, by hand.
    local clients = vim.g.consentlint_clients or {}
    local id = clients[config.root_dir]
    if not (id and vim.lsp.get_client_by_id(id)) then
      id = vim.lsp.start_client(config)
      clients[config.root_dir] = id
      vim.g.consentlint_clients = clients
    end
    if id then
      vim.lsp.buf_attach_client(event.buf, id)
    end
  end,
})
