"""The English of the letters: business English for claims under Dutch or Belgian law."""

from __future__ import annotations

from xl_dunning.letters.spoken import Spoken, Words
from xl_dunning.rules.policy import Action

ENGLISH = Spoken(
    code="en",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    # 07-12-2026 is another day to an American reader.
    digits_of_day="{day} {name:.3} {year}",
    marks=",.",
    and_="and",
    next_letters={
        "herinnering": "we will send you a reminder",
        "tweede_herinnering": "we will send you a second reminder",
        "aanmaning": "we will send you a formal reminder",
        "sommatie": "we will send you a final demand",
        "ingebrekestelling": "we will give you formal notice of default",
        "overdracht": "we will place the claim with a collection agency",
        "veertiendagenbrief": (
            "we will send you a final reminder, stating the costs that you will then have to pay"
        ),
        "stuiting": "we will send you a letter interrupting the limitation period",
        "rentespecificatie": "we will send you a statement of the interest",
        "eerste_herinnering_be": "we will send you a first reminder free of charge",
        "tweede_herinnering_be": "we will send you a second reminder",
        "opschorting_aankondiging": (
            "we will announce the suspension of our deliveries or work for you"
        ),
    },
    next_actions={
        Action.LETTER: "we will write to you again",
        Action.CALL: "we will telephone you about this",
        Action.SUSPEND: "we will suspend our deliveries or work for you",
        Action.PROPOSE_PLAN: "we will contact you to discuss payment in instalments",
        Action.HANDOVER: "we will place the claim with a collection agency",
        Action.LEGAL: "we will bring the matter before the court",
    },
    next_call_unknown="we will contact you again",
    letter_names={
        "herinnering": "payment reminder",
        "tweede_herinnering": "second reminder",
        "aanmaning": "formal reminder",
        "sommatie": "final demand",
        "ingebrekestelling": "notice of default",
        "eerste_herinnering_be": "first reminder",
        "tweede_herinnering_be": "second reminder",
        "opschorting_aankondiging": "announcement of suspension",
    },
    looked_back_on="We wrote to you about this on {day}.",
    looked_back="We have written to you about this before.",
    later_one="{invoices} was added later; for this invoice, please read this letter as a {kind}.",
    later_many=(
        "{invoices} were added later; for these invoices, please read this letter as a {kind}."
    ),
    set_aside="We are not asking you now for the part of {amount} of invoice {number} that we are "
    "discussing with you.",
    invoices_one="invoice {numbers}",
    invoices_many="invoices {numbers}",
    subject_one="invoice {number}",
    subject_many="{count} outstanding invoices",
    reference_none="debtor {debtor}",
    reference_one="debtor {debtor}, invoice {numbers}",
    reference_many="debtor {debtor}, invoices {numbers}",
    reference_count="debtor {debtor}, {count} invoices",
    contact_both="Please call us on {phone} or write to {email}.",
    contact_phone="Please call us on {phone}.",
    contact_email="Please write to {email}.",
    contact_any="Please let us know.",
    dear_sir="Dear Mr {surname},",
    dear_madam="Dear Ms {surname},",
    dear_named="Dear {name},",
    dear_unknown="Dear Sir or Madam,",
    handled_by="Accounts receivable",
    number_dutch="CoC",
    number_belgian="Enterprise no.",
    number_vat="VAT",
    costs={
        "nl consumer": "Collection costs",
        "nl business": "Collection costs",
        "be consumer": "Lump-sum compensation",
        "be business": "Recovery costs",
    },
    grounds={
        "nl consumer": (
            "Besluit vergoeding voor buitengerechtelijke incassokosten "
            "(Dutch Extrajudicial Collection Costs Decree)"
        ),
        "nl business": "article 6:96 of the Dutch Civil Code",
        "be consumer": "article XIX.4 of the Belgian Code of Economic Law and our terms",
        "be business": "article 6 of the Belgian act of 2 August 2002",
    },
    instalments_one="instalment {numbers}",
    instalments_many="instalments {numbers}",
    instalment_words=("instalment", "instalments"),
    interest_names={
        "nl consumer": "statutory interest (article 6:119 of the Dutch Civil Code)",
        "nl commercial": "statutory commercial interest (article 6:119a of the Dutch Civil Code)",
        "nl agreed": "the agreed interest",
        "be commercial": "statutory interest (article 5 of the Belgian act of 2 August 2002)",
        "be agreed": "the agreed interest",
    },
    scale_up_to="up to {upto}",
    scale_between="over {above}, up to {upto}",
    scale_above="over {above}",
    scale_percent="{percent} of the outstanding amount",
    scale_fixed_and_percent="{fixed}, plus {percent} of the amount over {above}",
    one=Words(factuur="invoice", deze_factuur="this invoice", staat="is", is_="has"),
    several=Words(factuur="invoices", deze_factuur="these invoices", staat="are", is_="have"),
)
