"""What a language model said, kept as it came: with the model's name, the prompt's digest and the counts."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from pathlib import Path

from casualty_ledger.intake.articles.model.asking_model import DIGEST, Answer, Endpoint
from casualty_ledger.intake.articles.texts import Article
from casualty_ledger.intake.proposals.batch import folder_of
from casualty_ledger.project import Project
from casualty_ledger.whole_files import write_text

FOLDER, SHORT = "model_replies", 8


def keep_replies(project: Project, article: Article, endpoint: Endpoint, answer: Answer, on: date) -> Path:
    """Write the replies of a model about one article beside the proposals, and return the path.

    Errors: CannotWrite.
    """
    digest = sha256(article.text.encode("utf-8", errors="replace")).hexdigest()
    record = {
        "model": endpoint.name,
        "host": endpoint.host,
        "prompt_sha256": DIGEST,
        "text_sha256": digest,
        "asked_on": on.isoformat(),
        "spans": dict(sorted(answer.pointed.became.items())),
        "replies": answer.replies,
    }
    path = folder_of(project) / FOLDER / f"{article.id}-{digest[:SHORT]}.json"
    write_text(path, json.dumps(record, ensure_ascii=True, indent=1) + "\n")
    return path
