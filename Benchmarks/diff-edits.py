#!/usr/bin/env python3
"""Measures `consentlint diff`: seeded edits in real forms, and whether each is told as what it is.

Usage: Benchmarks/diff-edits.py [--program PATH] [--each N] [--seed N] [--failures]

Five kinds of edit, N of each (12): a clause is added that the form does not have, the only one of its rule is removed,
one is flipped (permits and denies), one is reworded with the same meaning, a paragraph with clauses is moved. Sentences
to add are the rules' own examples. The forms are those beside the project, or else the samples.
Needs PyYAML (Debian: python3-yaml).
"""

import argparse
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

try:
    import yaml
except ImportError:
    sys.exit("diff-edits.py needs PyYAML: apt-get install python3-yaml")

ROOT = pathlib.Path(__file__).resolve().parent.parent

# What is put in the place of what; the meaning stays.
REWORDINGS = [
    (r"\bin order to\b", "to"),
    (r"\bat any time\b", "whenever you wish"),
    (r"\byou have the right to\b", "you are entitled to"),
    (r"\bprior to\b", "before"),
    (r"\bunless otherwise\b", "if not otherwise"),
    (r"\bsuch as\b", "for example"),
    (r"\bincluding\b", "among them"),
    (r"\bhealth information\b", "medical information"),
    (r"\bmedical records?\b", "health record"),
    (r"\bpersonal information\b", "personal data"),
    (r"\bresearchers\b", "scientists"),
    (r"\bphysicians?\b", "doctor"),
    (r"\bwe will (?!not|never|also|only)", "we are going to "),
    (r"\bthis form\b", "this paper"),
    (r"\bthis authorization\b", "this permission"),
    (r"\bin writing\b", "by letter"),
    (r"\bhowever,?\s", "but "),
    (r"\btherefore,?\s", "so "),
    (r"\bshall\b", "will"),
    (r"\bcannot\b", "can not"),
    (r"\bregarding\b", "about"),
    (r"\bobtain\b", "get"),
]

# The first that fits turns a sentence into its opposite.
FLIPS = [
    (r"\b(will|may|can|would|could|must|shall|should) (not|never) (be )?", r"may \3"),
    (r"\bcannot\b", "can"),
    (r"\b(do|does|did) not ", r"may "),
    (r"\b(is|are) not ", r"\1 "),
    (r"\b(will|may|can|could|might|shall) ", "will not "),
    (r"\b(is|are) ", r"\1 not "),
]

# A sentence with one of these says more than one thing; a "not" in it turns nobody knows what.
MIXED = re.compile(r"\b(except|unless|only|before|if|until|even|once|but|without)\b", re.IGNORECASE)


class Program:
    """The command, and what it said of each text before."""

    def __init__(self, path):
        self.path = path
        self.folder = tempfile.TemporaryDirectory()
        self.known = {}

    def run(self, arguments):
        result = subprocess.run([self.path, *arguments], capture_output=True, text=True, check=False)
        if result.returncode == 2 or not result.stdout:
            raise RuntimeError(f"{arguments}: {result.stderr}")
        return json.loads(result.stdout)

    def write(self, name, text):
        path = pathlib.Path(self.folder.name) / name
        path.write_bytes(text.encode())
        return str(path)

    def findings(self, text):
        if text not in self.known:
            report = self.run(["scan", "--format", "json", "--format-in", "text", self.write("scan.txt", text)])
            self.known[text] = report["documents"][0]["findings"]
        return self.known[text]

    def diff(self, old, new):
        paths = [self.write("old.txt", old), self.write("new.txt", new)]
        return self.run(["diff", "--format", "json", "--format-in", "text", *paths])


def kind_if_added(finding):
    """The kind of change that a finding is if only the new version has it."""
    rule, effect, stance = finding["rule"], finding["effect"], finding["stance"]
    group = rule.split(".")[0]
    denied = stance == "denies" and not rule.endswith("-promise")
    if effect == "risk":
        if denied:
            return "promise-added"
        if stance == "offers-choice":
            return "choice-added"
        return "requires" if group in ("choice", "liability") else "permits"
    if effect == "protection":
        if denied:
            return "requires" if group == "choice" else "permits"
        return "choice-added" if group == "choice" or stance == "offers-choice" else "promise-added"
    if group == "rights":
        return "requires" if denied else "choice-added"
    return {"denies": "promise-added", "offers-choice": "choice-added"}.get(stance, "says")


REMOVED = {
    "permits": "no-longer-permits",
    "requires": "no-longer-requires",
    "promise-added": "promise-gone",
    "choice-added": "choice-gone",
    "says": "no-longer-says",
}


def located(text, sentence):
    """Where the folded `sentence` stands in `text`, if it stands there once."""
    pattern = r"\s+".join(re.escape(word) for word in sentence.split())
    found = list(re.finditer(pattern, text))
    return found[0].span() if len(found) == 1 else None


def paragraphs(text):
    """Start and end of the blocks between empty lines."""
    spans, start = [], 0
    for gap in re.finditer(r"\n[ \t\f]*\n\s*", text):
        spans.append((start, gap.start()))
        start = gap.end()
    spans.append((start, len(text.rstrip())))
    return [span for span in spans if span[1] > span[0]]


def is_prose(words):
    """True for a paragraph that stands by itself: no item, no title, nothing that introduces what follows."""
    words = words.strip()
    return bool(re.match(r"[A-Z][a-z]*[ ,]", words)) and words.endswith(".") and len(words) > 60


def gaps(text):
    """Offsets between two paragraphs where another can be put without cutting a list or a sentence."""
    spans = paragraphs(text)
    return [
        right[0]
        for left, right in zip(spans, spans[1:])
        if is_prose(text[slice(*left)]) and re.match(r"[A-Z]", text[slice(*right)])
    ]


class Edits:
    def __init__(self, program, texts, seed):
        self.program, self.texts = program, texts
        self.random = random.Random(seed)
        self.examples = [
            (rule, sentence) for rule, sentences in examples().items() for sentence in sentences
        ]

    def form(self):
        return self.random.choice(self.texts)

    def add(self):
        name, text = self.form()
        there = {finding["rule"] for finding in self.program.findings(text)}
        rule, sentence = self.random.choice(self.examples)
        own = [finding for finding in self.program.findings(sentence) if finding["rule"] == rule]
        places = gaps(text)
        if rule in there or not own or not places:
            return None
        at = self.random.choice(places)
        expected = kind_if_added(own[0])
        return name, f"{rule}: {sentence}", text, text[:at] + sentence + "\n\n" + text[at:], (rule, {expected}, sentence)

    def remove(self):
        name, text = self.form()
        findings = self.program.findings(text)
        sole = [f for f in findings if sum(g["rule"] == f["rule"] for g in findings) == 1]
        if not sole:
            return None
        finding = self.random.choice(sole)
        span = located(text, finding["sentence"])
        if not span or not is_prose(finding["sentence"]):
            return None
        new = text[: span[0]] + text[span[1] :].lstrip(" ")
        expected = REMOVED[kind_if_added(finding)]
        return name, f"{finding['rule']}: {finding['sentence']}", text, new, (
            finding["rule"], {expected}, finding["sentence"])

    def flip(self):
        name, text = self.form()
        findings = [f for f in self.program.findings(text) if f["stance"] in ("permits", "denies")]
        if not findings:
            return None
        finding = self.random.choice(findings)
        sentence = finding["sentence"]
        span = located(text, sentence)
        if not span or len(sentence) > 250 or not is_prose(sentence):
            return None
        flipped = flip(sentence, finding["quote"])
        # Only what the rules know as its opposite, read alone, can be told as turned.
        if not flipped or not any(is_opposite(finding, other) for other in self.program.findings(flipped)):
            return None
        group = finding["rule"].split(".")[0]
        good = finding["effect"] == "protection" and not finding["rule"].endswith("-promise")
        better = (finding["stance"] == "denies") == good
        if finding["rule"].endswith("-promise"):
            better = False
        kinds = {"turned"} if finding["effect"] == "neutral" else set()
        kinds |= {"turned-better"} if better or finding["effect"] == "neutral" else set()
        kinds |= {"turned-worse"} if not better or finding["effect"] == "neutral" else set()
        new = text[: span[0]] + flipped + text[span[1] :]
        return name, f"{finding['rule']}: {sentence} -> {flipped}", text, new, (group, kinds, sentence, flipped)

    def reword(self):
        name, text = self.form()
        findings = self.program.findings(text)
        if not findings:
            return None
        finding = self.random.choice(findings)
        sentence = finding["sentence"]
        span = located(text, sentence)
        if not span or not is_prose(sentence):
            return None
        other, changed = sentence, 0
        for pattern, replacement in self.random.sample(REWORDINGS, len(REWORDINGS)):
            other, count = re.subn(pattern, replacement, other, flags=re.IGNORECASE)
            changed += count > 0
            if changed == 3:
                break
        if not changed:
            return None
        other = other[0].upper() + other[1:]
        new = text[: span[0]] + other + text[span[1] :]
        return name, f"{finding['rule']}: {sentence} -> {other}", text, new, finding

    def move(self):
        name, text = self.form()
        spans = paragraphs(text)
        findings = self.program.findings(text)
        places = gaps(text)
        if not findings or not places:
            return None
        finding = self.random.choice(findings)
        at = len(text.encode()[: finding["range"]["start"]["byte"]].decode())
        index = next((i for i, span in enumerate(spans) if span[0] <= at < span[1]), None)
        if index is None or not 0 < index < len(spans) - 1:
            return None
        span = spans[index]
        after, before = text[slice(*spans[index + 1])], text[slice(*spans[index - 1])]
        if not is_prose(text[slice(*span)]) or not re.match(r"[A-Z]", after) or before.rstrip().endswith((":", ",")):
            return None
        # What stands near boxes and lines to sign is agreed to by them: moved away, it means something else.
        near = text[spans[max(0, index - 3)][0] : spans[min(len(spans) - 1, index + 3)][1]]
        if re.search(r"___|[\u2610-\u2612\u25a1\u25a2\uf000-\uf0ff]|\[ ?\]|initial|check", near, re.IGNORECASE):
            return None
        order = [place for place in places if abs(place - span[0]) > 3 * (span[1] - span[0]) + 400]
        if not order:
            return None
        target = self.random.choice(order)
        moved = text[slice(*span)] + "\n\n"
        end = spans[index + 1][0]
        if target < span[0]:
            new = text[:target] + moved + text[target : span[0]] + text[end:]
        else:
            new = text[: span[0]] + text[end:target] + moved + text[target:]
        return name, f"{finding['rule']}: {finding['sentence']}", text, new, finding


def flip(sentence, quote):
    """`sentence` with the words of `quote` turned into their opposite; nil where that cannot be done by a word."""
    start = sentence.find(quote)
    if start < 0 or MIXED.search(sentence):
        return None
    for pattern, replacement in FLIPS:
        for match in re.finditer(pattern, sentence):
            # The verb of the words that were found: in them, or right before.
            if start - 40 <= match.start() < start + len(quote):
                return sentence[: match.start()] + match.expand(replacement) + sentence[match.end() :]
    return None


def is_opposite(finding, other):
    """True if `other` denies what `finding` permits, or the reverse: by the same rule, or by the promise of its group."""
    promise = "-promise"
    if other["rule"] == finding["rule"]:
        return {finding["stance"], other["stance"]} == {"permits", "denies"}
    pair = [finding, other] if other["rule"].endswith(promise) else [other, finding]
    if pair[0]["rule"].split(".")[0] != pair[1]["rule"].split(".")[0]:
        return False
    return pair[0]["stance"] == "permits" and pair[1]["rule"].endswith(promise) and pair[1]["stance"] == "denies"


def examples():
    """By rule: its own sentences that must be found, without marks."""
    result = {}
    for path in sorted((ROOT / "Rules").glob("*/*.yaml")):
        if path.parent.name in ("lexicon", "kinds"):
            continue
        rule = yaml.safe_load(path.read_text())
        if "find" not in rule:
            continue
        sentences = []
        for flag in rule["tests"]["flags"]:
            sentence = flag if isinstance(flag, str) else next(iter(flag.values()))
            sentence = sentence.replace("[[", "").replace("]]", "")
            if re.match(r"[A-Z]", sentence) and sentence.endswith(".") and "|" not in sentence:
                sentences.append(sentence)
        result[f"{path.parent.name}.{path.stem}"] = sentences
    return result


def folded(text):
    return " ".join(text.split())


def changes(result):
    return [change for change in result["changes"] if not change["minor"]]


def judge_change(result, expected):
    """Nil if the change of the expected kind is told, and nothing of sentences that were not touched."""
    rule, kinds, *sentences = expected
    told = [c for c in result["changes"] if c["rule"].startswith(rule) and c["change"] in kinds]
    if not told:
        return "not told as " + "/".join(sorted(kinds))
    for change in changes(result):
        own = [f["sentence"] for f in change["old"] + change["new"]]
        if not any(folded(s) in folded(o) or folded(o) in folded(s) for o in own for s in sentences):
            return f"told besides: {change['change']} {change['rule']}"
    return None


def judge_match(finding, fate):
    def judge(result, _):
        for change in result["changes"]:
            return f"told as {change['change']} {change['rule']}"
        same = [m for m in result["matched"] if m["old"]["fingerprint"] == finding["fingerprint"]]
        if not same or not same[0][fate]:
            return f"not told as {fate}"
        return None

    return judge


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=str(ROOT / ".build/release/consentlint"))
    parser.add_argument("--each", type=int, default=12)
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--failures", action="store_true")
    options = parser.parse_args()
    program = Program(options.program)
    files = sorted((ROOT.parent / "shared/forms/txt").glob("*.txt")) or sorted(ROOT.glob("Samples/*/document.txt"))
    texts = []
    for path in files:
        text = path.read_bytes().decode("utf-8", errors="replace").replace("\r\n", "\n")
        if len(program.findings(text)) >= 5:
            texts.append((path.name, text))
    edits = Edits(program, texts, options.seed)
    totals = {}
    for kind in ("add", "remove", "flip", "reword", "move"):
        right = done = tries = 0
        while done < options.each and tries < 200 * options.each:
            tries += 1
            edit = getattr(edits, kind)()
            if edit is None:
                continue
            name, what, old, new, expected = edit
            result = program.diff(old, new)
            judge = judge_match(expected, "moved" if kind == "move" else "reworded") if kind in (
                "reword", "move") else judge_change
            fault = judge(result, expected)
            done += 1
            right += fault is None
            if fault and options.failures:
                print(f"{kind} in {name}: {fault}\n  {what[:600]}")
        totals[kind] = (right, done)
        print(f"{kind:8} {right:4} of {done:4}")
    for title, kinds in (("change told as its kind", ("add", "remove", "flip")), ("matched", ("reword", "move"))):
        right, done = (sum(totals[k][i] for k in kinds) for i in (0, 1))
        print(f"{title:24} {right / max(1, done):.2f} ({right} of {done})")


if __name__ == "__main__":
    main()
