"""Holes that a dossier may have: what is wrong, how it came, what the user and the reader hear."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from tests.acceptance.company import Company
from tests.acceptance.handing_over import BUSINESS, line, listed

TWO = (line("F1"), line("F2", "250.00", due="2026-08-10"))
Spoil: TypeAlias = Callable[[Company], object]


def settings(**changes: Any) -> Spoil:  # noqa: ANN401 - a setting may be anything
    def spoil(company: Company) -> None:
        company.settings = {**company.settings, **changes}

    return spoil


def debtor(**changes: str) -> Spoil:
    return lambda company: listed(company, *TWO, debtors=[{**BUSINESS, **changes}])


def a_file(path: str, content: bytes | None) -> Spoil:
    """Change the one file that fits the pattern; None deletes it."""

    def spoil(company: Company) -> None:
        (found,) = company.folder.glob(path)
        found.unlink()
        if content is not None:
            found.write_bytes(content)

    return spoil


def logs(kind: str, *more: str) -> Spoil:
    return lambda company: company.log(kind, *more, day="2026-11-20")


def relisted(change: Callable[[str], str]) -> Spoil:
    return lambda company: listed(company, change(TWO[0]), TWO[1])


HOLES: list[tuple[str, Spoil, str, str]] = [
    # what is wrong, how it came, what the user hears, what the dossier says when made all the same
    (
        "no address",
        debtor(Adres=""),
        "Het adres van debiteur 1 (Zaak & Zn. BV) ontbreekt of is niet volledig. Vul straat en "
        "plaats in op het blad Debiteuren, of geef een debiteurenbestand mee met --debtors.",
        "Het adres van de debiteur is niet of niet volledig bekend.",
    ),
    (
        "own data",
        settings(kvk="", plaats=""),
        "Bij uw eigen gegevens ontbreekt: plaats, kvk. Vul dit aan bij Instellingen of in "
        "bedrijf.toml.",
        "Van de schuldeiser ontbreekt: plaats, kvk.",
    ),
    (
        "no folder of invoices set",
        settings(factuurmap=""),
        "Bij Instellingen staat geen factuurmap, dus de facturen zelf ontbreken. Vul de map met "
        "uw facturen in.",
        "De kopieën van de facturen ontbreken.",
    ),
    (
        "a folder that is not there",
        settings(factuurmap="pdfs"),
        "De factuurmap {folder}/pdfs bestaat niet. Verbeter de naam bij Instellingen.",
        "De kopieën van de facturen ontbreken.",
    ),
    (
        "a copy is gone",
        a_file("facturen/F1.pdf", None),
        "Factuur F1 van debiteur 1: het factuurbestand F1.pdf staat niet in de map "
        "{folder}/facturen, of kan niet worden gelezen. Zet het daar neer.",
        "De kopie van factuur F1 ontbreekt.",
    ),
    (
        "no copy was named",
        relisted(lambda row: row.replace("F1.pdf", "")),
        "Factuur F1 van debiteur 1: er is geen factuurbestand genoemd. Vul de kolom Factuurbestand "
        "in.",
        "De kopie van factuur F1 ontbreekt.",
    ),
    (
        "a copy outside the folder",
        relisted(lambda row: row.replace("F1.pdf", "../lijst.xlsx")),
        "Factuur F1 van debiteur 1: het factuurbestand ../lijst.xlsx ligt buiten de factuurmap "
        "{folder}/facturen. Zet een kopie in die map.",
        "De kopie van factuur F1 ontbreekt.",
    ),
    (
        "a letter is gone",
        a_file("brieven/2026-09-24-1/*.docx", None),
        "De brief Betalingsherinnering_1_Zaak en Zn. BV_2026-09-24.docx van 24-09-2026 "
        "(factuur F1, F2) is niet te vinden. Zet het bestand terug uit een reservekopie, in de map "
        "{folder}/brieven/2026-09-24-1.",
        "De brief van 24-09-2026 over factuur F1, F2 ontbreekt.",
    ),
    (
        "a letter was changed",
        a_file("brieven/2026-09-24-1/*.docx", b"anders"),
        "De brief Betalingsherinnering_1_Zaak en Zn. BV_2026-09-24.docx van 24-09-2026 "
        "(factuur F1, F2) is na het versturen gewijzigd. Zet het oorspronkelijke bestand terug uit "
        "een reservekopie, in de map {folder}/brieven/2026-09-24-1.",
        "De brief van 24-09-2026 over factuur F1, F2 ontbreekt: het bewaarde bestand is na het "
        "versturen gewijzigd.",
    ),
    (
        "the terms are not where the settings say",
        settings(voorwaardenbestand="contract.pdf"),
        "Het voorwaardenbestand contract.pdf staat niet in de map {folder}, of kan niet worden "
        "gelezen. Zet het daar neer, of verbeter de naam bij Instellingen.",
        "Algemene voorwaarden of een contract zijn niet bijgevoegd.",
    ),
    (
        "a dispute",
        logs("dispute", "--invoice", "F1"),
        "Factuur F1 van debiteur 1 wordt betwist. Los de betwisting eerst op, of laat deze factuur "
        "weg.",
        "De debiteur betwist factuur F1.",
    ),
    (
        "a promise that still runs",
        logs("promise", "--invoice", "F1", "--until", "2026-11-30"),
        "Factuur F1 van debiteur 1: er loopt een toezegging of schikking tot en met 30-11-2026. "
        "Wacht die dag af, of laat deze factuur weg.",
        "Over factuur F1 loopt een toezegging of schikking tot en met 30-11-2026.",
    ),
    (
        "a plan that still runs",
        logs("plan", "--invoice", "F1", "--until", "2026-12-31"),
        "Factuur F1 van debiteur 1: er loopt een betalingsregeling tot en met 31-12-2026. Is zij "
        "niet nagekomen, trek haar dan eerst in; laat anders deze factuur weg.",
        "Over factuur F1 loopt een betalingsregeling tot en met 31-12-2026.",
    ),
    (
        "a block",
        logs("block", "--invoice", "F1"),
        "Factuur F1 van debiteur 1: u hebt deze factuur of debiteur geblokkeerd. Hef de blokkade "
        "eerst op, of laat deze factuur weg.",
        "Factuur F1 is in de administratie geblokkeerd.",
    ),
    (
        "a payment that the list does not show yet",
        logs("payment", "--invoice", "F1", "--amount", "10"),
        "Factuur F1 van debiteur 1: er is €\xa010,00 betaald of gecrediteerd volgens het logboek, "
        "maar de lijst toont dat nog niet. Verwerk het eerst in uw boekhouding en maak de lijst "
        "opnieuw.",
        "Op factuur F1 is €\xa010,00 betaald of gecrediteerd dat nog niet van de hoofdsom is "
        "afgetrokken.",
    ),
]
