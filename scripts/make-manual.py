#!/usr/bin/env python3
"""Makes the manual page (roff) of a program from what it tells of its own arguments.

usage: scripts/make-manual.py PROGRAM > consentlint.1
"""

import datetime
import json
import os
import re
import subprocess
import sys


def escaped(text):
    """Text as roff: no sign of it is a command."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", text, flags=re.M)


def paragraphs(text):
    """Paragraphs; examples, which are set in by two spaces, stay as they are."""
    for block in text.strip().split("\n\n"):
        lines = block.split("\n")
        plain = [line for line in lines if not line.startswith("  ")]
        code = [line[2:] for line in lines if line.startswith("  ")]
        if plain:
            yield ".PP\n" + escaped(" ".join(plain))
        if code:
            yield ".PP\n.nf\n.RS 4\n" + escaped("\n".join(code)) + "\n.RE\n.fi"


def dashed(name):
    return ("-" if name["kind"] in ("short", "longWithSingleDash") else "--") + name["name"]


def term(argument):
    """The line that names an argument."""
    value = "\\fI" + escaped(argument["valueName"]) + "\\fR"
    if argument["kind"] == "positional":
        return value + (" ..." if argument["isRepeating"] else "")
    names = ", ".join("\\fB" + escaped(dashed(name)) + "\\fR" for name in argument["names"])
    return names + (" " + value if argument["kind"] == "option" else "")


def describe(argument):
    text = argument.get("abstract", "")
    values = argument.get("allValues") or []
    if argument.get("discussion"):
        text += " " + argument["discussion"]
    elif values:
        text += f" One of: {', '.join(values)}."
    if argument.get("defaultValue"):
        text += f" Default: {argument['defaultValue']}."
    return ".TP\n" + term(argument) + "\n" + escaped(" ".join(text.split()))


def shown(command):
    """The arguments to tell of; --help and --version are the same everywhere."""
    return [
        argument for argument in command.get("arguments", [])
        if argument.get("shouldDisplay", True) and argument["valueName"] not in ("help", "version")
    ]


def synopsis(path, command):
    arguments = shown(command)
    parts = ["\\fB" + escaped(" ".join(path)) + "\\fR"]
    if any(argument["kind"] != "positional" for argument in arguments):
        parts.append("[\\fIoptions\\fR]")
    for argument in arguments:
        if argument["kind"] == "positional":
            parts.append("[" + term(argument) + "]" if argument["isOptional"] else term(argument))
    return ".PP\n" + " ".join(parts)


def section(path, command):
    yield f".SS {escaped(' '.join(path))}"
    if command.get("subcommands"):
        yield ".PP\n" + escaped(command.get("abstract", ""))
    else:
        yield synopsis(path, command)
        yield ".PP\n" + escaped(command.get("abstract", ""))
    yield from paragraphs(command.get("discussion", ""))
    yield from map(describe, shown(command))
    for child in command.get("subcommands", []):
        if child["commandName"] != "help":
            yield from section([*path, child["commandName"]], child)


def main():
    program = os.path.abspath(sys.argv[1])
    root = json.loads(subprocess.run([program, "--experimental-dump-help"], check=True, capture_output=True).stdout)
    version = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout.strip()
    command = root["command"]
    name = command["commandName"]
    # The day of the build would make each build another one.
    day = datetime.date.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", os.path.getmtime(program))))
    print(f'.TH {name.upper()} 1 "{day}" "{name} {version}" "User Commands"')
    print(f".SH NAME\n{name} \\- {escaped(command['abstract'][0].lower() + command['abstract'][1:].rstrip('.'))}")
    print(f".SH SYNOPSIS\n.PP\n\\fB{name}\\fR \\fIcommand\\fR [\\fIoptions\\fR] [\\fIfile\\fR ...]")
    print(".SH DESCRIPTION")
    print("\n".join(paragraphs(command.get("discussion", ""))))
    print(".SH COMMANDS")
    for child in command["subcommands"]:
        if child["commandName"] != "help":
            print("\n".join(section([name, child["commandName"]], child)))
    print(".SH FILES\n.TP\n\\fB.consentlint.yaml\\fR\nWhat a project sets for its documents. It is looked for in the"
          " folder of a document and in the folders above it.")
    print(".SH ENVIRONMENT\n.TP\n\\fBNO_COLOR\\fR, \\fBCLICOLOR_FORCE\\fR\nTurn colours off and on."
          "\n.TP\n\\fBSOURCE_DATE_EPOCH\\fR\nThe day that pages and letters name, in seconds since 1970.")


main()
