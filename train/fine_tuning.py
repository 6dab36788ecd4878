"""Fine-tuning on pairs: queries near what answers them, away from all else in the batch."""

from __future__ import annotations

import json
import random
import shutil
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.queries import calm
from index.slips import drop_diacritics, slip

from .pairs import Pair

LENGTHS = (96, 128, 160)
"""Pieces at which a batch cuts its passages, in turn: the encoder meets short and long ones."""
QUERY_PIECES = 64
TEMPERATURE = 0.02
BACKWARD = 0.25  # weight of answers against queries, beside queries against passages
BORDER, BORDER_WIDTH = 0.55, 0.03  # cosines; the answers' and the best others' overlap there
WARM_UP = 60  # steps until the full learning rate
BARE, SLIPPED = 0.2, 0.1  # shares of queries without diacritics, and with one slip
SAVED_EVERY = 50  # steps


@dataclass(frozen=True, slots=True)
class Recipe:
    """What one run does."""

    asked: tuple[str, ...] = ("questions",)
    """Files of pairs that are met `rounds` times each."""
    titles: int = 13_000
    """Title pairs, each met once, before the questions."""
    rounds: int = 5
    """Times every question is met."""
    titles_among: float = 0.25
    """Share of title batches among the question batches, so that nothing is unlearned."""
    batch: int = 48
    negatives: int = 1
    """Hard negatives drawn for each query in each step."""
    border: float = 0.0
    """Weight of the loss that draws answers above one cosine and all else below it."""
    rate: float = 5e-5
    seed: int = 13
    device: str = "cpu"


EVERYDAY_TWICE = ("everyday", "everyday", "harder")  # files of pairs, in one round
UNANSWERED_TOO = (*EVERYDAY_TWICE, "unanswered")
QUESTIONS_TWICE = ("everyday", "harder", "harder", "unanswered")

STAGES = (
    Recipe(),
    Recipe(("harder",), titles=0, rounds=8, batch=32, negatives=3, rate=4e-5, seed=14),
    Recipe(EVERYDAY_TWICE, titles=0, rounds=1, batch=32, negatives=3, seed=15),
    Recipe(EVERYDAY_TWICE, titles=0, rounds=1, batch=32, negatives=3, border=0.25, seed=16),
    Recipe(UNANSWERED_TOO, titles=0, rounds=1, batch=32, negatives=3, border=0.25, seed=17),
    Recipe(QUESTIONS_TWICE, titles=0, rounds=1, batch=32, negatives=3, border=0.25, seed=18),
)
"""Each goes on from the one before; those after the first meet what it wrongly took for answers."""


Batch = tuple[list[Pair], int]


def batches(
    titles: Sequence[Pair], questions: Sequence[Pair], recipe: Recipe, most: int = 0
) -> list[Batch]:
    """The run's batches in order, each of one kind, with the length its passages are cut at.

    Of more than `most` so many are taken, evenly from the first to the last; 0 takes all.
    """
    draw = random.Random(recipe.seed)
    titles = list(titles)
    draw.shuffle(titles)
    first, later = titles[: recipe.titles], titles[recipe.titles :]
    run = list(_in_batches(first, recipe.batch))
    asked: list[list[Pair]] = []
    for _ in range(recipe.rounds):
        shuffled = list(questions)
        draw.shuffle(shuffled)
        asked += _in_batches(shuffled, recipe.batch)
    among = list(_in_batches(later, recipe.batch))[: int(len(asked) * recipe.titles_among)]
    for batch in among:
        asked.insert(draw.randrange(len(asked) + 1), batch)
    run += asked
    if 0 < most < len(run):
        run = [run[n * len(run) // most] for n in range(most)]
    return [(batch, LENGTHS[n % len(LENGTHS)]) for n, batch in enumerate(run)]


def _in_batches(pairs: Sequence[Pair], size: int) -> Iterator[list[Pair]]:
    for first in range(0, len(pairs) - size + 1, size):
        yield list(pairs[first : first + size])


def typed(query: str, draw: random.Random) -> str:
    """The query as somebody may have typed it, in the small letters that an encoder is given."""
    query, chance = calm(query), draw.random()
    if chance < BARE:
        return drop_diacritics(query)
    if chance < BARE + SLIPPED:
        return slip(query, str(draw.random()))
    return query


def best_device() -> str:
    """A GPU where there is one."""
    import torch

    return "cuda" if torch.cuda.is_available() else "cpu"


def fine_tune(start: Path, run: list[Batch], recipe: Recipe, out: Path) -> None:
    """Train from the model in `start`, write the result to `out`; goes on where it was stopped."""
    import torch
    from sentence_transformers import SentenceTransformer

    torch.manual_seed(recipe.seed)
    unfinished = out.with_suffix(".unfinished.pt")
    model = SentenceTransformer(str(start), device=recipe.device)
    transformer = model[0].auto_model
    # On a CPU the backward pass of fused attention is slower than that of the plain one, and
    # dropout costs more than a layer.
    transformer.set_attn_implementation("sdpa" if recipe.device == "cuda" else "eager")
    for module in transformer.modules():
        if isinstance(module, torch.nn.Dropout):
            module.p = 0.0
    transformer.embeddings.word_embeddings.weight.requires_grad_(False)
    master = [p.detach().clone().float() for p in transformer.parameters() if p.requires_grad]
    transformer.to(torch.bfloat16).train()
    quick = [p for p in transformer.parameters() if p.requires_grad]
    decay = [{"params": [m for m in master if m.dim() > 1], "weight_decay": 0.01}]
    plain = [{"params": [m for m in master if m.dim() == 1], "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(decay + plain, lr=recipe.rate)
    first = 0
    if unfinished.exists():
        state = torch.load(unfinished, weights_only=True)
        first = state["step"]
        optimizer.load_state_dict(state["optimizer"])
        for ours, kept in zip(master, state["master"], strict=True):
            ours.copy_(kept)
        _copy(master, quick)
    started = time.perf_counter()
    for step in range(first, len(run)):
        rate = recipe.rate * min(1.0, (step + 1) / WARM_UP) * (1 - step / len(run))
        for group in optimizer.param_groups:
            group["lr"] = rate
        draw = random.Random(f"{recipe.seed} {step}")
        loss = _loss(model, run[step], recipe, draw)
        loss.backward()
        for ours, used in zip(master, quick, strict=True):
            ours.grad = used.grad.float() if used.grad is not None else None
            used.grad = None
        torch.nn.utils.clip_grad_norm_(master, 1.0)
        optimizer.step()
        _copy(master, quick)
        note = {"step": step + 1, "of": len(run), "kind": run[step][0][0].kind}
        note |= {"loss": round(loss.item(), 4), "seconds": round(time.perf_counter() - started)}
        print(json.dumps(note), flush=True)
        if (step + 1) % SAVED_EVERY == 0 and step + 1 < len(run):
            kept = {"step": step + 1, "optimizer": optimizer.state_dict(), "master": master}
            torch.save(kept, unfinished.with_suffix(".tmp"))
            unfinished.with_suffix(".tmp").replace(unfinished)  # whole, whenever it is stopped
    transformer.float().eval()
    _copy(master, quick)
    saved = out.with_suffix(".tmp")
    model.save(str(saved), create_model_card=False)
    shutil.rmtree(out, ignore_errors=True)
    saved.replace(out)  # whole or not at all: a stage that is there is done
    unfinished.unlink(missing_ok=True)


def _copy(master: Sequence[Any], quick: Sequence[Any]) -> None:
    import torch

    with torch.no_grad():
        for ours, used in zip(master, quick, strict=True):
            used.copy_(ours)


def _loss(model: Any, batch: Batch, recipe: Recipe, draw: random.Random) -> Any:
    """InfoNCE over the batch: each query against every passage, each answer against every query.

    Queries that nothing answers come last; they have no part in it but that of the border.
    """
    import torch

    pairs, length = batch
    pairs = sorted(pairs, key=lambda pair: not pair.positive)
    answered = [pair for pair in pairs if pair.positive]
    queries = [typed(pair.query, draw) for pair in pairs]
    negatives = [
        text
        for pair in pairs
        for text in draw.sample(pair.negatives, min(recipe.negatives, len(pair.negatives)))
    ]
    texts = [pair.positive for pair in answered] + negatives
    asked = _vectors(model, queries, "query: ", QUERY_PIECES)
    cosines = asked @ _vectors(model, texts, "passage: ", length).T
    same = torch.zeros(len(pairs), len(texts), dtype=torch.bool)
    for i, pair in enumerate(pairs):
        for j, other in enumerate(answered):
            shared = set(pair.documents) & set(other.documents) or pair.positive == other.positive
            same[i, j] = bool(shared) and i != j
        for j, negative in enumerate(negatives):
            same[i, len(answered) + j] = negative == pair.positive
    cosines = cosines.masked_fill(same.to(cosines.device), float("-inf"))
    size = len(answered)
    if not size:
        return recipe.border * _border_loss(cosines, torch.arange(0, device=cosines.device))
    scores = cosines[:size] / TEMPERATURE
    target = torch.arange(size, device=scores.device)
    forward = torch.nn.functional.cross_entropy(scores, target)
    backward = torch.nn.functional.cross_entropy(scores[:, :size].T, target)
    loss = forward + BACKWARD * backward
    return loss + recipe.border * _border_loss(cosines, target) if recipe.border else loss


def _border_loss(cosines: Any, target: Any) -> Any:
    """Answers above one and the same cosine whatever the query, all else below it.

    `target` holds the answers' columns of the queries that have one, which come first. The ranking
    within a query gains nothing by it; whether anything answers the query at all can be told only
    by a cosine that means the same for every query.
    """
    import torch

    above = (cosines - BORDER) / BORDER_WIDTH
    answered, column = len(target), target.unsqueeze(1)
    missed = torch.nn.functional.softplus(-above[:answered].gather(1, column)).sum()
    missed = missed / max(answered, 1)
    others = torch.cat((above[:answered].scatter(1, column, float("-inf")), above[answered:]))
    return missed + torch.nn.functional.softplus(others.logsumexp(1)).mean()


def _vectors(model: Any, texts: Sequence[str], prompt: str, length: int) -> Any:
    import torch

    tokens = model.tokenizer(
        [prompt + text for text in texts],
        padding=True,
        truncation=True,
        max_length=length,
        return_tensors="pt",
    ).to(model.device)
    mask = tokens["attention_mask"]
    hidden = model[0].auto_model(input_ids=tokens["input_ids"], attention_mask=mask)
    weights = mask.unsqueeze(-1).float()
    mean = (hidden.last_hidden_state.float() * weights).sum(1) / weights.sum(1)
    return torch.nn.functional.normalize(mean, dim=-1)
