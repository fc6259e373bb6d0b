"""Sentences of install, doctor and attach."""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "INSTALL_NO_EXCEL": "Op deze computer bestaat Excel niet; er is niets in te stellen. Alle "
    "opdrachten van xl-dunning werken zonder Excel.",
    "INSTALL_NO_XLWINGS": "Het onderdeel xlwings ontbreekt; zonder dat kan Excel dit programma "
    "niet gebruiken. Installeer het met: pip install “xl-dunning[excel]”. Er is niets gewijzigd.",
    "INSTALL_NOT_WRITTEN": "“{file}” kan niet worden geschreven. Sluit Excel en kijk na of u in "
    "die map mag schrijven.",
    "INSTALL_WRITTEN": "Geschreven: {file}.",
    "INSTALL_WOULD_WRITE": "Zou worden geschreven: {file}.",
    "INSTALL_TAKEN_OUT": "Onze regels zijn verwijderd uit: {file}.",
    "INSTALL_WAS_NOT_THERE": "Er was niets ingesteld; er is niets gewijzigd.",
    "INSTALL_NEXT": "Excel vindt dit programma nu. Maak uw werkmap met: xl-dunning new MAP",
    "DOCTOR_WELL": "Er is niets gevonden dat de knoppen tegenhoudt.",
    "DOCTOR_NO_EXCEL": "Op deze computer bestaat Excel niet. Alle opdrachten werken zonder Excel; "
    "de knoppen niet.",
    "DOCTOR_NO_XLWINGS": "Het onderdeel xlwings ontbreekt. Installeer het met: pip install "
    "“xl-dunning[excel]”.",
    "DOCTOR_NO_CONF": "Excel weet nog niet waar dit programma staat: “{file}” is er niet. Typ: "
    "xl-dunning install",
    "DOCTOR_PYTHON_GONE": "Excel zoekt dit programma op een plaats die er niet meer is: {python}. "
    "Typ: xl-dunning install",
    "DOCTOR_PYTHON_OTHER": "Excel gebruikt een andere installatie ({python}) dan deze ({ours}). "
    "Moet Excel deze gebruiken, typ dan: xl-dunning install",
    "DOCTOR_SCRIPT_MISSING": "Op een Mac start Excel dit programma met een script, en dat is er "
    "niet of is van een andere versie: {file}. Typ: xl-dunning install",
    "DOCTOR_SHADOWED": "In deze map of bij de werkmap staat iets dat heet als een deel van dit "
    "programma: {names}. Dat kan in plaats daarvan worden geladen. Geef het een andere naam.",
    "DOCTOR_PANDAS": "In deze installatie staat ook pandas. Elke klik op een knop duurt daardoor "
    "merkbaar langer. Een eigen installatie voor xl-dunning helpt.",
    "DOCTOR_BOOK_GONE": "De werkmap “{file}” is er niet. Kijk de naam en de map na.",
    "DOCTOR_BOOK_UNBUILT": "“{file}” is niet gemaakt met “xl-dunning new”, of kan niet worden "
    "gelezen; de knoppen zitten er dan niet in. Maak een nieuwe met: xl-dunning new MAP",
    "DOCTOR_BOOK_XLWINGS": "“{file}” is gemaakt met xlwings {built}, maar nu is {now} "
    "geïnstalleerd. De knoppen kunnen daardoor weigeren. Maak een nieuwe werkmap met “xl-dunning "
    "new” en neem uw gegevens over.",
    "DOCTOR_MARK": "Windows weet dat “{file}” van internet of uit een e-mail komt, en blokkeert de "
    "knoppen. Klik in de Verkenner met rechts op het bestand, kies Eigenschappen en vink "
    "Blokkering opheffen aan.",
    "DOCTOR_CLOUD": "“{file}” staat in OneDrive of SharePoint. De knoppen werken, maar brieven en "
    "dossier komen in de map xl-dunning in uw documenten, of in de map van Instellingen "
    "(brievenmap).",
    "DOCTOR_FOLDER_CLOSED": "In de map van “{file}” kan niets worden geschreven. Zet de werkmap in "
    "een map waarin u mag schrijven.",
    "DOCTOR_CASEFILE_CLOSED": "Het dossier kan niet worden geschreven: {file}. Haal het kenmerk "
    "Alleen-lezen weg, of vraag uw beheerder om rechten.",
    "DOCTOR_TEMPLATES": "Deze briefsjablonen zijn geen Word-bestanden: {files}. Open en bewaar ze "
    "in Word als .docx, of haal ze weg: dan geldt de meegeleverde brief.",
    "DOCTOR_MAC_CONSENT": "De eerste keer vraagt de Mac of Excel en dit programma elkaar mogen "
    "bedienen. Hebt u nee gezegd, zet het dan aan bij Systeeminstellingen, Privacy en beveiliging, "
    "Automatisering.",
    "DOCTOR_DEFENDER": "Doet een knop niets, dan kan een regel van Defender verbieden dat Excel "
    "een programma start. Dit kunnen wij niet zien. Laat dan dit venster open staan met: "
    "xl-dunning attach",
    "ATTACH_LISTENS": "De knoppen worden nu hier uitgevoerd ({folder}). Laat dit venster open; "
    "stop met Ctrl-C.",
    "ATTACH_ENDED": "Gestopt. De knoppen starten het programma weer zelf.",
    "ATTACH_RUNS": "Er luistert al een ander venster naar de knoppen ({folder}). Gebruik dat, of "
    "sluit het eerst.",
    "ATTACH_FOLDER": "De map {folder} kan niet worden gemaakt. Kies met --folder een andere map.",
    "ATTACH_NO_FOLDER": "Op deze computer bestaat Excel niet, dus er is geen gebruikelijke map. "
    "Noem er een met --folder.",
    "ATTACH_UNREADABLE": "De opdracht uit Excel was niet te lezen; er is niets gedaan. Klik nog "
    "eens op de knop.",
    "ATTACH_BOOK_GONE": "De werkmap {book} is niet meer open in Excel; er is niets gedaan.",
    "ATTACH_FAILED": "Er ging iets mis dat wij niet hadden voorzien ({problem}). Klik nog eens op "
    "de knop, of begin dit venster opnieuw.",
}
