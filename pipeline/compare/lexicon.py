"""Words with a meaning to the comparison of titles. Small tables; add a word with its case."""

STOP = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "and",
        "or",
        "in",
        "on",
        "for",
        "to",
        "with",
        "from",
        "by",
        "at",
        "as",
        "is",
        "are",
        "be",
        "its",
        "it",
        "this",
        "that",
        "these",
        "via",
        "using",
        "into",
        "under",
        "over",
        "between",
        "toward",
        "towards",
        "their",
        "our",
        "we",
        "how",
        "what",
        "why",
        "do",
        "does",
        "can",
        "not",
        "no",
        "than",
        "der",
        "die",
        "das",
        "und",
        "des",
        "von",
        "im",
        "ein",
        "eine",
        "zur",
        "zum",
        "le",
        "la",
        "les",
        "du",
        "de",
        "et",
        "en",
        "un",
        "une",
        "el",
        "los",
        "las",
        "y",
        "del",
        "il",
        "lo",
        "gli",
        "di",
        "da",
        "e",
    ]
)
"""Words that carry no topic."""

NEGATIONS = frozenset(
    ["no", "not", "non", "without", "never", "neither", "nor", "cannot", "un", "none", "against"]
)
"""Words whose loss turns a title round."""

OPPOSED = tuple(
    frozenset(group.split())
    for group in (
        "un non in im ir il dis a an anti de mis semi self counter", "hypo hyper eu", "intra inter extra trans",
        "micro macro nano meso mega pico", "pre post peri", ("mono bi di tri tetra multi uni poly "
        "quadri oligo single"), "homo hetero iso allo auto xeno", "endo exo ecto", "in ex de re",
        "up down", "over under", "sub super supra", "pro anti contra", "low high", "ortho meta para",
        "fe", "neo paleo", "long short", "left right", "early late", "upper lower", "inner outer",
    )
)  # fmt: skip
"""Beginnings that make another word of the rest: "supervised" is no misspelt "unsupervised"."""

ROMAN = frozenset(
    [
        "i",
        "ii",
        "iii",
        "iv",
        "v",
        "vi",
        "vii",
        "viii",
        "ix",
        "x",
        "xi",
        "xii",
        "xiii",
        "xiv",
        "xv",
        "xvi",
    ]
)

COMMON = frozenset(
    ["deep", "learning", "introduction", "editorial", "neural", "network", "networks", "review", "survey", "analysis", "study", "data", "model", "models", "modeling", "modelling", "method", "methods", "approach", "approaches", "system", "systems", "based", "new", "novel", "theory", "application", "applications", "machine", "artificial", "intelligence", "research", "science", "human", "development", "effect", "effects", "using", "use", "case", "report", "reports", "evaluation", "overview", "language", "processing", "recognition", "image", "images", "classification", "prediction", "detection", "design", "control", "information", "computer", "large", "scale", "algorithm", "algorithms", "optimization", "learning-based", "problem", "problems", "preface", "foreword", "discussion", "conclusion", "conclusions", "summary", "abstract", "abstracts", "index", "contents", "news", "letter", "letters", "editor", "editors", "comment", "comments", "commentary", "reply", "response", "erratum", "corrigendum", "correction", "note", "notes", "book", "reviews", "guest", "issue", "special", "volume", "perspective", "perspectives", "future", "challenges", "opportunities", "trends", "advances", "recent", "progress", "current", "state", "art", "general", "genetic", "genome", "genomics", "gene", "genes", "cell", "cells", "protein", "proteins", "cancer", "disease", "diseases", "clinical", "health", "medicine", "medical", "biology", "chemistry", "physics", "mathematics", "social", "education", "management", "economics", "international", "role", "performance", "estimation", "simulation", "representation", "representations", "visual", "semantic", "graph", "graphs", "attention", "transformer", "transformers", "generation", "generative", "adversarial", "reinforcement", "unsupervised", "supervised", "background", "methodology", "results", "materials", "program", "tutorial", "workshop", "proceedings", "conference", "message", "chair", "chairs", "welcome", "author", "authors", "announcement", "announcements", "obituary", "interview", "quantum", "energy", "water", "climate", "change", "risk", "evidence", "time", "space", "structure", "structures", "dynamics", "properties", "process", "quality", "high", "low", "multi", "single", "first", "second", "one", "two", "three"]
)  # fmt: skip
"""Words so common in titles that they tell little."""

NICKNAMES_OF_TITLES = 4
"""Most words of a nickname before a colon."""

NOTICE = (
    "erratum", "errata", "corrigendum", "corrigenda", "correction to", "correction", "corrections",
    "author correction", "publisher correction", "retraction", "retraction note", "retraction notice",
    "retraction notice to", "notice of retraction", "withdrawal", "expression of concern",
    "editorial expression of concern", "addendum", "reply", "reply to", "reply on", "response",
    "response to", "authors response", "author response", "authors reply", "author reply",
    "in reply", "comment", "comment on", "comments on", "commentary", "commentary on", "re",
    "letter to the editor", "letter", "editorial", "editorial comment", "discussion of",
    "discussion on", "discussion", "rebuttal", "rejoinder", "review of", "review for", "book review",
    "decision letter for", "author response for", "peer review of", "peer review report for",
    "data from", "supplementary material for", "supplementary data for", "supplement to",
    "extended abstract", "abstract", "poster", "demo", "demonstration", "tutorial", "keynote",
    "invited talk", "summary of", "a note on", "further comments on", "a comment on", "remarks on",
    "clarification", "reviewer comment on", "interactive comment on", "dataset", "code for",
    "protocol for", "update on", "a reply to", "a response to", "reply to comment on",
    "faculty opinions recommendation of", "translation of", "interview", "podcast", "video",
)  # fmt: skip
"""How the title of a work about another work begins."""

AFTERMATH = (
    "reply", "a reply", "erratum", "corrigendum", "correction", "comment", "a comment",
    "commentary", "a commentary", "authors reply", "authors response", "response", "discussion",
    "rejoinder", "a rejoinder", "retraction", "addendum", "revisited", "a sequel", "extended abstract",
    "abstract", "poster", "poster abstract", "demo", "demonstration", "tutorial", "reprise",
    "preliminary report", "preliminary version", "the sequel", "a follow up", "continued",
    "an update", "update", "ten years later", "supplement", "supplementary material", "dataset",
    "supplementary information", "study protocol", "protocol", "a reappraisal", "reconsidered",
    "redux", "rebuttal", "conclusion", "a response", "summary", "an erratum", "a correction",
)  # fmt: skip
"""How such a title ends, after a colon, a dash or in brackets."""

SERIES = frozenset(
    [
        "part",
        "parts",
        "volume",
        "vol",
        "chapter",
        "section",
        "series",
        "paper",
        "episode",
        "lecture",
        "no",
        "number",
    ]
)
"""Words that number a series."""

RETRACTED = (
    "retracted", "retracted article", "retracted chapter", "retracted paper", "withdrawn", "removed",
    "temporary removal", "article withdrawn", "withdrawn article", "withdrawn removed",
    "expression of concern",
)  # fmt: skip
"""What publishers put before the title of a work that is no longer valid; it stays that work."""
