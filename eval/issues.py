"""Issues found on newswcl50 against the labelled ones: ``python -m eval.issues``.

B-cubed (Bagga and Baldwin 1998): for each statement, how many of those that share its found issue share its labelled
one, and the other way. A statement without an issue is alone. Labelled issues of two events are never the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from typing import Any

from eval.measures import SHARED, Measured, rows
from onrecord.classify.issues import Content, issues


def labelled() -> tuple[list[Content], dict[str, tuple[str, str]]]:
    """Return the labelled contents with their articles' first lines, and each one's event and issue."""
    folder, contents, gold = SHARED / "corpora" / "newswcl50", [], {}
    for row in rows(folder / "labels" / "statements.jsonl"):
        text = next(folder.rglob(row["article"])).read_text(encoding="utf-8").strip()
        words = " … ".join(span["text"] for span in row["content"])
        contents.append(Content(row["id"], row["article"], words, text.split("\n")[0][:200]))
        gold[row["id"]] = (row["article"][0], row["issue"])
    return contents, gold


def b_cubed(found: Mapping[str, Hashable], gold: Mapping[str, Hashable]) -> tuple[float, float, float]:
    """Return precision, recall and F of groups."""
    ours, theirs = _members(found), _members(gold)
    shared = {one: len(ours[found[one]] & theirs[gold[one]]) for one in gold}
    precision = sum(shared[one] / len(ours[found[one]]) for one in gold) / len(gold)
    recall = sum(shared[one] / len(theirs[gold[one]]) for one in gold) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _members(groups: Mapping[str, Hashable]) -> dict[Hashable, set[str]]:
    members: dict[Hashable, set[str]] = defaultdict(set)
    for one, group in groups.items():
        members[group].add(one)
    return members


def found_issues() -> Measured:
    """B-cubed of the issues found; predicted is for each statement the first one of its issue."""
    contents, gold = labelled()
    first = {content.statement_id: content.statement_id for content in contents}
    for issue in issues(contents):
        first.update(dict.fromkeys(issue.statements, issue.statements[0]))
    predicted: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for content in contents:
        predicted[content.document_id].append({content.statement_id: first[content.statement_id]})
    scores = zip(("precision", "recall", "f1"), b_cubed(dict(first), gold), strict=True)
    return Measured(dict(scores), dict(predicted))


def main() -> None:
    """Print the scores and the issues."""
    contents, gold = labelled()
    found: dict[str, Hashable] = {content.statement_id: content.statement_id for content in contents}
    for issue in issues(contents):
        found.update(dict.fromkeys(issue.statements, issue.id))
        print(f"{len(issue.statements):4d} {issue.name}")
    for name, groups in (
        ("found", found),
        ("alone", {one: one for one in gold}),
        ("event", {o: g[0] for o, g in gold.items()}),
    ):
        print(f"{name:6s} P {{:.3f}} R {{:.3f}} F {{:.3f}}".format(*b_cubed(groups, gold)))


if __name__ == "__main__":
    main()
