"""Exports of Dutch packages, with their quirks."""

from __future__ import annotations

from tests.sheets.layouts import Sample, csv, xlsx

DUTCH = (
    Sample(
        id="AFAS: Factuur is the amount, Boekstuk a date, numbers are floats, days are signed",
        build=xlsx(
            {
                "Openstaande posten": """
Factuurnr. | Naam | Deb.nr. | Omschrijving factuur | Boekstuk | Vervalt | Factuur | Saldo |\
    Factuurreferentie | Aanmaningen | Vervaldagen | Factuur Gbl. | Aut. bet./inc. | IBAN-nr. |\
    Incassomachtiging vereist | Dossier | Betaaltermijnen | Betaalwijze | Factuurstatus
#20240017 | Jansen BV | #3332 | Levering | @2024-01-07 | @2024-02-06 | #121 | #121 | PO 12 |\
    #1 | #7 | #0 | Nee |  | Nee |  | 30 dagen | Bank | Wacht op betaling debiteur
#20240021 | De Vries | #41 | Advies | @2024-01-23 | @2024-02-22 | #1210.5 | #210.5 |  | #0 |\
    #-9 | #0 | Nee |  | Nee |  | 30 dagen | Bank | Wacht op betaling debiteur
#20240022 | De Vries | #41 | Credit | @2024-01-23 | @2024-02-22 | #-50 | #-50 |  | #0 |\
    #-9 | #0 | Ja |  | Nee |  | 30 dagen | Bank | Wacht op betaling debiteur
""",
            }
        ),
        items=(
            (2, "3332", "20240017", "2024-02-06", "121.00"),
            (3, "41", "20240021", "2024-02-22", "210.50"),
            (4, "41", "20240022", "2024-02-22", "-50.00"),
        ),
        format="AFAS Profit, openstaande posten debiteuren",
        names={"3332": "Jansen BV"},
        unused=frozenset({"Dossier", "Factuur Gbl.", "IBAN-nr."}),
    ),
    Sample(
        id="Twinfield: title rows, Naam twice, Debiteur is the code",
        build=xlsx(
            {
                "Openstaande posten": """
Openstaande posten debiteuren
Administratie: Voorbeeld BV
Periode: 2026/01 t/m 2026/12
Periode | Dagboek | Naam | Boekst.nr. | Status | Debiteur | Naam | Valuta | Bedrag | Euro |\
    Openstaand | Factuurnr. | Vervaldatum | Betaalstatus | Betaalnr. | Betaaldatum
2026/01 | VRK | Verkoopfacturen | #202600001 | Definitief | 1000 | Jansen BV | EUR | #121 |\
    #121 | #121 | 2026-0001 | @2026-02-14 | beschikbaar
2026/02 | VRK | Verkoopfacturen | #202600002 | Definitief | 1001 | Pieters | USD | #110 |\
    #100 | #55 | 2026-0002 | @2026-03-01 | beschikbaar
""",
            }
        ),
        items=(
            (5, "1000", "2026-0001", "2026-02-14", "121.00"),
            (6, "1001", "2026-0002", "2026-03-01", "55.00"),
        ),
        skipped={1: "TITLE_ROW", 2: "TITLE_ROW", 3: "TITLE_ROW"},
        format="Twinfield, openstaande posten debiteuren",
        header_row=4,
        names={"1000": "Jansen BV"},
        unused=frozenset({"Betaaldatum", "Betaalnr.", "Periode"}),
    ),
    Sample(
        id="Exact Globe+: the debtor in a heading, a total per debtor and one of all",
        build=xlsx(
            {
                "Blad1": """
Soort | Uw referentie | Onze ref. | Omschrijving | Datum | Verv.dat. | Oud | Bedrag | Val |\
    Koers | Bedrag EUR
10023 Jansen BV
Verkoopfactuur | PO | #26700001 | Levering | @2026-01-05 | @2026-02-04 | #12 | #500 | EUR |\
    #1 | #500
Verkoopfactuur | PO | #26700002 | Levering | @2026-01-12 | @2026-02-11 | #12 | #250.25 |\
    EUR | #1 | #250.25
 |  |  | Totaal |  |  |  | #750.25 |  |  | #750.25
10031 De Boer & Zn.
Verkoopfactuur | PO | #26700003 | Levering | @2026-01-19 | @2026-02-18 | #12 | #100 | EUR |\
    #1 | #100
 |  |  | Totaal |  |  |  | #100 |  |  | #100
 |  |  | Eindtotaal |  |  |  | #850.25 |  |  | #850.25
""",
            }
        ),
        items=(
            (3, "10023", "26700001", "2026-02-04", "500.00"),
            (4, "10023", "26700002", "2026-02-11", "250.25"),
            (7, "10031", "26700003", "2026-02-18", "100.00"),
        ),
        skipped={
            2: "GROUP_ROW",
            5: "SUBTOTAL_ROW",
            6: "GROUP_ROW",
            8: "SUBTOTAL_ROW",
            9: "TOTAL_ROW",
        },
        format="Exact Globe+, openstaande posten",
        names={"10023": "Jansen BV", "10031": "De Boer & Zn."},
    ),
    Sample(
        id="factor: header in row 2, blank behind a header, two spellings of dates, own sheet NAW",
        build=xlsx(
            {
                "NAW-gegevens": """
Debiteuren van de cliënt
Administratie | Portefeuille | Deb.nr. | Debiteurnaam | Adres | Postcode | Plaats |\
    Land=ISO code | Taal | Voornaam | Achternaam | Telefoon | E-mail | KvK | Krediet Limiet |\
    Betalingstermijn | BTW nummer
A | P | #3332 | Jansen BV | Kade 1 | 8911 AA | Leeuwarden | NL | NL | J. | Jansen |\
    058-1234567 | j@example.nl | #12345678 | #5000 | #30 | NL001234567B01
""",
                "Factuurgegevens": """
Openstaande facturen
Client ID | Debiteurnummer | Factuurnummer | Factuurdatum | vervaldatum | bedrag |\
    Openstaand bedrag· | Omschrijving | Valuta | Koers
C1 | 3332 | F-001 | 5-04-2025 | 06-05-25 | 6542,4 | 6542,4 | werk | EUR | 1
C1 | 3332 | F-002 | 15-04-2025 | 15-05-2025 | 1.100,00 | 100 | werk | EUR | 1
""",
            }
        ),
        items=(
            (3, "3332", "F-001", "2025-05-06", "6542.40"),
            (4, "3332", "F-002", "2025-05-15", "100.00"),
        ),
        skipped={1: "TITLE_ROW"},
        format="Factor, blad Factuurgegevens",
        header_row=2,
        names={"3332": "Jansen BV"},
        unused=frozenset({"Client ID", "Koers"}),
    ),
    Sample(
        id="e-Boekhouden: no due date, so the term of the settings counts",
        build=csv(
            """
MutDatum;MutFactuur;RelCode;RelBedrijf;Bedrag;Voldaan;Openstaand
2026-01-05;2026001;JANS1;Jansen BV;121,00;21,00;100,00
2026-01-15;2026002;PIET;Pieters;50,00;0,00;50,00
""",
        ),
        items=(
            (2, "JANS1", "2026001", "2026-02-04", "100.00"),
            (3, "PIET", "2026002", "2026-02-14", "50.00"),
        ),
        format="e-Boekhouden, open posten",
        payment_term=30,
    ),
    Sample(
        id="portal csv: zeros in front of both numbers",
        build=csv(
            """
factuurnummer;factuurdatum;vervaldatum;dagen over vervaldatum;factuurbedrag;al betaald;\
openstaand;debiteurnummer;debiteur
0042;1-1-2026;31-1-2026;294;1.210,00;210,00;1.000,00;00012;Jansen BV
0043;1-2-2026;3-3-2026;263;50,00;0,00;50,00;00013;Pieters
""",
        ),
        items=(
            (2, "00012", "0042", "2026-01-31", "1000.00"),
            (3, "00013", "0043", "2026-03-03", "50.00"),
        ),
        format="Overzicht van een klantportaal",
    ),
    Sample(
        id="unknown format, read by the lexicon: Boekstuk is a number here, Saldo what is open",
        build=csv(
            """
Relatienr;Relatie;Boekstuk;Boekdatum;Vervaldatum;Bedrag;Saldo;Dagboek
100;Jansen BV;2026001;01-02-2026;03-03-2026;121,00;121,00;Verkoop
101;Pieters;2026002;01-02-2026;03-03-2026;1.210,00;100,00;Verkoop
""",
        ),
        items=(
            (2, "100", "2026001", "2026-03-03", "121.00"),
            (3, "101", "2026002", "2026-03-03", "100.00"),
        ),
        names={"101": "Pieters"},
    ),
    Sample(
        id="dashboard: Debiteur is a name here, a euro sign in the header",
        build=xlsx(
            {
                "Blad1": """
Factuurnr | Debiteur | Factuurdatum | Vervaldatum | Openstaand (€) | Dagen te laat |\
    Ouderdom
#2026001 | Jansen BV | @2026-01-05 | @2026-02-04 | #121 | #10 | 1-30
#2026002 | Pieters | @2026-01-06 | @2026-02-05 | #50 | #9 | 1-30
""",
            }
        ),
        items=(
            (2, "Jansen BV", "2026001", "2026-02-04", "121.00"),
            (3, "Pieters", "2026002", "2026-02-05", "50.00"),
        ),
        unused=frozenset({"Ouderdom"}),
    ),
    Sample(
        id="two header rows read as one",
        build=xlsx(
            {
                "Lijst": """
Klant |  | Factuur |  |  | Openstaand
Nummer | Naam | Nummer | Datum | Vervaldatum | Bedrag
#100 | Jansen BV | F-1 | @2026-01-05 | @2026-02-04 | #121
#101 | Pieters | F-2 | @2026-01-06 | @2026-02-05 | #50
""",
            }
        ),
        items=(
            (3, "100", "F-1", "2026-02-04", "121.00"),
            (4, "101", "F-2", "2026-02-05", "50.00"),
        ),
        skipped={1: "TITLE_ROW"},
        header_row=2,
        names={"100": "Jansen BV"},
    ),
)
