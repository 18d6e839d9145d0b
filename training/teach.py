"""Teaches a pack's questions on top of the sentence model: logistic regression from vectors to questions, or to none.

    python training/teach.py MINILM second.pt public/model

Learned from are the real articles that train_encoder.py learned from, the invented ones of ../shared and those of this
project. Writes what was taught into acceptance.json of the given folder; train_acceptance.py adds the rest.

--apart odd   leaves every second of the project's own articles out (or even), so that they can serve train_acceptance.py
"""
import argparse
import base64
import json
from pathlib import Path

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression

from encoder import Encoder
from labelled import INVENTED, OWN, PACK, REAL, held_out, read_articles, read_pack, sentences_of

# Strength of the pull towards nothing, by the average precision on the real articles that are kept apart.
C, SHARPNESS, LARGEST_BYTE, NEVER = 3.0, 12.0, 127, -30.0


def learned_from(pack, apart):
    own = read_articles(OWN)
    if apart:
        own = own[(1 if apart == "even" else 0) :: 2]
    real = [article for article in read_articles(REAL) if article["file"] not in held_out()]
    return sentences_of([*real, *read_articles(INVENTED), *own], pack)


def packed(rows):
    """As lib/matching/meaning/packed-text.ts reads it."""
    scales = np.maximum(np.abs(rows).max(axis=1), 1e-12) / LARGEST_BYTE
    values = np.rint(rows / scales[:, None]).astype(np.int8)
    return {"dimensions": rows.shape[1], "scales": [float(np.float32(s)) for s in scales], "values": base64.b64encode(values.tobytes()).decode()}


def teach(vectors, sentences, questions):
    """-> a row and a bias for each question, the last for none."""
    none = questions
    answers = np.array([s.questions[0] if s.need and s.questions else -1 if s.need or s.optional else none for s in sentences])
    model = LogisticRegression(C=C, max_iter=300).fit(vectors[answers >= 0], answers[answers >= 0])
    rows, biases = np.zeros((questions + 1, vectors.shape[1]), np.float32), np.full(questions + 1, NEVER)
    for row, bias, name in zip(model.coef_, model.intercept_, model.classes_):
        rows[name], biases[name] = row / SHARPNESS, bias
    return rows, biases


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("minilm")
    parser.add_argument("state")
    parser.add_argument("out")
    parser.add_argument("--apart", choices=["odd", "even"])
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    given = parser.parse_args()
    pack, model = read_pack(), Encoder(given.minilm, given.device)
    model.load_state_dict(torch.load(given.state, weights_only=True), strict=False)
    sentences = learned_from(pack, given.apart)
    vectors = model.encode([(s.context(), s.text) for s in sentences]).astype(np.float16).astype(np.float32)
    rows, biases = teach(vectors, sentences, len(pack.questions))
    nothing = {"threshold": 2, "precision": 1, "recall": 0}
    file = {
        "format": "parallax-acceptance-1",
        "model": json.loads(Path(given.out, "model.json").read_text())["id"],
        "evidence": [],
        "intercept": 0,
        "levels": {level: nothing for level in ("few", "balanced", "more")},
        "taught": [{"pack": PACK.name, "questions": pack.questions, "rows": packed(rows), "biases": [round(float(bias), 5) for bias in biases]}],
        "trees": [],
    }
    Path(given.out, "acceptance.json").write_text(json.dumps(file, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
