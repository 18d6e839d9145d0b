"""Writes public/model/acceptance.json: what train_encoder.py taught of a pack's questions. train_acceptance.py adds the rest.

    python training/export_taught.py model.pt public/model --pack istanbul-2022
"""
import argparse
import base64
import json
from pathlib import Path

import numpy as np
import torch

LARGEST_BYTE = 127


def packed(rows):
    """As lib/matching/meaning/packed-text.ts reads it."""
    scales = np.maximum(np.abs(rows).max(axis=1), 1e-12) / LARGEST_BYTE
    values = np.rint(rows / scales[:, None]).astype(np.int8)
    return {"dimensions": rows.shape[1], "scales": [float(np.float32(s)) for s in scales], "values": base64.b64encode(values.tobytes()).decode()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("state")
    parser.add_argument("out")
    parser.add_argument("--pack", required=True)
    given = parser.parse_args()
    state = torch.load(given.state, map_location="cpu", weights_only=True)
    card = json.loads(Path(given.out, "model.json").read_text())
    taught = {
        "pack": given.pack,
        "questions": state["questions"],
        "rows": packed(state["heads.weight"].float().numpy()),
        "biases": [round(float(bias), 5) for bias in state["heads.bias"]],
    }
    nothing = {"threshold": 2, "precision": 1, "recall": 0}
    file = {
        "format": "parallax-acceptance-1",
        "model": card["id"],
        "evidence": [],
        "intercept": 0,
        "levels": {level: nothing for level in ("few", "balanced", "more")},
        "taught": [taught],
        "trees": [],
    }
    Path(given.out, "acceptance.json").write_text(json.dumps(file, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
