"""Trains the sentence model on labelled articles: near to what it speaks to, far from what only looks like it.

    python training/train_encoder.py MINILM first.pt --stage near
    python training/train_encoder.py MINILM model.pt --stage teach --from first.pt

MINILM   a folder as HuggingFace saves it: all-MiniLM-L6-v2
near     the real and the invented articles of ../shared and the wordings, against claims and questions, three passes
teach    all invented articles as well, against claims, questions and aspects, and a row for each question of the pack

../shared/eval is never read, and of the real articles every third is left out (labelled.held_out). --leave-out takes
questions out of everything that is learned, for measuring what carries over to questions that nobody taught.
"""
import argparse
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

from encoder import TAUGHT_SHARPNESS, Encoder, question_scores
from labelled import INVENTED, OWN, REAL, held_out, month_of, read_articles, read_pack, read_wordings, sentences_of

SEED = 1
# Of a batch: sentences that speak to a question, and that do not; of the latter near misses among the wordings.
RIGHT, WRONG, MISSES, LIVE_TARGETS = {"near": 20, "teach": 17}, {"near": 28, "teach": 31}, {"near": 6, "teach": 0}, 30
RATE, HEAD_RATE = {"near": 4e-5, "teach": 5e-5}, 2e-3
WITH_CONTEXT, WITH_HEADINGS = {"near": 0.7, "teach": 0.85}, {"near": 0.7, "teach": 0.85}
TARGETS_RENEWED_EVERY, LOGITS, NOTHING = 80, 20.0, -1e4


class Batches:
    def __init__(self, pack, stage, without):
        real = [article for article in read_articles(REAL) if article["file"] not in held_out()]
        sentences = sentences_of(real, pack, real=True) + sentences_of(read_articles(INVENTED), pack)
        if stage == "teach":
            sentences += sentences_of(read_articles(OWN), pack)
        keep = lambda sentence: not without & set(sentence.accepted)
        self.stage = stage
        self.right = [s for s in sentences if s.need and keep(s)]
        self.wrong = [s for s in sentences if not s.need and not s.optional]
        self.states, self.answers, self.misses = ([s for s in some if keep(s)] for some in read_wordings(pack))
        # Real prose is scarce, and what it is about.
        weigh = lambda some, real: np.array([real if s.real else 1.0 for s in some]) / sum(real if s.real else 1.0 for s in some)
        self.p_right, self.p_wrong = (weigh(self.right, 3.0), weigh(self.wrong, 2.0)) if stage == "teach" else (None, None)

    def draw(self):
        pick = lambda some, count, p: [some[n] for n in np.random.choice(len(some), count, p=p)]
        shares = (0.62, 0.85) if self.stage == "near" else (0.88, 1.0)
        right = []
        for sentence in pick(self.right, RIGHT[self.stage], self.p_right):
            chance = random.random()
            right.append(sentence if chance < shares[0] else random.choice(self.states if chance < shares[1] else self.answers))
        misses = MISSES[self.stage]
        return right, pick(self.wrong, WRONG[self.stage] - misses, self.p_wrong) + random.choices(self.misses, k=misses)

    def steps(self):
        if self.stage == "teach":
            return 560
        return int(3 * (len(self.right) + 0.6 * len(self.states) + 0.6 * len(self.answers)) / RIGHT["near"])

    def pair(self, sentence):
        if not sentence.file:
            return ("", sentence.text)
        if random.random() > WITH_CONTEXT[self.stage]:
            return (f"({month_of(sentence.published)})" if sentence.published and random.random() < 0.5 else "", sentence.text)
        return (sentence.context(random.random() < WITH_HEADINGS[self.stage]), sentence.text)


class Targets:
    """All targets take part in every step; only some are encoded anew, the rest stand as they were last."""

    def __init__(self, pack, stage):
        self.rows = [t for t in pack.targets if stage == "teach" or t[2] >= 0 or pack.targets.index(t) < len(pack.claims) + len(pack.questions)]
        self.owners, self.bank = torch.tensor([question for _, question, _ in self.rows]), None

    def renew(self, model):
        self.bank = torch.tensor(model.encode([("", text) for text, *_ in self.rows]))

    def live(self, right):
        wanted = set()
        for sentence in right:
            for question in sentence.questions:
                own = [n for n, row in enumerate(self.rows) if row[1] == question]
                wanted.update(random.sample(own, min(2, len(own))))
            wanted.update(sentence.claims)
        chosen = list(wanted)[: LIVE_TARGETS - 6]
        return chosen + random.sample(range(len(self.rows)), LIVE_TARGETS - len(chosen))


def loss_of(model, pack, targets, batch, batches, stage):
    right, wrong = batch
    count, rows = len(pack.questions), right + wrong
    live = targets.live(right) if stage == "teach" else list(range(len(targets.rows)))
    with torch.autocast("cpu", dtype=torch.bfloat16):
        vectors = model([batches.pair(s) for s in rows])
        fresh = model([("", targets.rows[n][0]) for n in live], 64)
    bank = targets.bank.clone()
    bank[live] = fresh
    targets.bank[live] = fresh.detach()
    cosines = vectors @ bank.T
    wanted, either = torch.zeros(len(rows), count + 1, dtype=torch.bool), torch.zeros(len(rows), count + 1, dtype=torch.bool)
    for n, sentence in enumerate(rows):
        for question in sentence.accepted if n < len(right) else []:
            (wanted if question in sentence.questions else either)[n, question] = True
        wanted[n, count] = n >= len(right)
    scores, weights = question_scores(cosines, targets.owners, count), torch.ones(len(rows), count)
    weights[either[:, :count]] = 0
    weights[wanted[:, :count]] = 5
    near = 2 * F.binary_cross_entropy_with_logits(model.a * scores + model.b, wanted[:, :count].float(), weight=weights)
    choose = lambda logits, mask, right_ones: -torch.logsumexp(logits.masked_fill(mask, NOTHING).log_softmax(1).masked_fill(~right_ones, NOTHING), 1).mean()
    which = choose(LOGITS * scores[: len(right)], either[: len(right), :count], wanted[: len(right), :count])
    near = near + which * (1.0 if stage == "near" else 0.5) + 0.5 * claim_loss(cosines, right, pack)
    need = F.binary_cross_entropy_with_logits(model.need(vectors).squeeze(1), torch.tensor([1.0] * len(right) + [0.0] * len(wrong)))
    if stage == "near":
        return near + 0.3 * need
    return 1.5 * choose(model.heads(TAUGHT_SHARPNESS * vectors), either, wanted) + 0.5 * near + 0.2 * need


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
    parser.add_argument("--stage", choices=["near", "teach"], required=True)
    parser.add_argument("--from", dest="start")
    parser.add_argument("--leave-out", default="", help="ids of questions, parted by commas")
    parser.add_argument("--steps", type=int)
    given = parser.parse_args()
    random.seed(SEED)
    np.random.seed(SEED)
    torch.manual_seed(SEED)
    pack = read_pack()
    without = {pack.questions.index(name) for name in given.leave_out.split(",") if name}
    model = Encoder(given.minilm, len(pack.questions))
    if given.start:
        state = torch.load(given.start, weights_only=True)
        model.load_state_dict({name: value for name, value in state.items() if name != "questions" and not name.startswith("heads")}, strict=False)
    batches, targets = Batches(pack, given.stage, without), Targets(pack, given.stage)
    steps = given.steps or batches.steps()
    own = [p for name, p in model.named_parameters() if not name.startswith("heads") and "pooler" not in name]
    groups = [{"params": own, "most": RATE[given.stage]}, {"params": list(model.heads.parameters()), "most": HEAD_RATE}]
    optimiser, began = torch.optim.AdamW(groups, lr=0.0, weight_decay=0.01), time.time()
    model.train()
    for step in range(steps):
        if step % TARGETS_RENEWED_EVERY == 0:
            targets.renew(model)
        loss = loss_of(model, pack, targets, batches.draw(), batches, given.stage)
        for group in optimiser.param_groups:
            group["lr"] = group["most"] * min(1, (step + 1) / 50) * max(0.02, 1 - step / steps)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        if (step + 1) % 40 == 0:
            print(f"{step + 1} of {steps}: {loss.item():.3f}, {time.time() - began:.0f} s", flush=True)
    torch.save({**model.state_dict(), "questions": pack.questions}, given.out)


if __name__ == "__main__":
    main()
