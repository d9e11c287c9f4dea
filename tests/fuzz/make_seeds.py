#!/usr/bin/env python3
"""Writes seeds for the fuzz targets: the examples of our own rules, the rule blocks themselves and data/samples.

usage: make_seeds.py DIRECTORY   (gives DIRECTORY/normalizer, tokenizer, rule_parser, lowering, pipeline)
"""
import json
import pathlib
import random
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def rule_blocks(text):
    """The blocks of a rule file: each begins at a line without indent."""
    return [block for block in re.split(r"\n(?=[a-z])", "\n" + text) if block.strip()]


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    out = pathlib.Path(sys.argv[1])

    def write(target, name, content):
        folder = out / target
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)

    sentences = []
    for path in sorted((ROOT / "rules").rglob("*.rules")):
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(ROOT / "rules").as_posix().replace("/", "-").removesuffix(".rules")
        for i, block in enumerate(rule_blocks(text)):
            if len(block.encode()) <= 3000:
                write("rule_parser", f"{name}-{i}", block.encode())
        sentences += [(f"{name}-{i}", s) for i, s in enumerate(re.findall(r"^    text +(.+)$", text, re.M))]

    random.seed(1)
    for name, sentence in sentences[::7]:
        write("normalizer", name, sentence.encode())
    for i in range(0, len(sentences), 3):
        # Several examples make one article, so that events meet.
        three = [s for _, s in sentences[i:i + 3]]
        for target in ("tokenizer", "pipeline"):
            write(target, sentences[i][0], ".\n".join(three).encode() + b"." * (i % 2))
    with open(ROOT / "data/samples/samples.jsonl", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            text = (article.get("title", "") + "\n" + article["text"]).encode()
            for target in ("normalizer", "tokenizer", "pipeline"):
                write(target, article["doc_id"], text)
    for i in range(200):
        write("lowering", f"random-{i}", random.randbytes(20 + i))


if __name__ == "__main__":
    main()
