"""Writes tests/fixtures/model/: what the reference makes of made-up strings, and a tiny model of chance weights.

    python training/record_fixtures.py VOCAB tests/fixtures/model

VOCAB is BERT's vocab.txt. There is no chance in it that a seed does not fix: the same versions write the same files.

word-pieces.json   {pieces, texts: [text, ids], pairs: [context, text, ids, types]} by HuggingFace's tokenizer
tiny/              a model as export_model.py writes it, and expected.json: [context, text, vector] by torch, in floats
"""
import json
import random
import sys
import tempfile
from pathlib import Path

import torch
from tokenizers import BertWordPieceTokenizer
from transformers import BertConfig, BertModel

from export_model import SPECIAL, bert_of, encode, export, load_state

SEED = 20220329
PAIR_TOKENS = 24
PUNCTUATION = list(".,;:!?-–—…'’‘“”„«»()[]{}/\\&@#$%*+=<>^`|~_§¶•·¡¿†") + ["...", "--", "'s", "n’t"]
# First and last code points. Blocks that Unicode had long before the reference's tables were made.
SCRIPTS = {
    "latin": [(0x41, 0x5A), (0x61, 0x7A), (0xC0, 0x24F), (0x1E00, 0x1EFF)],
    "greek": [(0x386, 0x38A), (0x38E, 0x3A1), (0x3A3, 0x3CE), (0x1F00, 0x1F15)],
    "cyrillic": [(0x400, 0x481), (0x48A, 0x4FF)],
    "armenian, georgian": [(0x531, 0x556), (0x561, 0x587), (0x10D0, 0x10F0)],
    "hebrew": [(0x5B0, 0x5BD), (0x5D0, 0x5EA)],
    "arabic": [(0x621, 0x652), (0x660, 0x6D3)],
    "indic": [(0x905, 0x94D), (0x985, 0x98C), (0xE01, 0xE3A)],
    "cjk": [(0x4E00, 0x9FA5), (0x3041, 0x3096), (0x30A1, 0x30FA), (0x3400, 0x3500), (0x20000, 0x20100), (0x2F800, 0x2F820)],
    "hangul": [(0xAC00, 0xD7A3)],
    "symbols": [(0x20A0, 0x20B5), (0x2100, 0x214F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2600, 0x26C3), (0xFF01, 0xFF5E)],
    "emoji": [(0x1F300, 0x1F320), (0x1F400, 0x1F43E), (0x1F600, 0x1F640), (0x1F1E6, 0x1F1FF), (0x1F3FB, 0x1F3FF)],
    "marks": [(0x300, 0x34E)],
    "unseen": [(0, 0x1F), (0x7F, 0xA0), (0xAD, 0xAD), (0x200B, 0x200F), (0x2028, 0x202F), (0x2060, 0x2064), (0xE000, 0xE010), (0xFE0E, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFFD, 0xFFFD), (0x3000, 0x3000), (0x2000, 0x200A)],
}
JOINED = ["👩‍👩‍👧‍👦", "👍🏽", "🏳️‍🌈", "❤️", "🇹🇷", "e\u0301", "A\u030A", "ǆ", "ß", "ẞ", "İ", "ı", "ΟΔΟΣ", "ﬁ", "½", "²", "Ⅳ", "№", "…", "한글", "I\u0307"]


def make_texts(words, chance):
    def letters(name, most):
        blocks = SCRIPTS[name]
        return "".join(chr(chance.randint(*chance.choice(blocks))) for _ in range(chance.randint(1, most)))

    def cased(word):
        return chance.choice([word, word, word, word.capitalize(), word.upper()])

    def word():
        one = cased(chance.choice(words))
        kind = chance.random()
        if kind < 0.10:
            return chance.choice(PUNCTUATION) + one
        if kind < 0.25:
            return one + chance.choice(PUNCTUATION)
        if kind < 0.35:
            return one + chance.choice(["", "-"]) + chance.choice(words)
        if kind < 0.45:
            return f"{chance.randint(0, 99999):,}" + chance.choice(["", "%", "km", ".5", "th", "-"])
        return one

    texts = ["", " ", "\t\n\r", "\0", "a\0b", "\ufeff", "x" * 99, "x" * 100, "x" * 101, "é" * 101, "!" * 120, "😀" * 60]
    texts += ["http://ferry.example/a_b?c=1&d=%20#e", "a.b@ferry.example", "U.S.", "1,351.5", "3–4", "don't", "don’t", "C++", "#1", "$5", "£5", "5€"]
    texts += JOINED
    while len(texts) < 1300:
        texts.append(" ".join(word() for _ in range(chance.randint(1, 9))))
    while len(texts) < 2000:
        name = chance.choice(list(SCRIPTS))
        texts.append(" ".join(letters(name, 6) for _ in range(chance.randint(1, 4))))
    while len(texts) < 2300:
        parts = [word, lambda: letters(chance.choice(list(SCRIPTS)), 3), lambda: chance.choice(JOINED), lambda: chance.choice(PUNCTUATION)]
        texts.append("".join(chance.choice(parts)() + chance.choice(["", " ", "  ", "\u00a0", "\t"]) for _ in range(chance.randint(2, 7))))
    return texts


def record_word_pieces(vocabulary_file, folder, chance):
    vocabulary = vocabulary_file.read_text(encoding="utf-8").rstrip("\n").split("\n")
    plain = [piece for piece in vocabulary if piece.isascii() and piece.isalpha() and len(piece) > 2]
    words = chance.sample(plain, 400)
    texts = make_texts(words, chance)
    spelt = BertWordPieceTokenizer(str(vocabulary_file), lowercase=True)
    used = {piece for text in texts for piece in spelt.encode(text).tokens}
    # What is left out makes longer words fall apart: pieces are tried in earnest.
    kept = [p for p in vocabulary if p in SPECIAL or (p in used and (len(p.removeprefix("##")) == 1 or chance.random() < 0.8))]
    with tempfile.TemporaryDirectory() as scratch:
        small = Path(scratch, "vocab.txt")
        small.write_text("\n".join(kept) + "\n", encoding="utf-8")
        tokenizer = BertWordPieceTokenizer(str(small), lowercase=True)
        rows = [[text, tokenizer.encode(text).ids] for text in texts]
        fits = lambda text: len(tokenizer.encode(text).ids) < PAIR_TOKENS - 3
        made = [[" ".join(chance.choices(words, k=chance.randint(1, most))) for most in (12, 4)] for _ in range(300)]
        made = [(context, text) for context, text in made if fits(text)]
        tokenizer._tokenizer.enable_truncation(PAIR_TOKENS, strategy="only_first", direction="left")
        pairs = []
        for context, text in made:
            tokens = tokenizer.encode(context, text)
            pairs.append([context, text, tokens.ids, tokens.type_ids])
    lines = [json.dumps(row, ensure_ascii=True, separators=(",", ":")) for row in rows]
    paired = [json.dumps(row, ensure_ascii=True, separators=(",", ":")) for row in pairs]
    text = f'{{"pairTokens":{PAIR_TOKENS},\n"pieces":{json.dumps(kept)},\n"texts":[\n' + ",\n".join(lines) + '\n],\n"pairs":[\n' + ",\n".join(paired) + "\n]}\n"
    (folder / "word-pieces.json").write_text(text)
    return kept, words


def record_tiny_model(kept, words, folder, chance):
    torch.manual_seed(SEED)
    pieces = kept[:5] + [p for p in kept[5:] if p.removeprefix("##").isascii() and len(p.removeprefix("##")) == 1]
    pieces += [word for word in words if word in kept][:150]
    size = dict(hidden_size=32, num_hidden_layers=2, num_attention_heads=4, intermediate_size=64, vocab_size=len(pieces))
    config = BertConfig(**size, max_position_embeddings=48, initializer_range=0.3)
    with tempfile.TemporaryDirectory() as scratch:
        Path(scratch, "vocab.txt").write_text("\n".join(pieces) + "\n")
        BertModel(config).save_pretrained(scratch)
        compared = [" ".join(chance.choices(pieces[-150:], k=8)) for _ in range(20)]
        told = export(scratch, folder / "tiny", "tiny", max_tokens=32, texts=compared)
        state = load_state(scratch, None)
    tokenizer = BertWordPieceTokenizer(str(folder / "tiny" / "vocab.txt"), lowercase=True)
    model, known, rows = bert_of(config, state, False), pieces[-150:], []
    for _ in range(40):
        context, text = (" ".join(chance.choices(known, k=chance.randint(1, 9))) for _ in range(2))
        context = context if chance.random() < 0.5 else None
        vector = encode(model, tokenizer, (context, text) if context else text)
        rows.append([context, text, [round(float(value), 5) for value in vector]])
    (folder / "tiny" / "expected.json").write_text("[\n" + ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows) + "\n]\n")
    return told


def main():
    vocabulary_file, folder = Path(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(SEED)
    kept, words = record_word_pieces(vocabulary_file, folder, chance)
    print(json.dumps(record_tiny_model(kept, words, folder, chance)))


if __name__ == "__main__":
    main()
