"""Trains the sentence model on labelled articles: near to what it speaks to, far from what only looks like it.

    python training/train_encoder.py MINILM first.pt

MINILM is a folder as HuggingFace saves it: all-MiniLM-L6-v2. Learned from are the real and the invented articles of
../shared and the wordings, against the pack's claims and questions, three times over. ../shared/eval is never read, and
of the real articles every third is left out (labelled.held_out). --leave-out takes questions out of everything that is
learned, for measuring what carries over to questions that nobody taught.
"""
import argparse
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

from encoder import Encoder, question_scores
from labelled import INVENTED, REAL, held_out, month_of, read_articles, read_pack, read_wordings, sentences_of

SEED, PASSES, RATE = 1, 3, 4e-5
# Of a batch: sentences that speak to a question, and that do not; of the latter near misses among the wordings.
RIGHT, WRONG, MISSES = 20, 28, 6
# Of the first, from articles and from wordings of claims; the rest are other answers to a question.
FROM_ARTICLES, FROM_CLAIMS = 0.62, 0.85
WITH_CONTEXT, WITH_HEADINGS = 0.7, 0.7
LOGITS, NOTHING = 20.0, -1e4


class Batches:
    def __init__(self, pack, without):
        real = [article for article in read_articles(REAL) if article["file"] not in held_out()]
        sentences = sentences_of(real, pack) + sentences_of(read_articles(INVENTED), pack)
        keep = lambda sentence: not without & set(sentence.accepted)
        self.right = [s for s in sentences if s.need and keep(s)]
        self.wrong = [s for s in sentences if not s.need and not s.optional]
        self.states, self.answers, self.misses = ([s for s in some if keep(s)] for some in read_wordings(pack))

    def draw(self):
        right = []
        for _ in range(RIGHT):
            chance = random.random()
            right.append(random.choice(self.right if chance < FROM_ARTICLES else self.states if chance < FROM_CLAIMS else self.answers))
        return right, random.choices(self.wrong, k=WRONG - MISSES) + random.choices(self.misses, k=MISSES)

    def steps(self):
        return int(PASSES * (len(self.right) + 0.6 * len(self.states) + 0.6 * len(self.answers)) / RIGHT)


def pair_of(sentence):
    """The context is left out now and then, so that the sentence is read for itself too."""
    if not sentence.file:
        return ("", sentence.text)
    if random.random() > WITH_CONTEXT:
        return (f"({month_of(sentence.published)})" if sentence.published and random.random() < 0.5 else "", sentence.text)
    return (sentence.context(random.random() < WITH_HEADINGS), sentence.text)


def loss_of(model, pack, targets, batch):
    right, wrong = batch
    count, rows = len(pack.questions), right + wrong
    with torch.autocast("cpu", dtype=torch.bfloat16):
        vectors = model([pair_of(s) for s in rows])
        cosines = vectors @ model([("", text) for text, *_ in targets], 64).T
    wanted, either = torch.zeros(len(rows), count, dtype=torch.bool), torch.zeros(len(rows), count, dtype=torch.bool)
    for n, sentence in enumerate(right):
        for question in sentence.accepted:
            (wanted if question in sentence.questions else either)[n, question] = True
    scores, weights = question_scores(cosines, torch.tensor([question for _, question, _ in targets]), count), torch.ones(len(rows), count)
    weights[either], weights[wanted] = 0, 5
    near = F.binary_cross_entropy_with_logits(model.a * scores + model.b, wanted.float(), weight=weights)
    chances = (LOGITS * scores[: len(right)]).masked_fill(either[: len(right)], NOTHING).log_softmax(1)
    which = -torch.logsumexp(chances.masked_fill(~wanted[: len(right)], NOTHING), 1).mean()
    need = F.binary_cross_entropy_with_logits(model.need(vectors).squeeze(1), torch.tensor([1.0] * len(right) + [0.0] * len(wrong)))
    return 2 * near + which + 0.5 * claim_loss(cosines, right, pack) + 0.3 * need


def claim_loss(cosines, right, pack):
    """Which claim, among those of the sentence's questions. A claim's place among the targets is its own number."""
    losses = []
    for n, sentence in enumerate(right):
        owners = {pack.question_of_claim[claim] for claim in sentence.claims}
        rivals = [claim for claim, owner in enumerate(pack.question_of_claim) if owner in owners]
        if len(rivals) > 1:
            chances = F.log_softmax(LOGITS * cosines[n, rivals], 0)
            losses.append(-torch.logsumexp(chances[[rivals.index(claim) for claim in sentence.claims]], 0))
    return sum(losses) / len(losses) if losses else 0.0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("minilm")
    parser.add_argument("out")
    parser.add_argument("--leave-out", default="", help="ids of questions, parted by commas")
    given = parser.parse_args()
    random.seed(SEED)
    np.random.seed(SEED)
    torch.manual_seed(SEED)
    pack = read_pack()
    model, batches = Encoder(given.minilm), Batches(pack, {pack.questions.index(name) for name in given.leave_out.split(",") if name})
    targets = pack.targets[: len(pack.claims) + len(pack.questions)]
    steps = batches.steps()
    optimiser, began = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=0.01), time.time()
    model.train()
    for step in range(steps):
        loss = loss_of(model, pack, targets, batches.draw())
        for group in optimiser.param_groups:
            group["lr"] = RATE * min(1, (step + 1) / 60) * max(0.03, 1 - step / steps)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        if (step + 1) % 50 == 0:
            print(f"{step + 1} of {steps}: {loss.item():.3f}, {time.time() - began:.0f} s", flush=True)
    torch.save(model.state_dict(), given.out)


if __name__ == "__main__":
    main()
