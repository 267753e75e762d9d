#!/usr/bin/env python3
"""Makes the numbers that the index is held to, with scikit-learn.

Run from the root of the repository, with scikit-learn 1.x installed:

    python3 Tests/RetrievalTests/Fixtures/make_fixtures.py

For each corpus a JSON file is written beside this script. It holds the
documents and the queries, and what scikit-learn makes of them with

    TfidfVectorizer(sublinear_tf=True, norm="l2", smooth_idf=True)

and its defaults otherwise: the idf of every term, all weights of a few
documents by document number, and the cosine of every query (row) with every
document (column). The same script gives the same bytes.
"""

import json
import random
from pathlib import Path

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics.pairwise import linear_kernel

HERE = Path(__file__).resolve().parent
ARTICLES = HERE.parents[2] / "Knowledge" / "articles"
# Far below the 1e-6 that the index is held to.
DECIMALS = 10


def clinic():
    """The paragraphs of the clinic's articles, without front matter and headings."""
    documents = []
    for path in sorted(ARTICLES.glob("*.md")):
        body = path.read_text(encoding="utf-8").split("---\n", 2)[2]
        blocks = (" ".join(block.split()) for block in body.split("\n\n"))
        documents += [block for block in blocks if block and not block.startswith("#")]
    queries = [
        "What is ketamine?",
        "How does ketamine work on the brain?",
        "how long does the relief last",
        "Is depression common, and who can get it?",
        "DO ANTIDEPRESSANTS HELP EVERYONE",
        "memory memory memory and focus",
        "treatment-resistant depression (SPRAVATO)",
        "865 Wellness+Ketamine",
        "7.5% of people in 18 countries",
        "what does it cost, and does insurance pay for ketamine",
        "parking",
        "",
    ]
    return documents, queries


def recipes():
    """Short recipes: accents, numbers, fractions, words that repeat."""
    documents = [
        "Crème brûlée: whisk 6 egg yolks with 100 g sugar, add 500 ml cream, bake 45 minutes at 150 °C.",
        "Purée of 1 kg potatoes with 250 g butter; the butter is no mistake, and the purée thanks you.",
        "Jalapeño salsa: 3 jalapeños, 4 tomatoes, ½ onion, salt, the juice of 1 lime. Chop, mix, wait.",
        "Piñata cake hides 200 g of sweets. Bake 3 rounds of cake, cut a hole in 1 of them, fill it, close it.",
        "Smörgås is bread with butter, and on the butter whatever there is: egg, cheese, herring, dill.",
        "Kartoffelpuffer: 1,5 kg potatoes, 2 eggs, 1 onion, salt. Grate, squeeze, fry in hot oil.",
        "Mama's soup: onions, carrots, a bone, water. Simmer 3-4 hours; salt it at the end, don't rush it.",
        "Açaí bowl: 200 g açaí, 1 banana, granola on top. Eat at once, for ice melts.",
        "Phở needs a broth of bones, star anise and ginger, rice noodles, and patience: 6 to 8 hours.",
        "Sugar, sugar, sugar and a little lemon: that is the whole recipe for lemon sweets.",
        "Żurek: sour rye soup with egg and sausage. The rye must ferment 4-5 days in a warm kitchen.",
        "Tarte Tatin: butter and sugar in the pan, apples on top, pastry over them, 35 min at 190 °C, then turn.",
        "Éclairs: choux pastry, crème pâtissière inside, icing on top.",
        "ÉCLAIRS AGAIN, with coffee: CRÈME PÂTISSIÈRE au café, 2 tsp of coffee in the icing_sugar.",
        "Gnocchi: 1 kg potatoes, 300 g flour, 1 egg; roll, cut, boil until they float.",
        "Tea. 1 bag, 250 ml water, 4 min.",
        "? !",
    ]
    queries = [
        "crème brûlée",
        "creme brulee",
        "CRÈME PÂTISSIÈRE",
        "potatoes and butter",
        "potatoes potatoes butter",
        "how many eggs for 1 kg of potatoes",
        "jalapeños",
        "icing sugar",
        "icing_sugar",
        "soup in 3-4 hours",
        "190 °C",
        "don't rush",
        "tofu",
        "½",
        "",
    ]
    return documents, queries


def scripts():
    """What counts as a word beyond Latin letters, and what only looks like one."""
    documents = [
        "Чай с лимоном и мёдом, чай без сахара",
        "Лимон и сахар",
        "καφές με γάλα και ζάχαρη, καφές χωρίς ζάχαρη",
        "γάλα και μέλι",
        "चाय में दूध और चीनी",
        "दूध और शहद",
        "شاي بالليمون والعسل",
        "咖啡 加奶 不加糖 咖啡",
        "コーヒー と ミルク",
        "thé au citron, cafe\u0301 au lait: the second é is two characters",
        "tea ☕️ with honey 🍯, 👍🏽 1️⃣ ⅷ Ⅷ ½ x² ⓣⓔⓐ ₂",
        "Hawaiʼi and Hawai’i and Hawai'i are three spellings",
        "snake_case __init__ _ __ a_ 1_000 1,000 3.14 x.y a.b.c",
        "naïve ﬁne ﬁ Straße STRASSE Ångström",
        "zero\u200bwidth soft\u00adhyphen no\u00a0break word\u2060joiner",
    ]
    queries = [
        "ЧАЙ без лимона",
        "лимон",
        "γάλα",
        "दूध",
        "चाय",
        "咖啡",
        "コーヒー",
        "café au lait",
        "cafe\u0301",
        "Hawaiʼi",
        "Hawai’i",
        "snake_case 1_000 14",
        "straße ångström",
        "ⓣⓔⓐ Ⅷ x²",
        "width hyphen break joiner",
    ]
    return documents, queries


def words():
    """Made-up words as uneven as real ones: few common, many rare."""
    # random() gives the same numbers in every Python; its other methods may not.
    random_source = random.Random(20_240_601)

    def below(limit):
        return int(random_source.random() * limit)

    syllables = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
    vocabulary = []
    while len(vocabulary) < 400:
        word = "".join(syllables[below(len(syllables))] for _ in range(1 + below(4)))
        if word not in vocabulary:
            vocabulary.append(word)

    def text(length):
        # The product of two draws prefers the words that stand first.
        return " ".join(
            vocabulary[int(random_source.random() * random_source.random() * len(vocabulary))]
            for _ in range(length)
        )

    documents = [text(1 + below(30)) for _ in range(100)]
    documents[17] = ""
    documents[42] = "a b c, d!"
    documents[71] = documents[3]
    documents[90] = " ".join([documents[3]] * 3)
    queries = [text(1 + below(8)) for _ in range(16)] + ["qqq " + text(4), "qqq", documents[3]]
    return documents, queries


def fixture(documents, queries):
    vectorizer = TfidfVectorizer(sublinear_tf=True, norm="l2", smooth_idf=True)
    matrix = vectorizer.fit_transform(documents)
    terms = vectorizer.get_feature_names_out()
    # The first, the middle and the last, and every tenth between them.
    shown = sorted({0, len(documents) // 2, len(documents) - 1, *range(0, len(documents), 10)})
    return {
        "documents": documents,
        "queries": queries,
        "inverseDocumentFrequencies": {
            term: round(float(idf), DECIMALS) for term, idf in zip(terms, vectorizer.idf_)
        },
        "weights": {
            str(number): {
                terms[column]: round(float(matrix[number, column]), DECIMALS)
                for column in sorted(matrix[number].indices)
            }
            for number in shown
        },
        "cosines": [
            [round(float(value), DECIMALS) for value in row]
            for row in linear_kernel(vectorizer.transform(queries), matrix)
        ],
    }


def lines(value):
    """JSON with one line for each entry of the fixture's fields, for readable changes."""

    def dump(inner):
        return json.dumps(inner, ensure_ascii=False)

    fields = []
    for name, content in value.items():
        if isinstance(content, dict):
            entries = [f"{dump(key)}: {dump(inner)}" for key, inner in content.items()]
            body = "{\n" + ",\n".join(entries) + "\n}"
        else:
            body = "[\n" + ",\n".join(dump(inner) for inner in content) + "\n]"
        fields.append(f"{dump(name)}: {body}")
    return "{\n" + ",\n".join(fields) + "\n}\n"


def main():
    for make in [clinic, recipes, scripts, words]:
        path = HERE / f"{make.__name__}.json"
        path.write_text(lines(fixture(*make())), encoding="utf-8")
        print(f"{path.name}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
