"""The pieces Vietnamese, ASCII and common English need, out of 250,037."""

from __future__ import annotations

import json
import shutil
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ingest import fold

PIECES = 20_000
SPACE = "▁"
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_SIGNS = "0123456789 !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~–—…“”‘’§°²³€£«»•·×÷½¼¾±≤≥"
SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")


def vietnamese_characters() -> frozenset[str]:
    """Every letter of Vietnamese and ASCII in both cases, digits and the usual signs."""
    small = {unicodedata.normalize("NFC", letter + tone) for letter in _LETTERS for tone in _TONES}
    one = {letter for letter in small if len(letter) == 1}
    return frozenset(one | {letter.upper() for letter in one} | set(_SIGNS) | {SPACE})


def choose(pieces: list[list[Any]], used: Counter[str], count: int = PIECES) -> list[int]:
    """The numbers of the pieces to keep, in their old order.

    What the given texts use comes first, whole; then what is written in Vietnamese and ASCII
    characters alone, the most frequent in the model's own scores first. A text whose pieces are
    all kept is cut exactly as before.
    """
    letters = vietnamese_characters()
    kept = {n for n, (piece, _) in enumerate(pieces) if piece in SPECIAL or piece in used}
    kept |= {n for n, (piece, _) in enumerate(pieces) if len(piece) == 1 and piece in letters}
    rest = [n for n, (piece, _) in enumerate(pieces) if n not in kept and letters.issuperset(piece)]
    rest.sort(key=lambda n: -pieces[n][1])
    return sorted(kept | set(rest[: max(0, count - len(kept))]))


def count_pieces(tokenizer: Any, texts: Iterable[str], least: int = 3) -> Counter[str]:
    """The pieces that texts use at least `least` times, as written, without diacritics, and in
    capitals."""
    used: Counter[str] = Counter()
    for text in texts:
        for form in (text, fold(text), text.upper()):
            used.update(tokenizer.encode(form, add_special_tokens=False).tokens)
    return Counter({piece: count for piece, count in used.items() if count >= least})


def prune(source: Path, texts: Iterable[str], out: Path) -> dict[str, int]:
    """Copy a sentence-transformers folder with the chosen pieces only; returns what was counted."""
    from safetensors.torch import load_file, save_file
    from tokenizers import Tokenizer

    description = json.loads((source / "tokenizer.json").read_text(encoding="utf-8"))
    pieces = description["model"]["vocab"]
    tokenizer = Tokenizer.from_file(str(source / "tokenizer.json"))
    used = count_pieces(tokenizer, texts)
    used += count_pieces(tokenizer, _prompts(source), least=1)
    kept = choose(pieces, used)
    new_number = {pieces[old][0]: new for new, old in enumerate(kept)}
    shutil.copytree(source, out, dirs_exist_ok=True)
    description["model"]["vocab"] = [pieces[old] for old in kept]
    description["model"]["unk_id"] = new_number["<unk>"]
    for added in description["added_tokens"]:
        added["id"] = new_number[added["content"]]
    for name, token in description["post_processor"]["special_tokens"].items():
        token["ids"] = [new_number[name]]
    text = json.dumps(description, ensure_ascii=False)
    (out / "tokenizer.json").write_text(text, encoding="utf-8")
    tensors = load_file(source / "model.safetensors")
    words = "embeddings.word_embeddings.weight"
    tensors[words] = tensors[words][kept].clone()
    save_file(tensors, out / "model.safetensors", metadata={"format": "pt"})
    config = json.loads((out / "config.json").read_text(encoding="utf-8"))
    config |= {"vocab_size": len(kept), "pad_token_id": new_number["<pad>"]}
    (out / "config.json").write_text(json.dumps(config, indent=2), encoding="utf-8")
    return {"used": len(used), "kept": len(kept), "of": len(pieces)}


def _prompts(source: Path) -> list[str]:
    """What stands before every text: without its own piece `passage` would be cut in two."""
    about = json.loads((source / "config_sentence_transformers.json").read_text(encoding="utf-8"))
    return list(about["prompts"].values())
