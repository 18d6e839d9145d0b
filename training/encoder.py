"""The sentence encoder while it is trained: MiniLM, and a mean over the sentence's own tokens."""
import numpy as np
import torch
import torch.nn.functional as F
from transformers import AutoModel, AutoTokenizer

TOKENS, SENTENCE_TOKENS, SHARPNESS = 88, 64, 16.0


class Encoder(torch.nn.Module):
    def __init__(self, folder, device="cpu"):
        super().__init__()
        self.m, self.tokenizer, self.known = AutoModel.from_pretrained(folder), AutoTokenizer.from_pretrained(folder), {}
        self.a, self.b = torch.nn.Parameter(torch.tensor(12.0)), torch.nn.Parameter(torch.tensor(-7.0))
        self.need = torch.nn.Linear(self.m.config.hidden_size, 1)
        self.device = device
        self.to(device)

    def lower_precision(self):
        return torch.autocast(self.device, dtype=torch.bfloat16)

    def pieces(self, text):
        if text not in self.known:
            self.known[text] = self.tokenizer(text, add_special_tokens=False)["input_ids"]
        return self.known[text]

    def forward(self, pairs, most=TOKENS):
        """(context, sentence) pairs -> vectors of length 1. Of a long context the beginning is cut off."""
        start, end, rows = self.tokenizer.cls_token_id, self.tokenizer.sep_token_id, []
        for context, text in pairs:
            own = self.pieces(text)[:SENTENCE_TOKENS]
            before = self.pieces(context)[-(most - len(own) - 3):] if context else []
            rows.append(([start, *before, end, *own, end], len(before) + 2) if before else ([start, *own, end], 0))
        size = (len(rows), max(len(row) for row, _ in rows))
        # Ids, what is there, what is the sentence's own, and which of two parts it is.
        told = np.zeros((4, *size), np.int64)
        told[0] = self.tokenizer.pad_token_id
        for n, (row, first) in enumerate(rows):
            told[0, n, : len(row)], told[1, n, : len(row)], told[2, n, first : len(row)] = row, 1, 1
            if first:
                told[3, n, first : len(row)] = 1
        ids, seen, own, types = torch.from_numpy(told).to(self.device)
        hidden = self.m(input_ids=ids, attention_mask=seen, token_type_ids=types).last_hidden_state
        own = own.unsqueeze(-1).to(hidden.dtype)
        return F.normalize(((hidden * own).sum(1) / own.sum(1)).float(), dim=-1)

    def encode(self, pairs, batch=64):
        self.eval()
        out, order = np.zeros((len(pairs), self.m.config.hidden_size), np.float32), np.argsort([len(c) + len(t) for c, t in pairs])
        with torch.no_grad(), self.lower_precision():
            for at in range(0, len(order), batch):
                some = order[at : at + batch]
                out[some] = self([pairs[n] for n in some]).cpu().numpy()
        self.train()
        return out


def question_scores(cosines, owners, questions):
    """[n, targets] -> [n, questions]: a soft maximum over each question's targets, as lib/matching/meaning/pack-meaning.ts."""
    belongs = F.one_hot(owners, questions).float()
    sums = torch.exp(SHARPNESS * (cosines.float() - 1)) @ belongs
    return 1 + (sums.log() - belongs.sum(0).log() / 2) / SHARPNESS
