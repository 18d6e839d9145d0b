"""The labelled articles, wordings and the pack, as the trainings read them."""
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"
REAL, INVENTED, OWN = SHARED / "training" / "articles", SHARED / "training" / "invented", PROJECT / "training" / "invented"
EVAL, WORDINGS = SHARED / "eval" / "articles", SHARED / "training" / "wordings.json"
PACK = PROJECT / "packs" / "istanbul-2022"
MONTHS = "January February March April May June July August September October November December".split()
ENDS = re.compile(r"[.!?…:;”\"’)]\s*$")
# In characters: as lib/matching/meaning/context.ts.
HEADLINE, HEADING, BEFORE, HEADING_WORDS = 120, 80, 200, 12


@dataclass
class Pack:
    questions: list
    claims: list
    question_of_claim: list
    # (text, question, claim or -1): the questions themselves, the claims, and the aspects.
    targets: list


@dataclass
class Sentence:
    file: str
    text: str
    published: str = ""
    headline: str = ""
    heading: str = ""
    before: str = ""
    need: bool = False
    optional: bool = False
    claims: list = field(default_factory=list)
    questions: list = field(default_factory=list)
    accepted: list = field(default_factory=list)

    def context(self, rich=True):
        parts = [f"({month_of(self.published)})" if self.published else ""]
        if rich:
            parts += [self.headline[:HEADLINE], "" if self.heading == self.headline else self.heading[:HEADING]]
        return " ".join(part for part in [*parts, self.before[-BEFORE:]] if part)


def month_of(published):
    year, *rest = str(published).split("-")
    return f"{MONTHS[int(rest[0]) - 1]} {year}" if rest else year


def read_pack():
    order = yaml.safe_load((PACK / "pack.yaml").read_text(encoding="utf-8"))["questions"]
    questions = [yaml.safe_load((PACK / "questions" / f"{name}.yaml").read_text(encoding="utf-8")) for name in order]
    claims = [claim["id"] for question in questions for claim in question["claims"]]
    owner = [n for n, question in enumerate(questions) for _ in question["claims"]]
    says = [(claim["says"], n, claims.index(claim["id"])) for n, question in enumerate(questions) for claim in question["claims"]]
    asks = [(question["asks"], n, -1) for n, question in enumerate(questions)]
    aspects = [(aspect["says"], n, -1) for n, question in enumerate(questions) for aspect in question.get("aspects", [])]
    return Pack([question["id"] for question in questions], claims, owner, says + asks + aspects)


def read_articles(folder):
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]


def held_out():
    """Names of the real articles that the sentence model never sees: every third."""
    return {article["file"] for article in read_articles(REAL)[::3]}


def is_heading(text):
    return len(text.split()) <= HEADING_WORDS and not ENDS.search(text)


def sentences_of(articles, pack):
    question_at = {name: n for n, name in enumerate(pack.questions)}
    claim_at = {name: n for n, name in enumerate(pack.claims)}
    out = []
    for article in articles:
        labels, texts, heading = {label["i"]: label for label in article["labels"]}, article["sentences"], ""
        for at, text in enumerate(texts):
            if not text:
                continue
            if at and is_heading(text):
                heading = text
            label = labels.get(at)
            sentence = Sentence(article["file"], text, str(article.get("published") or ""), texts[0] or "" if at else "",
                                heading if heading != text else "", (texts[at - 1] or "") if at else "")
            if label:
                sentence.need, sentence.optional = label["need"], not label["need"]
                sentence.claims = [claim_at[c] for c in label["claims"]]
                sentence.questions = [question_at[q] for q in label["questions"]]
                sentence.accepted = [question_at[q] for q in {*label["questions"], *label["questionsAny"]}]
            out.append(sentence)
    return out


def read_wordings(pack):
    """-> sentences that state or dispute a claim, that answer a question otherwise, and near misses."""
    wordings = json.loads(WORDINGS.read_text(encoding="utf-8"))
    claim_at = {name: n for n, name in enumerate(pack.claims)}
    question_at = {name: n for n, name in enumerate(pack.questions)}
    states, answers, misses = [], [], []
    for name, kinds in wordings["claims"].items():
        misses += [Sentence("", text) for text in kinds["no"]]
        if name in claim_at:
            claim, question = claim_at[name], pack.question_of_claim[claim_at[name]]
            states += [Sentence("", text, claims=[claim], questions=[question], accepted=[question], need=True) for text in kinds["yes"]]
    for name, texts in wordings["questions"].items():
        if name in question_at:
            texts = texts if isinstance(texts, list) else texts.get("other", texts.get("yes", []))
            answers += [Sentence("", text, questions=[question_at[name]], accepted=[question_at[name]], need=True) for text in texts]
    return states, answers, misses
