"""A client that is not ours talks to the server: pytest-lsp with the types of lsprotocol, as three editors would.

Run by scripts/check-clients.sh.
"""
import os

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

PROGRAM = os.environ["CONSENTLINT"]
FORM = os.environ["CONSENTLINT_FORM"]
URI = "file://" + FORM
EDITORS = ["visual-studio-code", "neovim", "emacs"]


@pytest_lsp.fixture(params=EDITORS, config=ClientServerConfig(server_command=[PROGRAM, "lsp"]))
async def client(request, lsp_client: LanguageClient):
    params = types.InitializeParams(
        process_id=os.getpid(),
        root_uri=None,
        capabilities=client_capabilities(request.param),
        workspace_folders=[types.WorkspaceFolder(uri="file://" + os.path.dirname(FORM), name="forms")],
    )
    # This client says that it registers capabilities, and leaves that to the test.
    lsp_client.feature(types.CLIENT_REGISTER_CAPABILITY)(lambda params: None)
    await lsp_client.initialize_session(params)
    yield
    await lsp_client.shutdown_session()


def read():
    with open(FORM, encoding="utf-8") as file:
        return file.read()


async def marks(client: LanguageClient, text: str, version: int = 1):
    """Opens the form and gives its marks, pulled or pushed as the editor does."""
    item = types.TextDocumentItem(uri=URI, language_id="plaintext", version=version, text=text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))
    if client.capabilities.text_document.diagnostic:
        report = await client.text_document_diagnostic_async(types.DocumentDiagnosticParams(identifier()))
        return report.items
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    return client.diagnostics[URI]


def identifier():
    return types.TextDocumentIdentifier(uri=URI)


async def training(client: LanguageClient):
    found = [mark for mark in await marks(client, read()) if mark.code == "ai.training"]
    assert found, "the sample says that scans train AI"
    return found[0]


@pytest.mark.asyncio
async def test_marks(client: LanguageClient):
    mark = await training(client)
    assert mark.source == "consentlint" and mark.severity == types.DiagnosticSeverity.Warning
    assert mark.code_description.href.endswith("/ai.training.html")
    assert mark.range.start < mark.range.end


@pytest.mark.asyncio
async def test_hover(client: LanguageClient):
    mark = await training(client)
    hover = await client.text_document_hover_async(types.HoverParams(identifier(), mark.range.start))
    assert "Why it matters" in hover.contents.value
    assert hover.range.start <= mark.range.start


@pytest.mark.asyncio
async def test_edit_moves_marks(client: LanguageClient):
    mark = await training(client)
    start = types.Position(0, 0)
    change = types.TextDocumentContentChangePartial(text="\n\n", range=types.Range(start, start))
    document = types.VersionedTextDocumentIdentifier(version=2, uri=URI)
    client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))
    if client.capabilities.text_document.diagnostic:
        report = await client.text_document_diagnostic_async(types.DocumentDiagnosticParams(identifier()))
        moved = report.items
    else:
        await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        moved = client.diagnostics[URI]
    lines = [found.range.start.line for found in moved if found.code == "ai.training"]
    assert mark.range.start.line + 2 in lines


@pytest.mark.asyncio
async def test_symbols_folds_and_lenses(client: LanguageClient):
    await marks(client, read())
    assert await client.text_document_document_symbol_async(types.DocumentSymbolParams(identifier()))
    assert await client.text_document_folding_range_async(types.FoldingRangeParams(identifier()))
    lenses = await client.text_document_code_lens_async(types.CodeLensParams(identifier()))
    assert "permission" in lenses[0].command.title


@pytest.mark.asyncio
async def test_code_action(client: LanguageClient):
    mark = await training(client)
    context = types.CodeActionContext(diagnostics=[mark])
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(identifier(), mark.range, context)
    )
    addition = [action for action in actions if "(opt-out)" in action.title][0]
    if addition.edit is None:
        addition = await client.code_action_resolve_async(addition)
    assert addition.edit.document_changes or addition.edit.changes


@pytest.mark.asyncio
async def test_completion(client: LanguageClient):
    await marks(client, "opt")
    result = await client.text_document_completion_async(
        types.CompletionParams(identifier(), types.Position(0, 3))
    )
    assert "opt-out" in [item.label for item in result.items]


@pytest.mark.asyncio
async def test_workspace(client: LanguageClient):
    await marks(client, read())
    report = await client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams(previous_result_ids=[]))
    assert [item.uri for item in report.items] == [URI]
    assert report.items[0].kind == "full"
