"""Text as TOML has it; whatever a list holds, it stays data."""

import json
import re

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def string(text: str) -> str:
    """A basic string: JSON's escapes are TOML's, and control characters are left out."""
    return json.dumps(_CONTROL.sub(" ", text), ensure_ascii=False)
