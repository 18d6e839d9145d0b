"""Learns when a sentence speaks to a question: boosted trees over what the matcher measures.

    npx tsx scripts/measure-evidence.ts real.jsonl ../shared/eval/articles ../shared/training/articles
    python training/train_acceptance.py --real real.jsonl --own odd.jsonl even.jsonl

Only articles that the sentence model was not trained on are used: all of ../shared/eval, of the real training articles
those that train_encoder.py keeps apart, and this project's invented ones, each measured with what was taught without it
(README.md). Figures are of the real ones, cross-validated over articles; the trees that are written have seen them all. Writes the trees and the three levels into public/model/acceptance.json.

--left-out   measures besides, with whole groups of questions left out of the learning
--curve      measures besides, with parts of the articles
"""
import argparse
import json
from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from labelled import EVAL, OWN, REAL, held_out, read_articles

SEED, FOLDS, BAGS = 20220329, 5, 4
# Chosen by the cross-validated average precision.
GROWING = dict(max_iter=180, learning_rate=0.06, max_leaf_nodes=14, min_samples_leaf=30, l2_regularization=8, max_features=0.35)
# What an invented sentence counts for.
OWN_WEIGHT = 0.3
# Of the marks shown, how many are to be right at least, by the cross-validation.
LEVELS = {"few": 0.9, "balanced": 0.8, "more": 0.65}
GROUPS = 3
PROJECT = Path(__file__).resolve().parent.parent
MODEL, RELIABILITY = PROJECT / "public" / "model" / "acceptance.json", PROJECT / "bench" / "reliability.json"


class Article:
    def __init__(self, row, gold, width):
        rows = row["rows"]
        self.file, self.told = row["file"], row["told"]
        self.labels = {label["i"]: label for label in gold["labels"] if gold["sentences"][label["i"]]}
        self.sentences = sum(1 for text in gold["sentences"] if text)
        self.at = np.array([r[0] for r in rows], int)
        self.questions = [r[1] for r in rows]
        numbers = [[np.nan if number is None else number for number in r[2:]] for r in rows]
        self.numbers = np.array(numbers, float).reshape(-1, width)
        right = [self.is_right(k) for k in range(len(rows))]
        need = [self.labels.get(at, {}).get("need", False) for at in self.at]
        self.y = np.array([r and n for r, n in zip(right, need)], float)
        # An optional sentence with a right question is neither right nor wrong: it teaches nothing.
        self.w = np.array([0.0 if r and not n else 1.0 for r, n in zip(right, need)])

    def is_right(self, k):
        label = self.labels.get(self.at[k])
        return bool(label) and self.questions[k] in [*label["questions"], *label["questionsAny"]]


def read(evidence, folders):
    """-> the names of the numbers, and the articles of the file that lie in the folders and have been kept apart."""
    gold = {article["file"]: article for folder in folders for article in read_articles(folder)}
    lines, apart, dev = Path(evidence).read_text(encoding="utf-8").splitlines(), held_out(), {a["file"] for a in read_articles(EVAL)}
    learned = {article["file"] for article in read_articles(REAL)} - apart
    names, articles = json.loads(lines[0])["evidence"], []
    for line in lines[1:]:
        row = json.loads(line)
        if row["file"] not in learned:
            articles.append(Article(row, gold[row["file"]], len(names)))
            articles[-1].dev = row["file"] in dev
    return names, articles


def grow(real, own, seed, without=()):
    """`without`: questions that nothing is learned of."""
    articles = [*real, *own]
    keep = [np.array([q not in without for q in a.questions], bool) for a in articles]
    x = np.concatenate([a.numbers[k] for a, k in zip(articles, keep)])
    y = np.concatenate([a.y[k] for a, k in zip(articles, keep)])
    w = np.concatenate([a.w[k] * (1.0 if n < len(real) else OWN_WEIGHT) for n, (a, k) in enumerate(zip(articles, keep))])
    if without:
        # Of a question that nobody taught the rows say nothing: the trees must know that case.
        names = grow.taught
        blank = np.random.default_rng(seed).random(len(x)) < 0.5
        x = x.copy()
        x[np.ix_(blank, names)] = np.nan
    return HistGradientBoostingClassifier(**GROWING, random_state=seed).fit(x, y, sample_weight=w)


def raw(forest, numbers):
    if len(numbers) == 0:
        return np.zeros(0)
    return np.mean([trees.decision_function(numbers) for trees in forest], axis=0)


def folds_of(articles):
    """Every fold has its share of either folder."""
    order = np.random.default_rng(SEED).permutation(len(articles))
    folds = np.zeros(len(articles), int)
    for dev in (True, False):
        some = [k for k in order if articles[k].dev == dev]
        for n, k in enumerate(some):
            folds[k] = n % FOLDS
    return folds


def cross_validate(articles, own, bags=BAGS, part=1.0):
    folds, found = folds_of(articles), [None] * len(articles)
    for fold in range(FOLDS):
        some = [a for a, f in zip(articles, folds) if f != fold]
        some = some[: max(1, int(part * len(some)))]
        forest = [grow(some, own[: int(part * len(own))], SEED + bag) for bag in range(bags)]
        for k in np.flatnonzero(folds == fold):
            found[k] = raw(forest, articles[k].numbers)
    return found


def leave_out(articles, own, names):
    """Each question judged by trees that have learned nothing of it, and without the rows that were taught of it."""
    questions = sorted({q for a in articles for q in a.questions})
    grow.taught = [n for n, name in enumerate(names) if name.startswith("taught")]
    folds, found = folds_of(articles), [np.full(len(a.y), -20.0) for a in articles]
    for group in range(GROUPS):
        out = set(questions[group::GROUPS])
        for fold in range(FOLDS):
            some = [a for a, f in zip(articles, folds) if f != fold]
            forest = [grow(some, own, SEED + bag, without=out) for bag in range(2)]
            for k in np.flatnonzero(folds == fold):
                rows = np.array([q in out for q in articles[k].questions], bool)
                numbers = articles[k].numbers[rows].copy()
                numbers[:, grow.taught] = np.nan
                found[k][rows] = raw(forest, numbers)
    return found


def ranked(articles, scores):
    """Of every sentence the surest question: (score, right and needed, article, row). Optional and right: left out."""
    items = []
    for n, (a, s) in enumerate(zip(articles, scores)):
        for at in np.unique(a.at):
            rows = np.flatnonzero(a.at == at)
            best = rows[s[rows].argmax()]
            if a.w[best] > 0:
                items.append((s[best], bool(a.y[best]), n, best))
    return sorted(items, key=lambda item: -item[0])


def figures(articles, scores, name=""):
    items, need = ranked(articles, scores), sum(label["need"] for a in articles for label in a.labels.values())
    hits = np.cumsum([right for _, right, *_ in items])
    precision = hits / np.arange(1, len(items) + 1)
    area = float(sum(p for p, (_, right, *_) in zip(precision, items) if right) / need)
    at = {p: float(max([h / need for h, q in zip(hits, precision) if q >= p], default=0)) for p in (0.5, 0.7, 0.75, 0.8, 0.85, 0.9)}
    print(f"{name:34s} need {need:4d}  average precision {area:.3f}  recall at " + "  ".join(f"{p}: {r:.2f}" for p, r in at.items()), flush=True)
    return area


def level_of(articles, scores, wanted):
    """The least threshold from which on the marks are as precise as wanted."""
    items, need = ranked(articles, scores), sum(label["need"] for a in articles for label in a.labels.values())
    hits, best = 0, (1.0, 1.0, 0.0)
    for shown, (score, right, *_) in enumerate(items, 1):
        hits += right
        if right and hits / shown >= wanted:
            best = (float(score), hits / shown, hits / need)
    return best


def calibration(articles, scores):
    """Platt's two numbers, so that the score is a probability."""
    from sklearn.linear_model import LogisticRegression

    items = ranked(articles, scores)
    fitted = LogisticRegression(C=1e6).fit(np.array([[s] for s, *_ in items]), [right for _, right, *_ in items])
    return float(fitted.coef_[0, 0]), float(fitted.intercept_[0])


def nodes_of(trees, scale):
    out = []
    for (predictor,) in trees._predictors:
        tree = []
        for node in predictor.nodes:
            if node["is_leaf"]:
                tree.append([round(float(node["value"]) * scale, 5)])
            else:
                missing = int(node["missing_go_to_left"])
                tree.append([int(node["feature_idx"]), float(node["num_threshold"]), missing, int(node["left"]), int(node["right"])])
        out.append(tree)
    return out


def report(name, articles, scores):
    for side, some in {"": articles, ", eval": [a for a in articles if a.dev], ", training": [a for a in articles if not a.dev]}.items():
        chosen = {id(a) for a in some}
        figures(some, [s for a, s in zip(articles, scores) if id(a) in chosen], name + side)


def reliability(articles, scores, slope, shift):
    """How often a mark of some probability is right, by tenths: what bench/reliability.ts draws."""
    items, bins = [(1 / (1 + np.exp(-(slope * score + shift))), right) for score, right, *_ in ranked(articles, scores)], []
    for tenth in range(10):
        some = [(p, right) for p, right in items if tenth / 10 <= p < (tenth + 1) / 10]
        if some:
            said, right = (round(float(np.mean([item[n] for item in some])), 2) for n in (0, 1))
            bins.append({"said": said, "right": right, "sentences": len(some)})
            print(f"said {said:.2f}  right {right:.2f}  of {len(some)}")
    return bins


def errors(articles, scores, threshold, sentences):
    """The wrong marks and the surest misses, to be read."""
    for score, right, n, row in ranked(articles, scores):
        a = articles[n]
        if score >= threshold and not right:
            print(f"wrong   {a.questions[row]:28s} {sentences[a.file][a.at[row]][:160]}")
    for a, s in zip(articles, scores):
        for at, label in a.labels.items():
            rows = np.flatnonzero(a.at == at)
            if label["need"] and (len(rows) == 0 or s[rows].max() < threshold):
                print(f"missed  {','.join(label['questions']):28s} {sentences[a.file][at][:160]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--real", required=True)
    parser.add_argument("--own", nargs="*", default=[])
    parser.add_argument("--curve", action="store_true")
    parser.add_argument("--left-out", action="store_true")
    parser.add_argument("--errors", action="store_true", help="prints the sentences that are wrongly marked or missed")
    parser.add_argument("--dry", action="store_true", help="measures only")
    given = parser.parse_args()
    names, articles = read(given.real, [EVAL, REAL])
    own = [article for path in given.own for article in read(path, [OWN])[1]]
    scores = cross_validate(articles, own)
    report("cross-validated", articles, scores)
    slope, shift = calibration(articles, scores)
    bins = reliability(articles, scores, slope, shift)
    if given.curve:
        for part in (0.1, 0.25, 0.5):
            report(f"{part:.0%} of the articles", articles, cross_validate(articles, own, 2, part))
        report("without the invented", articles, cross_validate(articles, [], 2))
    if given.left_out:
        report("questions left out", articles, leave_out(articles, own, names))
    # The pack was written from its sources: what is found in them says nothing about other articles.
    others = [(a, s) for a, s in zip(articles, scores) if not a.file.startswith("seed-")]
    raw_levels = {level: level_of(*zip(*others), wanted) for level, wanted in LEVELS.items()}
    if given.errors:
        sentences = {a["file"]: a["sentences"] for folder in (EVAL, REAL) for a in read_articles(folder)}
        errors(*zip(*others), raw_levels["balanced"][0], sentences)
    levels = {}
    for level, (threshold, precision, recall) in raw_levels.items():
        probability = 1 / (1 + np.exp(-(slope * threshold + shift)))
        levels[level] = {"threshold": round(float(probability) - 5e-5, 4), "precision": round(precision, 3), "recall": round(recall, 3)}
    print(json.dumps(levels, indent=1))
    if given.dry:
        return
    forest = [grow(articles, own, SEED + bag) for bag in range(BAGS)]
    intercept = slope * float(np.mean([trees._baseline_prediction.item() for trees in forest])) + shift
    file = json.loads(MODEL.read_text())
    file.update({"evidence": names, "intercept": round(intercept, 5), "levels": levels})
    file["trees"] = [tree for trees in forest for tree in nodes_of(trees, slope / BAGS)]
    MODEL.write_text(json.dumps(file, separators=(",", ":")) + "\n")
    RELIABILITY.write_text(json.dumps(bins, indent=1) + "\n")


if __name__ == "__main__":
    main()
