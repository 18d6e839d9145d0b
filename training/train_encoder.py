"""Trains the sentence model on labelled articles: near to what it speaks to, far from what only looks like it.

    python training/train_encoder.py MINILM second.pt

MINILM is a folder as HuggingFace saves it: all-MiniLM-L6-v2. Learned from are the real and the invented articles of
../shared and the wordings, against the pack's claims and questions. ../shared/eval is never read, and of the real
articles every third is left out (labelled.held_out). Of a recipe with several seeds the mean of the weights is written.
--leave-out takes questions out of everything that is learned, for measuring what carries over to questions that nobody
taught.
"""
import argparse
import random
import time
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F

from encoder import Encoder, question_scores
from labelled import INVENTED, REAL, held_out, month_of, read_articles, read_pack, read_wordings, sentences_of

# Of a batch: sentences that speak to a question, and that do not; of the latter near misses among the wordings.
RIGHT, WRONG, MISSES = 20, 28, 6
# Of the first, from articles and from wordings of claims; the rest are other answers to a question.
FROM_ARTICLES, FROM_CLAIMS = 0.62, 0.85
WITH_CONTEXT, WITH_HEADINGS = 0.7, 0.7
LOGITS, NOTHING = 20.0, -1e4
# How much more often a wrong sentence is drawn that the model takes for right, where such are looked for.
SHARPLY = 6.0


@dataclass(frozen=True)
class Recipe:
    seeds: int
    passes: float
    rate: float
    # Batches, so many times as large.
    times: int
    # Of the sentences of articles that speak to nothing, the part that is drawn among those taken for right.
    hard: float


# `second` made minilm-2, which ships; `first` made minilm-1, the one before it. README.md compares them.
RECIPES = {"first": Recipe(1, 3, 4e-5, 1, 0.0), "second": Recipe(6, 10, 8e-5, 4, 0.4)}


class Batches:
    def __init__(self, pack, recipe, without):
        self.recipe = recipe
        real = [article for article in read_articles(REAL) if article["file"] not in held_out()]
        sentences = sentences_of(real, pack) + sentences_of(read_articles(INVENTED), pack)
        keep = lambda sentence: not without & set(sentence.accepted)
        self.right = [s for s in sentences if s.need and keep(s)]
        self.wrong = [s for s in sentences if not s.need and not s.optional]
        self.states, self.answers, self.misses = ([s for s in some if keep(s)] for some in read_wordings(pack))
        # Of each wrong one how probably it was taken for right when last seen, and which were drawn last.
        self.taken, self.drawn = np.full(len(self.wrong), 0.5), []

    def draw(self):
        right = []
        for _ in range(RIGHT * self.recipe.times):
            chance = random.random()
            right.append(random.choice(self.right if chance < FROM_ARTICLES else self.states if chance < FROM_CLAIMS else self.answers))
        chances, count = np.exp(SHARPLY * self.taken), (WRONG - MISSES) * self.recipe.times
        hard = np.random.choice(len(self.wrong), int(self.recipe.hard * count), p=chances / chances.sum())
        self.drawn = [*hard, *np.random.randint(0, len(self.wrong), count - len(hard))]
        return right, [self.wrong[n] for n in self.drawn] + random.choices(self.misses, k=MISSES * self.recipe.times)

    def saw(self, chances):
        """How probably each of the wrong ones that were drawn last was taken for right."""
        self.taken[self.drawn] = (self.taken[self.drawn] + chances[: len(self.drawn)]) / 2

    def steps(self):
        once = len(self.right) + 0.6 * len(self.states) + 0.6 * len(self.answers)
        return int(self.recipe.passes * once / RIGHT / self.recipe.times)


def pair_of(sentence):
    """The context is left out now and then, so that the sentence is read for itself too."""
    if not sentence.file:
        return ("", sentence.text)
    if random.random() > WITH_CONTEXT:
        return (f"({month_of(sentence.published)})" if sentence.published and random.random() < 0.5 else "", sentence.text)
    return (sentence.context(random.random() < WITH_HEADINGS), sentence.text)


def loss_of(model, pack, targets, batches):
    right, wrong = batches.draw()
    count, rows, on = len(pack.questions), right + wrong, model.device
    with model.lower_precision():
        vectors, texts = model([pair_of(s) for s in rows]), model([("", text) for text, *_ in targets], 64)
    cosines = vectors @ texts.T
    wanted, either = torch.zeros(len(rows), count, dtype=torch.bool), torch.zeros(len(rows), count, dtype=torch.bool)
    for n, sentence in enumerate(right):
        for question in sentence.accepted:
            (wanted if question in sentence.questions else either)[n, question] = True
    wanted, either = wanted.to(on), either.to(on)
    scores = question_scores(cosines, torch.tensor([question for _, question, _ in targets], device=on), count)
    logits, weights = model.a * scores + model.b, torch.ones(len(rows), count, device=on)
    weights[either], weights[wanted] = 0, 5
    near = F.binary_cross_entropy_with_logits(logits, wanted.float(), weight=weights)
    chances = (LOGITS * scores[: len(right)]).masked_fill(either[: len(right)], NOTHING).log_softmax(1)
    which = -torch.logsumexp(chances.masked_fill(~wanted[: len(right)], NOTHING), 1).mean()
    is_right = (torch.arange(len(rows), device=on) < len(right)).float()
    need = F.binary_cross_entropy_with_logits(model.need(vectors).squeeze(1), is_right)
    batches.saw(torch.sigmoid(logits[len(right) :]).amax(1).detach().cpu().numpy())
    return 2 * near + which + 0.5 * claim_loss(cosines, right, pack) + 0.3 * need


def claim_loss(cosines, right, pack):
    """Which claim, among those of the sentence's questions. A claim's place among the targets is its own number."""
    owner = np.array(pack.question_of_claim)
    rivals, own = np.zeros((len(right), len(owner)), bool), np.zeros((len(right), len(owner)), bool)
    for n, sentence in enumerate(right):
        rivals[n] = np.isin(owner, owner[sentence.claims]) if sentence.claims else False
        own[n, sentence.claims] = True
    at = np.flatnonzero(rivals.sum(1) > 1)
    if len(at) == 0:
        return 0.0
    rivals, own = (torch.from_numpy(some[at]).to(cosines.device) for some in (rivals, own))
    chances = (LOGITS * cosines[at, : len(owner)]).masked_fill(~rivals, NOTHING).log_softmax(1)
    return -torch.logsumexp(chances.masked_fill(~own, NOTHING), 1).mean()


def train(minilm, pack, recipe, without, seed, device):
    """-> the state of the trained model."""
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)
    model, batches = Encoder(minilm, device), Batches(pack, recipe, without)
    targets, steps = pack.targets[: len(pack.claims) + len(pack.questions)], batches.steps()
    optimiser, began = torch.optim.AdamW(model.parameters(), lr=recipe.rate, weight_decay=0.01), time.time()
    model.train()
    for step in range(steps):
        loss = loss_of(model, pack, targets, batches)
        for group in optimiser.param_groups:
            group["lr"] = recipe.rate * min(1, (step + 1) / 60) * max(0.03, 1 - step / steps)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        if (step + 1) % 50 == 0:
            print(f"seed {seed}, {step + 1} of {steps}: {loss.item():.3f}, {time.time() - began:.0f} s", flush=True)
    return {name: value.detach().cpu() for name, value in model.state_dict().items()}


def mean_of(states):
    """Number by number: of models that began as the same one the mean is better than any of them."""
    whole = lambda name: not states[0][name].is_floating_point()
    return {name: states[0][name] if whole(name) else sum(state[name] for state in states) / len(states) for name in states[0]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("minilm")
    parser.add_argument("out")
    parser.add_argument("--leave-out", default="", help="ids of questions, parted by commas")
    parser.add_argument("--recipe", choices=list(RECIPES), default="second")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    given = parser.parse_args()
    pack, recipe = read_pack(), RECIPES[given.recipe]
    without = {pack.questions.index(name) for name in given.leave_out.split(",") if name}
    states = [train(given.minilm, pack, recipe, without, seed, given.device) for seed in range(1, recipe.seeds + 1)]
    torch.save(mean_of(states), given.out)


if __name__ == "__main__":
    main()
