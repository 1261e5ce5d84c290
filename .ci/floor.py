"""Fails when a figure is below its floor: floor.py FILE PATTERN FLOOR [at-most].

PATTERN has one group, a number or a fraction such as 17/19. With `at-most`, FLOOR is a ceiling.
"""
import re
import sys

path, pattern, bound = sys.argv[1:4]
ceiling = sys.argv[4:] == ["at-most"]
match = re.search(pattern, open(path, encoding="utf-8").read())
if not match:
    sys.exit(f"{path}: no figure matches {pattern!r}")
top, _, bottom = match.group(1).partition("/")
value = float(top) / float(bottom) if bottom else float(top)
if value > float(bound) if ceiling else value < float(bound):
    sys.exit(f"{pattern}: {value:.4f} is {'above' if ceiling else 'below'} its bound {bound}")
print(f"{pattern}: {value:.4f} holds ({'at most' if ceiling else 'at least'} {bound})")
