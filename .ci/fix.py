#!/usr/bin/env python3
"""Compare what fixes write with hand-labelled text: no fix may make a labelled place worse.

usage: fix.py RUNBOOKC GOLD.jsonl [--show] -- FIX-ARGUMENTS...

Runs `RUNBOOKC fix --diff FIX-ARGUMENTS...`, which writes nothing, and looks at each changed line of
the files that the gold set names. A labelled row is touched when its text stands on the old line more
often than on the new one. It is right when what is expected stands there now, nearer when the line
is more like the one in which all rows are put right than it was (another row covers more), and worse
else. Changes that no row covers are listed with --show, to be judged by eye.
"""
import collections, difflib, json, os, re, subprocess, sys


def plain(text):
    """Without Markdown escapes, emphasis, white space and case."""
    text = re.sub(r"\\([\\_*\[\]<>`#.()-])", r"\1", text or "")
    return re.sub(r"[\s*`\"“”«»]+", "", text).lower()


def ideal(line, rows):
    """The line with its rows put right, the widest first."""
    for row in sorted(rows, key=lambda r: -len(r["found"])):
        line = line.replace(row["found"], row["expected"])
    return line


def likeness(a, b):
    return difflib.SequenceMatcher(None, a, b, autojunk=False).ratio()


def changed_lines(diff):
    """(path, line of the old file) to (old, new), for lines that were changed and not moved."""
    changes, path, line, old, new = {}, None, 0, [], []

    def flush():
        for i, text in enumerate(old):
            changes[path, line - len(old) + i] = (text, new[i] if i < len(new) else "")
        old.clear()
        new.clear()

    for text in diff.split("\n"):
        if text.startswith("--- "):
            flush()
            path = text[4:]
        elif text.startswith("+++ "):
            pass
        elif hunk := re.match(r"@@ -(\d+)", text):
            flush()
            line = int(hunk[1])
        elif text.startswith("-"):
            if new:
                flush()
            old.append(text[1:])
            line += 1
        elif text.startswith("+"):
            new.append(text[1:])
        elif text.startswith(" "):
            flush()
            line += 1
    flush()
    return changes


def locale_of(path, locales):
    parts = path.split(os.sep)
    return next((l for l in locales if l in parts), None)


def main():
    args = sys.argv[1:]
    cut = args.index("--")
    options, fix = args[:cut], args[cut + 1:]
    show = "--show" in options
    gold = [json.loads(line) for line in open(options[1], encoding="utf-8") if line.strip()]
    run = subprocess.run([options[0], "fix", "--diff", *fix], capture_output=True)
    if run.returncode:
        sys.exit(f"fix failed ({run.returncode}): {run.stderr.decode()[-400:]}")
    print(run.stderr.decode().strip().splitlines()[-1])
    changes = changed_lines(run.stdout.decode("utf-8"))
    locales = {row["locale"] for row in gold}
    rows = collections.defaultdict(list)
    for row in gold:
        rows[row.get("file") or row["article"], row["line"]].append(row)
    names = {name for name, _ in rows}
    touched = right = 0
    nearer, worse, unlabelled = [], [], []
    for (path, line), (old, new) in sorted(changes.items()):
        name, locale = os.path.basename(path), locale_of(path, locales)
        if name not in names:
            continue
        here = [r for r in rows[name, line] if locale in (None, r["locale"])]
        gone = [r for r in here if old.count(r["found"]) > new.count(r["found"])]
        if not gone:
            unlabelled.append((path, line, old, new))
        better = likeness(new, ideal(old, here)) > likeness(old, ideal(old, here)) if gone else False
        for row in gone:
            wanted = row["expected"]
            more = plain(new).count(plain(wanted)) > plain(old).count(plain(wanted))
            is_right = wanted in new or plain(wanted) != "" and more
            touched += 1
            right += is_right
            if not is_right:
                (nearer if better else worse).append((path, line, row, new))
    for word, places in ("nearer", nearer), ("worse", worse):
        for path, line, row, new in places:
            print(f"{word:7} {path}:{line} {row['severity']} {row['found']!r} -> {row['expected']!r}, now: {new.strip()!r}")
    if show:
        for path, line, old, new in unlabelled:
            print(f"unlabelled {path}:{line}\n  - {old.strip()}\n  + {new.strip()}")
    print(f"labelled places touched {touched}, right {right}, nearer {len(nearer)}, other changed lines {len(unlabelled)}")
    print(f"worse {len(worse)}")


main()
