"""The tab Debiteuren keeps to what Excel 2007 and later, and a Mac, can show.

The rules are those of [MS-CUSTOMUI] and of what is known to go wrong; no schema is kept here.
"""

from __future__ import annotations

import re
from collections import Counter

import pytest
from lxml import etree

from xl_dunning.excel.own_modules import own_modules, ribbon
from xl_dunning.frontends.messages_nl import workbook_buttons
from xl_dunning.frontends.messages_nl.new_workbook import CONTROL_LABELS
from xl_dunning.frontends.ribbon import BUTTONS

NAMESPACE = "{http://schemas.microsoft.com/office/2006/01/customui}"
CONTROLS = {*BUTTONS, "xldStatus"}
SHARED = {"id", "label", "getLabel", "getEnabled", "getVisible", "screentip", "supertip"}
ALLOWED = {
    # What may stand in what. A <menu> made all tabs vanish for users of a Mac, so none of those.
    "customUI": ({"onLoad"}, {"ribbon"}),
    "ribbon": ({"startFromScratch"}, {"tabs"}),
    "tabs": (set(), {"tab"}),
    "tab": ({"id", "label", "insertAfterMso", "keytip"}, {"group"}),
    "group": ({"id", "label"}, {"button", "checkBox", "editBox", "labelControl"}),
    "button": (SHARED | {"size", "imageMso", "keytip", "onAction"}, set()),
    "checkBox": (SHARED | {"keytip", "onAction", "getPressed"}, set()),
    "editBox": (SHARED | {"keytip", "onChange", "getText"}, set()),
    "labelControl": (SHARED, set()),
}
SIGNATURES = {
    "onLoad": r"\(\w+ As IRibbonUI\)",
    "onAction": r"\(control As IRibbonControl\)",
    "getLabel": r"\(control As IRibbonControl, ByRef returnedVal\)",
    "getEnabled": r"\(control As IRibbonControl, ByRef returnedVal\)",
}
ICONS = {
    # In all six lists of Excel, 2013 to now: OfficeDev/office-fluent-ui-command-identifiers.
    **dict.fromkeys(
        (
            *("GetExternalDataFromText", "ErrorChecking", "RefreshAll", "PivotTableReport"),
            *("OutlookTaskCreate", "FileEmailAsPdfEmailAttachment", "ControlProperties"),
            *("MacroPlay", "Help", "Filter"),
        ),
        "the lists of Excel 2013 and later",
    ),
    "FunctionWizard": "the tab of xlwings, in daily use on Windows and Mac",
    # Commands of Excel that the table imageMso of [MS-CUSTOMUI] names.
    **dict.fromkeys(("Undo", "FilePrintPreview", "FileSendAsAttachment"), "[MS-CUSTOMUI]"),
}

ROOT = etree.fromstring(ribbon())
ELEMENTS = list(ROOT.iter("{*}*"))  # so without comments


def local(element: etree._Element) -> str:
    tag = str(element.tag)
    assert tag.startswith(NAMESPACE), "the part of 2006 holds elements of 2006"
    return tag.removeprefix(NAMESPACE)


def those(name: str) -> list[str]:
    """The values of an attribute, wherever it stands."""
    return [value for each in ELEMENTS if (value := each.get(name)) is not None]


def test_only_elements_and_attributes_that_every_excel_knows() -> None:
    for element in ELEMENTS:
        attributes, children = ALLOWED[local(element)]
        assert set(element.attrib) <= attributes, local(element)
        assert {local(child) for child in element.iterchildren("{*}*")} <= children


def test_the_controls_are_those_that_python_knows() -> None:
    found = {each.get("id") for each in ELEMENTS if local(each) in {"button", "labelControl"}}
    assert found == CONTROLS


def test_start_and_uitleg_explain_the_buttons_by_the_names_on_the_tab() -> None:
    shown = [
        (group.get("label"), button.get("label") or CONTROL_LABELS[str(button.get("id"))])
        for group in ELEMENTS
        if local(group) == "group"
        for button in group.iterchildren("{*}button")
    ]
    assert shown == [(line.group, line.label) for line in workbook_buttons.BUTTONS]


def test_every_id_is_there_once_and_can_stand_in_a_command() -> None:
    ids = those("id")
    assert [one for one, count in Counter(ids).items() if count > 1] == []
    assert all(re.fullmatch(r"xld[A-Za-z]{1,40}", one) for one in ids)


def test_every_key_tip_is_short_and_there_once() -> None:
    tips = [tip for each in ELEMENTS if local(each) != "tab" and (tip := each.get("keytip"))]
    assert len(set(tips)) == len(tips)
    assert all(re.fullmatch(r"[A-Z0-9]{1,3}", tip) for tip in (*tips, *those("keytip")))
    assert not any(a != b and b.startswith(a) for a in tips for b in tips), "no tip hides another"
    assert len(tips) == len([each for each in ELEMENTS if local(each) == "button"])


@pytest.mark.parametrize(
    ("attribute", "most"), [("label", 1024), ("screentip", 1024), ("supertip", 1024)]
)
def test_no_text_is_longer_than_the_format_takes(attribute: str, most: int) -> None:
    assert those(attribute)
    assert all(0 < len(text) <= most for text in those(attribute))


def test_every_button_explains_itself_and_does_something() -> None:
    for button in (each for each in ELEMENTS if local(each) == "button"):
        assert button.get("onAction") == "XlDunning.Press"
        assert button.get("screentip")
        assert str(button.get("supertip")).endswith(".")


def test_a_label_is_fixed_or_asked_never_both() -> None:
    """Excel takes both for an error and then shows no tab at all; the schema does not see it."""
    for element in ELEMENTS:
        if local(element) in {"tab", "group", "button", "labelControl"}:
            assert (element.get("label") is None) != (element.get("getLabel") is None)


def test_every_group_has_at_most_one_large_button_and_it_comes_first() -> None:
    for group in (each for each in ELEMENTS if local(each) == "group"):
        sizes = [child.get("size") for child in group]
        assert set(sizes) <= {"large", None}
        assert "large" not in sizes[1:]


def test_every_icon_is_one_that_excel_has() -> None:
    assert set(those("imageMso")) <= ICONS.keys()


def test_every_callback_is_a_public_sub_of_the_module_with_the_right_arguments() -> None:
    modules = {module.name: module.source for module in own_modules()}
    used = {
        (attribute, value)
        for element in ELEMENTS
        for attribute, value in element.attrib.items()
        if str(attribute).startswith(("on", "get"))
    }
    for attribute, value in used:
        module, _, name = str(value).partition(".")
        pattern = rf"(?m)^Public Sub {name}{SIGNATURES[str(attribute)]}$"
        assert re.search(pattern, modules[module]), value


def test_a_counted_label_has_words_before_anything_was_counted() -> None:
    """The state sheet of a new workbook has them, and VBA where that sheet is not there."""
    asked = {str(each.get("id")) for each in ELEMENTS if each.get("getLabel")}
    vba = next(module.source for module in own_modules() if module.name == "XlDunning")
    fixed = dict(re.findall(r'Case "(xld\w+)": FixedLabel = "([^"]+)"', vba))
    assert fixed == CONTROL_LABELS
    assert fixed.keys() == asked
