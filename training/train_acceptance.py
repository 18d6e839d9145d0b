"""Learns when a sentence speaks to a question: boosted trees over what the matcher measures.

    npx tsx scripts/measure-evidence.ts /tmp/evidence.jsonl ../shared/eval/articles ../shared/training/articles
    python training/train_acceptance.py /tmp/evidence.jsonl ../shared/eval/articles ../shared/training/articles

Only articles that the sentence model was not trained on are used: all of the first folder, and of the second those that
train_encoder.py keeps apart. Figures are cross-validated over articles; the trees that are written have seen all of
them. Writes the trees and the three levels into public/model/acceptance.json.

--left-out   measures besides, with whole groups of questions left out of the learning
--curve      measures besides, with parts of the articles
"""
import argparse
import json
import sys
from pathlib import Path

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from labelled import held_out

SEED, FOLDS, BAGS = 20220329, 10, 4
# Chosen by the cross-validated average precision.
GROWING = dict(max_iter=110, learning_rate=0.06, max_leaf_nodes=10, min_samples_leaf=25, l2_regularization=8, max_features=0.35)
# Of the marks shown, how many are to be right at least, by the cross-validation.
LEVELS = {"few": 0.9, "balanced": 0.8, "more": 0.65}
MODEL = Path(__file__).parent.parent / "public" / "model" / "acceptance.json"


class Article:
    def __init__(self, row, gold, width):
        rows = row["rows"]
        self.file, self.told = row["file"], row["told"]
        self.labels = {label["i"]: label for label in gold["labels"] if gold["sentences"][label["i"]]}
        self.sentences = sum(1 for text in gold["sentences"] if text)
        self.at = np.array([r[0] for r in rows], int)
        self.questions = [r[1] for r in rows]
        self.claims, self.nearness = [r[2] for r in rows], np.array([r[3:5] for r in rows], float).reshape(-1, 2)
        numbers = [[np.nan if number is None else number for number in r[5:]] for r in rows]
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
    gold = {}
    for folder in folders:
        for path in sorted(Path(folder).glob("*.json")):
            article = json.loads(path.read_text(encoding="utf-8"))
            gold[(folder, article["file"])] = article
    lines = Path(evidence).read_text(encoding="utf-8").splitlines()
    head, articles, apart = json.loads(lines[0]), [], held_out()
    for line in lines[1:]:
        row = json.loads(line)
        if row["dir"] == folders[0] or row["file"] in apart:
            article = Article(row, gold[(row["dir"], row["file"])], len(head["evidence"]))
            article.dev = row["dir"] == folders[0]
            articles.append(article)
    return head, articles


def grow(articles, seed, without=(), growing=GROWING):
    """`without`: questions that nothing is learned of."""
    keep = [np.array([q not in without for q in a.questions], bool) for a in articles]
    x = np.concatenate([a.numbers[k] for a, k in zip(articles, keep)])
    y = np.concatenate([a.y[k] for a, k in zip(articles, keep)])
    w = np.concatenate([a.w[k] for a, k in zip(articles, keep)])
    return HistGradientBoostingClassifier(**growing, random_state=seed).fit(x, y, sample_weight=w)


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


def cross_validate(articles, growing=GROWING, bags=BAGS, part=1.0):
    folds, found = folds_of(articles), [None] * len(articles)
    for fold in range(FOLDS):
        some = [a for a, f in zip(articles, folds) if f != fold]
        some = some[: max(1, int(part * len(some)))]
        forest = [grow(some, SEED + bag, growing=growing) for bag in range(bags)]
        for k in np.flatnonzero(folds == fold):
            found[k] = raw(forest, articles[k].numbers)
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
    """The least threshold from which on the marks are as precise as wanted, at every higher one too (but for the first ten)."""
    items, need = ranked(articles, scores), sum(label["need"] for a in articles for label in a.labels.values())
    hits, best = 0, (1.0, 1.0, 0.0)
    for shown, (score, right, *_) in enumerate(items, 1):
        hits += right
        if shown >= 10 and hits / shown < wanted:
            break
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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("evidence")
    parser.add_argument("folders", nargs=2)
    parser.add_argument("--curve", action="store_true")
    parser.add_argument("--left-out", action="store_true")
    parser.add_argument("--dry", action="store_true", help="measures only")
    given = parser.parse_args()
    head, articles = read(given.evidence, given.folders)
    scores = cross_validate(articles)
    sides = {"all": articles, "eval": [a for a in articles if a.dev], "held-out training articles": [a for a in articles if not a.dev]}
    of = {id(a): s for a, s in zip(articles, scores)}
    for name, some in sides.items():
        figures(some, [of[id(a)] for a in some], name)
    if given.curve:
        for part in (0.1, 0.25, 0.5, 0.75):
            figures(articles, cross_validate(articles, part=part), f"{part:.0%} of the articles")
    if given.left_out:
        questions = sorted({q for a in articles for q in a.questions})
        found = [np.full(len(a.y), -20.0) for a in articles]
        folds = folds_of(articles)
        taught = [n for n, name in enumerate(head["evidence"]) if name.startswith("taught")]
        for group in range(3):
            out = set(questions[group::3])
            for fold in range(FOLDS):
                some = [a for a, f in zip(articles, folds) if f != fold]
                forest = [grow(some, SEED + bag, without=out) for bag in range(2)]
                for k in np.flatnonzero(folds == fold):
                    a = articles[k]
                    rows = np.array([q in out for q in a.questions], bool)
                    numbers = a.numbers[rows].copy()
                    numbers[:, taught] = np.nan
                    found[k][rows] = raw(forest, numbers)
        for name, some in sides.items():
            ix = {id(a): n for n, a in enumerate(articles)}
            figures(some, [found[ix[id(a)]] for a in some], f"{name}, questions left out")
    if given.dry:
        return
    slope, shift = calibration(articles, scores)
    real = [a for a in articles if not a.file.startswith("seed-")]
    levels = {}
    for level, wanted in LEVELS.items():
        threshold, precision, recall = level_of(real, [of[id(a)] for a in real], wanted)
        probability = 1 / (1 + np.exp(-(slope * threshold + shift)))
        levels[level] = {"threshold": round(float(probability) - 5e-5, 4), "precision": round(precision, 3), "recall": round(recall, 3)}
    forest = [grow(articles, SEED + bag) for bag in range(BAGS)]
    intercept = slope * float(np.mean([trees._baseline_prediction.item() for trees in forest])) + shift
    file = json.loads(MODEL.read_text())
    file.update({"evidence": head["evidence"], "intercept": round(intercept, 5), "levels": levels})
    file["trees"] = [tree for trees in forest for tree in nodes_of(trees, slope / BAGS)]
    MODEL.write_text(json.dumps(file, separators=(",", ":")) + "\n")
    print(json.dumps(levels, indent=1))


if __name__ == "__main__":
    sys.exit(main())
