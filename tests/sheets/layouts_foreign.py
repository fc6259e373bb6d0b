"""Exports of packages from elsewhere that are used in the Netherlands and Flanders."""

from __future__ import annotations

from tests.sheets.layouts import Sample, csv, xlsx

FOREIGN = (
    Sample(
        id="SAP FBL5N: amounts as text, subtotals per account, the document's own currency",
        build=xlsx(
            {
                "Sheet1": """
DocumentNo | Type | Text | Account | Name 1 | SearchTerm | Entry Date | Doc. Date |\
    Pstng Date | Net due dt | Amt in loc.cur. | Amount in DC | Curr. | PBk | Clrng doc.
90000012 | RV | levering | 3003 | Kunde Nord | KUND | 02.06.2020 | 02.06.2020 | 02.06.2020 |\
    02.07.2020 | 1.000,00 | 1.000,00 | EUR
90000013 | RV | levering | 3003 | Kunde Nord | KUND | 02.06.2020 | 02.06.2020 | 02.06.2020 |\
    16.07.2020 | 250,50 | 250,50 | EUR
Konto 3003 |  |  |  |  |  |  |  |  |  | 1.250,50 | 1.250,50
90000014 | RV | levering | 3007 | US Corp | US C | 02.06.2020 | 02.06.2020 | 02.06.2020 |\
    31.07.2020 | 900,00 | 1.000,00 | USD
Konto 3007 |  |  |  |  |  |  |  |  |  | 900,00 | 1.000,00
Total |  |  |  |  |  |  |  |  |  | 2.150,50
""",
            }
        ),
        items=(
            (2, "3003", "90000012", "2020-07-02", "1000.00"),
            (3, "3003", "90000013", "2020-07-16", "250.50"),
            (5, "3007", "90000014", "2020-07-31", "1000.00"),
        ),
        skipped={4: "SUBTOTAL_ROW", 6: "SUBTOTAL_ROW", 7: "TOTAL_ROW"},
        format="SAP FBL5N",
        unused=frozenset({"Amt in loc.cur.", "Clrng doc."}),
    ),
    Sample(
        id="Business Central csv: Bedrag is what is left, cp1252",
        build=csv(
            """
Debnr.;Fakt.nr.;Fakt.datum;Vervaldatum;Valuta;Bedrag
D00012;VF2026-001;05-01-2026;04-02-2026;EUR;1.234,56
D00013;VF2026-002;06-01-2026;05-02-2026;;99,00
""",
            encoding="cp1252",
        ),
        items=(
            (2, "D00012", "VF2026-001", "2026-02-04", "1234.56"),
            (3, "D00013", "VF2026-002", "2026-02-05", "99.00"),
        ),
        format="Business Central, csv voor de kredietverzekeraar",
    ),
    Sample(
        id="Business Central klantposten: five amount columns, a credit note",
        build=xlsx(
            {
                "Klantposten": """
Boekingsdatum | Documentsoort | Documentnr. | Klantnr. | Klantnaam | Omschrijving |\
    Valutacode | Oorspronkelijk bedrag | Bedrag | Restbedrag | Oorspronkelijk bedrag (LV) |\
    Restbedrag (LV) | Vervaldatum
@2026-01-05 | Factuur | VF26-001 | K10 | Jansen BV | Factuur VF26-001 |  | #121 | #121 |\
    #21 | #121 | #21 | @2026-02-04
@2026-01-06 | Creditnota | VC26-001 | K10 | Jansen BV | Retour | USD | #-20 | #-20 | #-20 |\
    #-18 | #-18 | @2026-01-06
""",
            }
        ),
        items=(
            (2, "K10", "VF26-001", "2026-02-04", "21.00"),
            (3, "K10", "VC26-001", "2026-01-06", "-20.00"),
        ),
        format="Business Central, klantposten",
        unused=frozenset({"Bedrag", "Restbedrag (LV)"}),
    ),
    Sample(
        id="InvoiceNinja: header in row 7, amounts as text with a sign, zeros in front",
        build=xlsx(
            {
                "Worksheet": """
~
~
~
~
Debiteuren in detail
Aangemaakt op |  | 21-11-2026
Datum | Vervaldatum | Factuurnummer | Status | Klantnaam | Klantnummer | KVK-nummer |\
    Leeftijd | Bedrag | Saldo
2026-10-01 | 2026-10-31 | 0042 | Verzonden | Bakker | 0007 | 01234567 | #21 | € 1.234,56 |\
    € 1.234,56
2026-11-10 | 2026-12-10 | 0043 | Gedeeltelijk | Bakker | 0007 | 01234567 | #19 | € 100,00 |\
    € 40,00
""",
            }
        ),
        items=(
            (8, "0007", "0042", "2026-10-31", "1234.56"),
            (9, "0007", "0043", "2026-12-10", "40.00"),
        ),
        skipped={5: "TITLE_ROW", 6: "TITLE_ROW"},
        format="InvoiceNinja, debiteuren in detail",
        header_row=7,
        unused=frozenset({"Leeftijd"}),
    ),
    Sample(
        id="ERPNext: a customer without number, a total row",
        build=xlsx(
            {
                "Accounts Receivable": """
Plaatsingsdatum | Klant | Contactpersoon Klant | Kostenplaats | Voucher Type | Voucher nr. |\
    Vervaldatum | Factuurbedrag | Betaald bedrag | Creditnota | Openstaand Bedrag |\
    Leeftijd (dagen) | 0-30 | 31-60 | Valuta | Klant-LPO | Regio | Klantengroep | Verkoper |\
    Opmerkingen
2026-01-05 | Jansen BV | Jan | Main | Verkoopfactuur | ACC-SINV-2026-00001 | 2026-02-04 |\
    #121 | #21 | #0 | #100 | #30 | #100 | #0 | EUR |  | NL | Zakelijk |  | Geen opmerkingen
2026-01-08 | Pieters |  | Main | Verkoopfactuur | ACC-SINV-2026-00002 | 2026-02-07 | #50 |\
    #0 | #0 | #50 | #27 | #50 | #0 | EUR |  | NL | Particulier
Totaal |  |  |  |  |  |  | #171 | #21 | #0 | #150 |  | #150 | #0
""",
            }
        ),
        items=(
            (2, "Jansen BV", "ACC-SINV-2026-00001", "2026-02-04", "100.00"),
            (3, "Pieters", "ACC-SINV-2026-00002", "2026-02-07", "50.00"),
        ),
        skipped={4: "TOTAL_ROW"},
        format="ERPNext, debiteuren",
        unused=frozenset({"0-30", "31-60", "Creditnota"}),
    ),
    Sample(
        id="Odoo OCA: a block with its own header per partner",
        build=xlsx(
            {
                "Openstaande posten": """
Openstaande posten - Voorbeeld BV
Datum t/m filter |  | @2026-11-21
130000 - Debiteuren
Azure Interieur
Datum | Boeking | Dagboek | Rekening | Partner | Ref - Label | Vervaldatum | Origineel |\
    Resterend
@2026-09-01 | F2026/0001 | Verkoop | 130000 | Azure Interieur | F1 | @2026-10-01 | #1000 |\
    #400
@2026-09-08 | F2026/0002 | Verkoop | 130000 | Azure Interieur | F2 | @2026-10-08 | #200 |\
    #200
Eindsaldo |  |  |  |  |  |  |  | #600
Deco Addict
Datum | Boeking | Dagboek | Rekening | Partner | Ref - Label | Vervaldatum | Origineel |\
    Resterend
@2026-09-15 | F2026/0003 | Verkoop | 130000 | Deco Addict | F3 | @2026-10-15 | #80.5 | #80.5
Eindsaldo |  |  |  |  |  |  |  | #80.5
Eindsaldo 130000 - Debiteuren |  |  |  |  |  |  |  | #680.5
""",
            }
        ),
        items=(
            (6, "Azure Interieur", "F2026/0001", "2026-10-01", "400.00"),
            (7, "Azure Interieur", "F2026/0002", "2026-10-08", "200.00"),
            (11, "Deco Addict", "F2026/0003", "2026-10-15", "80.50"),
        ),
        skipped={
            1: "TITLE_ROW",
            2: "TITLE_ROW",
            3: "TITLE_ROW",
            4: "TITLE_ROW",
            8: "SUBTOTAL_ROW",
            9: "NOTE_ROW",
            10: "HEADER_ROW",
            12: "SUBTOTAL_ROW",
            13: "TOTAL_ROW",
        },
        format="Odoo (OCA), openstaande posten",
        header_row=5,
        unused=frozenset({"Rekening"}),
    ),
    Sample(
        id="Odoo: English headers, the untaxed amount stays out",
        build=xlsx(
            {
                "Sheet1": """
Number | Invoice Partner Display Name | Invoice/Bill Date | Due Date |\
    Untaxed Amount Signed | Total Signed | Amount Due Signed | Payment Status | Reference
INV/2026/00001 | Azure Interior | @2026-01-05 | @2026-02-04 | #100 | #121 | #121 |\
    Not Paid | PO1
INV/2026/00002 | Deco Addict | @2026-01-06 | @2026-02-05 | #200 | #242 | #42 |\
    Partially Paid
""",
            }
        ),
        items=(
            (2, "Azure Interior", "INV/2026/00001", "2026-02-04", "121.00"),
            (3, "Deco Addict", "INV/2026/00002", "2026-02-05", "42.00"),
        ),
        format="Odoo, facturen",
        unused=frozenset({"Untaxed Amount Signed"}),
    ),
    Sample(
        id="Akaunting: several sheets, dates with a time, only the invoiced amount",
        build=xlsx(
            {
                "invoices": """
invoice_number | order_number | status | invoiced_at | due_at | amount | discount_type |\
    discount_rate | currency_code | currency_rate | category_name | contact_name |\
    contact_email | contact_tax_number | contact_phone | contact_address | contact_country |\
    contact_state | contact_zip_code | contact_city | title | notes
INV-00001 |  | sent | 2026-01-05 00:00:00 | 2026-02-04 00:00:00 | #121 |  |  | EUR | #1 |\
    Sales | Jansen BV | j@example.nl | NL001234567B01 | 058 | Kade 1 | NL |  | 8911 AA |\
    Leeuwarden | Invoice | let op
""",
                "invoice_items": """
invoice_number | item_name | quantity | price | total | item_type
INV-00001 | Stoel | #1 | #121 | #121 | product
""",
            }
        ),
        items=((2, "Jansen BV", "INV-00001", "2026-02-04", "121.00"),),
        format="Akaunting, facturen",
    ),
    Sample(
        id="Yuki: Reference is the invoice number, decimal points in a csv with semicolons",
        build=csv(
            """
Date;Description;Contact;ContactID;OpenAmount;OriginalAmount;Type;Reference;DueDate;DocumentID;PaymentMethod
2026-01-05;Factuur;Jansen BV;c-100;121.00;121.00;Verkoopfactuur;20260042;2026-02-04;9b1c;Overboeking
2026-01-06;Factuur;Pieters;c-101;1234.50;2000.00;Verkoopfactuur;20260043;2026-02-05;9b1d;Overboeking
""",
        ),
        items=(
            (2, "c-100", "20260042", "2026-02-04", "121.00"),
            (3, "c-101", "20260043", "2026-02-05", "1234.50"),
        ),
        format="Yuki, OutstandingDebtorItems",
        unused=frozenset({"DocumentID"}),
    ),
    Sample(
        id="Exact Online API: codes padded with blanks",
        build=xlsx(
            {
                "Receivables": """
AccountCode | AccountName | InvoiceNumber | InvoiceDate | DueDate | TransactionAmountDC |\
    AmountDC | IsFullyPaid | PaymentConditionDescription | Description
···············100 | Jansen BV | #26700001 | @2026-01-05 | @2026-02-04 | #121 | #100 | #no |\
    30 dagen | Levering
···············101 | Pieters | #26700002 | @2026-01-06 | @2026-02-05 | #50 | #50 | #no |\
    30 dagen | Levering
""",
            }
        ),
        items=(
            (2, "100", "26700001", "2026-02-04", "100.00"),
            (3, "101", "26700002", "2026-02-05", "50.00"),
        ),
        format="Exact Online, vorderingen (API)",
    ),
)
