"""Sentences of the worksheet functions, where Python answers them."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "FUNCTION_KIND": "De soort “{value}” kennen wij niet. Kies consument of zakelijk.",
    "FUNCTION_AMOUNT": "Met de hoofdsom {value} kunnen wij niet rekenen. Vul een bedrag in van nul "
    "tot een miljard euro.",
    "FUNCTION_DAYS": "“{value}” is geen aantal dagen. Vul een heel getal in van 0 tot {most}.",
    "FUNCTION_AGREED_ONLY": "Een Belgische consument is alleen rente en kosten verschuldigd die "
    "vooraf zijn afgesproken. Reken dat uit met: xl-dunning claim --law be",
    "FUNCTION_ARGUMENT": "Een van de waarden is geen datum, bedrag of woord. Kijk de cellen na.",
}
