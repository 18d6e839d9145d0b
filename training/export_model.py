"""Makes the files under public/model/ from a trained BERT: 7-bit weights that lib/model runs in a browser.

    pip install -r training/requirements.txt
    python training/export_model.py SOURCE public/model --id minilm-2 [--state second.pt] [--keep pieces.txt]

SOURCE    a folder as HuggingFace saves it: config.json, vocab.txt, model.safetensors
--state   a torch state_dict to take in place of SOURCE's weights; its names may have any prefix; fewer layers are fine
--keep    word pieces to keep, one a line; single characters and the special pieces are always kept
--texts   sentences to compare on, one a line, instead of the few below

Writes model.bin (laid out as lib/model/weights.ts reads it), vocab.txt and model.json, and compares the vectors of the
float model with those of the written weights. Pruning changes which pieces a rare word is spelt with; the comparison
spells with the pruned vocabulary on both sides, so that it shows the quantisation alone.
"""
import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import torch
from tokenizers import BertWordPieceTokenizer
from transformers import BertConfig, BertModel

FORMAT = "parallax-bert-1"
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
ALIGNED = 16
# Weights are -63 to 63, stored with 64 added; eight columns lie in a panel, four values of each beside each other.
LARGEST_WEIGHT, ZERO_POINT, PANEL, TOGETHER = 63, 64, 8, 4
LARGEST_BYTE = 127
TEXTS = [
    "The ferry to the northern islands was cancelled for the third day in a row.",
    "Nobody answered.",
    "A spokeswoman for the harbour, who asked not to be named, put the number of crates at 4,200.",
    "“We never agreed to that,” the mayor said, “and we never will.”",
    "Critics of the dam say the valley’s nine villages were promised new houses by 2019 and got none.",
    "The museum denied that the painting had been sold, and said it was on loan to a gallery in Gdańsk.",
]


def load_state(source, state_file):
    """Names without prefix -> float32 arrays."""
    if state_file:
        state = torch.load(state_file, map_location="cpu", weights_only=True)
        state = state.get("state_dict", state)
    else:
        state = BertModel.from_pretrained(source).state_dict()
    marker = "embeddings.word_embeddings.weight"
    prefixes = [name[: -len(marker)] for name in state if name.endswith(marker)]
    if len(prefixes) != 1:
        raise SystemExit(f"expected one BERT in the weights, found {len(prefixes)}")
    (prefix,) = prefixes
    return {name[len(prefix):]: value.float() for name, value in state.items() if name.startswith(prefix)}


def kept_pieces(vocabulary, keep_file):
    """Ids of the pieces to keep, in their old order."""
    if not keep_file:
        return list(range(len(vocabulary)))
    wanted = set(Path(keep_file).read_text(encoding="utf-8").split("\n"))
    # Whatever is spelt letter by letter stays spellable.
    always = lambda piece: piece in SPECIAL or len(piece.removeprefix("##")) == 1
    return [at for at, piece in enumerate(vocabulary) if piece in wanted or always(piece)]


def quantise_matrix(weight):
    """[columns, width] floats -> whole numbers and the scale of each column."""
    scales = np.abs(weight).max(axis=1) / LARGEST_WEIGHT
    scales[scales == 0] = 1
    return np.rint(weight / scales[:, None]).astype(np.int8), scales.astype(np.float32)


def in_panels(whole):
    columns, width = whole.shape
    parts = (whole.astype(np.int16) + ZERO_POINT).astype(np.uint8).reshape(columns // PANEL, PANEL, width // TOGETHER, TOGETHER)
    return parts.transpose(0, 2, 1, 3)


class Writer:
    """Parts behind one another, each from a multiple of 16 bytes on."""

    def __init__(self):
        self.parts = []

    def add(self, array):
        data = np.ascontiguousarray(array).tobytes()
        self.parts.append(data + bytes(-len(data) % ALIGNED))

    def floats(self, tensor):
        self.add(np.asarray(tensor, dtype="<f4"))

    def matrix(self, weight, bias):
        """-> the weights as they will be read."""
        whole, scales = quantise_matrix(np.asarray(weight, dtype=np.float32))
        self.add(in_panels(whole))
        self.floats(scales)
        self.floats(bias)
        return torch.from_numpy(whole.astype(np.float32) * scales[:, None])


def write_weights(state, layers, max_tokens):
    """-> the bytes of model.bin, and the state as it will be read from them."""
    out, read = Writer(), dict(state)
    words = state["embeddings.word_embeddings.weight"].numpy()
    scales = np.maximum(np.abs(words).max(axis=1), 1e-12) / LARGEST_BYTE
    whole = np.rint(words / scales[:, None]).astype(np.int8)
    out.add(whole)
    out.floats(scales)
    read["embeddings.word_embeddings.weight"] = torch.from_numpy((whole * scales[:, None]).astype(np.float32))
    out.floats(state["embeddings.position_embeddings.weight"][:max_tokens])
    out.floats(state["embeddings.token_type_embeddings.weight"])
    norm = lambda name: (out.floats(state[name + ".weight"]), out.floats(state[name + ".bias"]))
    norm("embeddings.LayerNorm")
    for index in range(layers):
        layer = f"encoder.layer.{index}."
        asked = [layer + f"attention.self.{name}" for name in ("query", "key", "value")]
        together = lambda kind: torch.cat([state[f"{name}.{kind}"] for name in asked])
        for name, part in zip(asked, out.matrix(together("weight"), together("bias")).chunk(3)):
            read[name + ".weight"] = part
        for name, follows in [
            ("attention.output.dense", "attention.output.LayerNorm"),
            ("intermediate.dense", None),
            ("output.dense", "output.LayerNorm"),
        ]:
            read[layer + name + ".weight"] = out.matrix(state[layer + name + ".weight"], state[layer + name + ".bias"])
            if follows:
                norm(layer + follows)
    return b"".join(out.parts), read


def round_activations(_module, inputs):
    """What lib/model does to every row before it is multiplied: a byte for each number, by the row's largest."""
    (rows,) = inputs
    scales = rows.abs().amax(dim=-1, keepdim=True).clamp(min=1e-30) / LARGEST_BYTE
    return (torch.round(rows / scales) * scales,)


def bert_of(config, state, rounded):
    bert = BertModel(config, add_pooling_layer=False).eval()
    bert.load_state_dict({name: value for name, value in state.items() if name in bert.state_dict()}, strict=True)
    if rounded:
        for module in bert.modules():
            if isinstance(module, torch.nn.Linear):
                module.register_forward_pre_hook(round_activations)
    return bert


def encode(bert, tokenizer, text):
    """Text, or a pair of context and text -> its vector of length 1."""
    tokens = tokenizer.encode(*text) if isinstance(text, tuple) else tokenizer.encode(text)
    with torch.no_grad():
        rows = bert(input_ids=torch.tensor([tokens.ids]), token_type_ids=torch.tensor([tokens.type_ids]))
    own = rows.last_hidden_state[0]
    if isinstance(text, tuple):
        own = own[tokens.type_ids.index(1):]
    return torch.nn.functional.normalize(own.mean(dim=0), dim=0)


def compare(config, state, read, vocabulary_file, texts):
    tokenizer = BertWordPieceTokenizer(str(vocabulary_file), lowercase=True)
    pairs = [(texts[at - 1], text) for at, text in enumerate(texts) if at > 0]
    float_model, written = bert_of(config, state, False), bert_of(config, read, True)
    cosines = [float(encode(float_model, tokenizer, one) @ encode(written, tokenizer, one)) for one in [*texts, *pairs]]
    return {"compared": len(cosines), "leastCosine": round(min(cosines), 5), "meanCosine": round(sum(cosines) / len(cosines), 5)}


def export(source, out, model_id, state_file=None, keep_file=None, max_tokens=88, texts=TEXTS):
    config = BertConfig.from_pretrained(source)
    state = load_state(source, state_file)
    layers = 1 + max(int(name.split(".")[2]) for name in state if name.startswith("encoder.layer."))
    vocabulary = Path(source, "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    kept = kept_pieces(vocabulary, keep_file)
    state["embeddings.word_embeddings.weight"] = state["embeddings.word_embeddings.weight"][kept]
    config.update({"vocab_size": len(kept), "num_hidden_layers": layers})
    weights, read = write_weights(state, layers, max_tokens)

    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    pieces = ("\n".join(vocabulary[at] for at in kept) + "\n").encode()
    (out / "model.bin").write_bytes(weights)
    (out / "vocab.txt").write_bytes(pieces)
    card = {
        "format": FORMAT,
        "id": model_id,
        "sha256": hashlib.sha256(weights).hexdigest(),
        "vocabularySha256": hashlib.sha256(pieces).hexdigest(),
        "dimensions": config.hidden_size,
        "layers": layers,
        "heads": config.num_attention_heads,
        "feedForward": config.intermediate_size,
        "vocabulary": len(kept),
        "maxTokens": max_tokens,
    }
    (out / "model.json").write_text(json.dumps(card, indent=2) + "\n")
    return {"bytes": len(weights), "layers": layers, "vocabulary": len(kept), **compare(config, state, read, out / "vocab.txt", texts)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source")
    parser.add_argument("out")
    parser.add_argument("--id", required=True)
    parser.add_argument("--state")
    parser.add_argument("--keep")
    parser.add_argument("--texts")
    parser.add_argument("--max-tokens", type=int, default=88)
    given = parser.parse_args()
    texts = Path(given.texts).read_text(encoding="utf-8").splitlines() if given.texts else TEXTS
    print(json.dumps(export(given.source, given.out, given.id, given.state, given.keep, given.max_tokens, texts), indent=1))


if __name__ == "__main__":
    main()
