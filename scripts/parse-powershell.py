"""Parses PowerShell files with tree-sitter's grammar: `parse-powershell.py FILE ...`. Prints each place that is not PowerShell."""

import sys

import tree_sitter_pwsh
from tree_sitter import Language, Node, Parser


def errors_below(node: Node) -> list[Node]:
    if node.is_missing or node.type == "ERROR":
        return [node]
    return [error for child in node.children if child.has_error or child.is_missing for error in errors_below(child)]


def main(paths: list[str]) -> int:
    parser = Parser(Language(tree_sitter_pwsh.language()))
    found = 0
    for path in paths:
        with open(path, "rb") as file:
            text = file.read()
        for error in errors_below(parser.parse(text).root_node):
            row = error.start_point[0]
            print(f"{path}:{row + 1}: {text.splitlines()[row].decode()}")
            found += 1
    # Nothing that was parsed is no success either.
    if not paths:
        print("no file was named")
    print(f"{len(paths)} files, {found} errors")
    return 0 if paths and found == 0 else 1


sys.exit(main(sys.argv[1:]))
