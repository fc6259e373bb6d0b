Attribute VB_Name = "Functies"
Option Explicit

' The worksheet functions of Debiteuren.xlsm, for Windows, Mac and LibreOffice.
'
' No figure of the law stands in this text: rates, cost scales and holidays come from the very
' hidden sheet "_wet", which the builder writes from the dated law data. A day that the sheet does
' not cover gives #N/A (in LibreOffice the words "niet bekend"), never a figure.
'
' Amounts are whole cents and percentages whole ten-thousandths, in Doubles that never hold a
' fraction and never grow above 2^53. So every step is exact and rounding half-up is the same as in
' the Python rules, also where VBA has no Decimal (LibreOffice) and whatever Currency does.

Private Const LAW_SHEET As String = "_wet"
Private Const NOT_KNOWN As Long = 2042
Private Const NOT_VALID As Long = 2015
' Percent in ten-thousandths: 100 x 10,000 parts; a year of interest always counts 365 days.
Private Const PARTS As Double = 1000000#
Private Const DAYS_A_YEAR As Double = 365#
' Above this many cents (a milliard euro) the sums below would no longer be exact.
Private Const MOST_CENTS As Double = 100000000000#
Private Const FIRST_DAY As Long = 61
Private Const LAST_DAY As Long = 2958465

Private law As Variant
Private stamp As String
' Rows about one thing stand together: where each group of them begins and ends.
Private groupName() As String
Private groupFirst() As Long
Private groupLast() As Long
Private groups As Long

' Days past the due date; 0 up to and including that date.
Public Function DAGEN_TE_LAAT(ByVal vervaldatum As Variant, ByVal peildatum As Variant) As Variant
    Dim due As Long, asOf As Long
    If Not (IsDay(vervaldatum, due) And IsDay(peildatum, asOf)) Then
        DAGEN_TE_LAAT = Refused(NOT_VALID)
    ElseIf asOf > due Then
        DAGEN_TE_LAAT = asOf - due
    Else
        DAGEN_TE_LAAT = 0
    End If
End Function

' The title of the stage of sheet Beleid that an invoice of this age fits, if nothing was held up;
' empty before the first. What was really carried out stands in the column Fase.
Public Function AANMAANFASE(ByVal vervaldatum As Variant, ByVal peildatum As Variant, _
        Optional ByVal soort As Variant, Optional ByVal recht As Variant) As Variant
    Dim kindWord As Variant, lawWord As Variant
    Dim due As Long, asOf As Long, kind As String, country As String
    ' The sheet Beleid is no argument, so that Excel would not see that it changed.
    Application.Volatile
    If Not IsMissing(soort) Then kindWord = soort
    If Not IsMissing(recht) Then lawWord = recht
    If Not (IsDay(vervaldatum, due) And IsDay(peildatum, asOf)) Then
        AANMAANFASE = Refused(NOT_VALID)
    ElseIf Not (IsKind(kindWord, kind) And IsCountry(lawWord, country)) Then
        AANMAANFASE = Refused(NOT_VALID)
    Else
        AANMAANFASE = StageOf(due, asOf, kind, country)
    End If
End Function

' Statutory interest in euro from the day after the due date up to and including a day. Belgium:
' a consumer owes interest only as agreed, which no function can know.
Public Function WETTELIJKE_RENTE(ByVal hoofdsom As Variant, ByVal vervaldatum As Variant, _
        ByVal tot_en_met As Variant, Optional ByVal soort As Variant, _
        Optional ByVal recht As Variant) As Variant
    Dim kindWord As Variant, lawWord As Variant
    Dim cents As Double, due As Long, asOf As Long, kind As String, country As String
    Dim interest As Double
    If Not IsMissing(soort) Then kindWord = soort
    If Not IsMissing(recht) Then lawWord = recht
    If Not (IsAmount(hoofdsom, cents) And IsDay(vervaldatum, due) And IsDay(tot_en_met, asOf)) Then
        WETTELIJKE_RENTE = Refused(NOT_VALID)
    ElseIf Not (IsKind(kindWord, kind) And IsCountry(lawWord, country)) Then
        WETTELIJKE_RENTE = Refused(NOT_VALID)
    ElseIf cents = 0 Or asOf <= due Then
        WETTELIJKE_RENTE = 0
    ElseIf Not LawIsThere() Then
        WETTELIJKE_RENTE = Refused(NOT_KNOWN)
    Else
        interest = InterestOf(cents, due + 1, asOf, kind, country)
        If interest < 0 Then
            WETTELIJKE_RENTE = Refused(NOT_KNOWN)
        Else
            WETTELIJKE_RENTE = interest / 100
        End If
    End If
End Function

' Collection costs in euro over a principal, by the scale in force on a day. A consumer owes them
' only after the term of a 14-dagenbrief, in Belgium only as agreed: that is not known here.
Public Function INCASSOKOSTEN(ByVal hoofdsom As Variant, ByVal datum As Variant, _
        Optional ByVal soort As Variant, Optional ByVal recht As Variant) As Variant
    Dim kindWord As Variant, lawWord As Variant
    Dim cents As Double, asOf As Long, kind As String, country As String, costs As Double
    If Not IsMissing(soort) Then kindWord = soort
    If Not IsMissing(recht) Then lawWord = recht
    If Not (IsAmount(hoofdsom, cents) And IsDay(datum, asOf)) Then
        INCASSOKOSTEN = Refused(NOT_VALID)
    ElseIf Not (IsKind(kindWord, kind) And IsCountry(lawWord, country)) Then
        INCASSOKOSTEN = Refused(NOT_VALID)
    ElseIf cents = 0 Then
        INCASSOKOSTEN = 0
    ElseIf Not LawIsThere() Then
        INCASSOKOSTEN = Refused(NOT_KNOWN)
    Else
        costs = CostsOf(cents, asOf, kind, country)
        If costs < 0 Then
            INCASSOKOSTEN = Refused(NOT_KNOWN)
        Else
            INCASSOKOSTEN = costs / 100
        End If
    End If
End Function

' The pay-by date of a letter of that day: so many days later, on a working day.
Public Function UITERSTE_BETAALDATUM(ByVal briefdatum As Variant, ByVal dagen As Variant, _
        Optional ByVal recht As Variant) As Variant
    Dim lawWord As Variant
    Dim sent As Long, count As Double, country As String, found As Long
    If Not IsMissing(recht) Then lawWord = recht
    If Not (IsDay(briefdatum, sent) And IsNumber(dagen, count) And IsCountry(lawWord, country)) Then
        UITERSTE_BETAALDATUM = Refused(NOT_VALID)
    ElseIf count < 0 Or count > 3650 Or count <> Int(count) Then
        UITERSTE_BETAALDATUM = Refused(NOT_VALID)
    ElseIf Not LawIsThere() Then
        UITERSTE_BETAALDATUM = Refused(NOT_KNOWN)
    Else
        found = WorkingDay(sent + CLng(count), country)
        If found = 0 Then
            UITERSTE_BETAALDATUM = Refused(NOT_KNOWN)
        ElseIf IsCalc() Then
            UITERSTE_BETAALDATUM = found ' a Date would arrive as text there
        Else
            UITERSTE_BETAALDATUM = CDate(found)
        End If
    End If
End Function

' ---- arguments ------------------------------------------------------------------------------

' The value of an argument; False for an error, several cells, text that is no text and the like.
Private Function IsOneValue(ByVal given As Variant, ByRef found As Variant) As Boolean
    Dim area As Object
    If IsObject(given) Then
        ' LibreOffice takes a Variant with a member for an object, and then refuses a number.
        Set area = given
        If area.Cells.Count <> 1 Then Exit Function
        ' LibreOffice reads a cell with an error as 0: ask before reading.
        If Application.WorksheetFunction.IsError(area) Then Exit Function
        found = area.Value
    Else
        found = given
    End If
    IsOneValue = Not (IsArray(found) Or IsError(found))
End Function

Private Function IsNumber(ByVal given As Variant, ByRef found As Double) As Boolean
    Dim one As Variant
    If Not IsOneValue(given, one) Then Exit Function
    Select Case VarType(one)
        Case 2, 3, 4, 5, 6, 14, 20 ' whole numbers, Single, Double, Currency, Decimal, LongLong
            found = CDbl(one)
            IsNumber = True
    End Select
End Function

Private Function IsDay(ByVal given As Variant, ByRef found As Long) As Boolean
    Dim one As Variant, serial As Double
    If Not IsOneValue(given, one) Then Exit Function
    If VarType(one) = 7 Then
        serial = CDbl(one)
    ElseIf Not IsNumber(one, serial) Then
        Exit Function
    End If
    If Int(serial) < FIRST_DAY Or Int(serial) > LAST_DAY Then Exit Function
    found = CLng(Int(serial))
    IsDay = True
End Function

' An amount of zero or more, as whole cents; the margin makes 1.005 a whole half cent, as typed.
Private Function IsAmount(ByVal given As Variant, ByRef cents As Double) As Boolean
    Dim euros As Double
    If Not IsNumber(given, euros) Then Exit Function
    If euros < 0 Or euros * 100 > MOST_CENTS Then Exit Function
    cents = Int(euros * 100 + 0.5 + euros * 0.0000000000001)
    IsAmount = True
End Function

' An empty kind is treated by the rules that protect most: those of a consumer.
Private Function IsKind(ByVal given As Variant, ByRef kind As String) As Boolean
    IsKind = True
    Select Case WordOf(given)
        Case "", "consument", "particulier", "consumer"
            kind = "consument"
        Case "zakelijk", "bedrijf", "business"
            kind = "zakelijk"
        Case Else
            IsKind = False
    End Select
End Function

' Without an argument: what stands on the sheet Instellingen, else the Netherlands.
Private Function IsCountry(ByVal given As Variant, ByRef country As String) As Boolean
    country = WordOf(given)
    If country = "" Then country = CountryOfSettings()
    IsCountry = (country = "nl" Or country = "be")
End Function

Private Function WordOf(ByVal given As Variant) As String
    Dim one As Variant
    If IsOneValue(given, one) Then
        If Not IsEmpty(one) Then WordOf = LCase(Trim(CStr(one)))
    Else
        WordOf = "?"
    End If
End Function

Private Function CountryOfSettings() As String
    Dim block As Variant, i As Long, j As Long
    CountryOfSettings = "nl"
    If Not BlockOf("Instellingen", block) Then Exit Function
    For i = LBound(block, 1) To UBound(block, 1)
        For j = LBound(block, 2) To UBound(block, 2) - 1
            If TextOf(block(i, j)) = "rechtsstelsel" And TextOf(block(i, j + 1)) <> "" Then
                CountryOfSettings = TextOf(block(i, j + 1))
                Exit Function
            End If
        Next j
    Next i
End Function

' ---- the law data ---------------------------------------------------------------------------

' Reads the sheet once, and again when its stamp (row 2, third column) is another.
Private Function LawIsThere() As Boolean
    Dim sheet As Worksheet, found As String
    On Error GoTo absent
    Set sheet = Application.ThisWorkbook.Worksheets(LAW_SHEET)
    found = CStr(sheet.Cells(2, 3).Value)
    If found = "" Then Exit Function
    If found <> stamp Then
        law = sheet.UsedRange.Value
        FindGroups
        stamp = found
    End If
    LawIsThere = True
absent:
End Function

Private Sub FindGroups()
    Dim i As Long, named As String
    groups = 0
    ReDim groupName(1 To UBound(law, 1))
    ReDim groupFirst(1 To UBound(law, 1))
    ReDim groupLast(1 To UBound(law, 1))
    For i = LBound(law, 1) To UBound(law, 1)
        named = law(i, 1) & "|" & law(i, 2) & "|" & law(i, 3)
        If groups = 0 Then
            groups = 1
            groupName(1) = named
            groupFirst(1) = i
        ElseIf groupName(groups) <> named Then
            groups = groups + 1
            groupName(groups) = named
            groupFirst(groups) = i
        End If
        groupLast(groups) = i
    Next i
End Sub

' The rows about one thing; False (and no rows) when there are none.
Private Function HasRows(ByVal what As String, ByVal country As String, ByVal kind As String, _
        ByRef first As Long, ByRef last As Long) As Boolean
    Dim i As Long
    first = 1
    last = 0
    For i = 1 To groups
        If groupName(i) = what & "|" & country & "|" & kind Then
            first = groupFirst(i)
            last = groupLast(i)
            HasRows = True
            Exit Function
        End If
    Next i
End Function

Private Function SerialOf(ByVal cell As Variant) As Long
    If Not IsEmpty(cell) Then SerialOf = CLng(CDbl(cell))
End Function

' Whole cents of interest from first to last; -1 when a day is not covered.
Private Function InterestOf(ByVal cents As Double, ByVal first As Long, ByVal last As Long, _
        ByVal kind As String, ByVal country As String) As Double
    Dim grown As Double, part As Double, start As Long, finish As Long, years As Long
    InterestOf = -1
    If country = "be" And kind = "consument" Then Exit Function
    start = first
    Do While start <= last
        finish = last
        ' In the Netherlands the interest of a full year bears interest itself.
        If country = "nl" Then
            years = years + 1
            finish = YearsLater(first, years) - 1
            If finish > last Then finish = last
        End If
        part = InterestAt(cents + grown, start, finish, kind, country)
        If part < 0 Then Exit Function
        grown = grown + part
        start = finish + 1
    Loop
    InterestOf = grown
End Function

' The same over days with one unchanging base: a rounded line for each rate.
Private Function InterestAt(ByVal bearing As Double, ByVal first As Long, ByVal last As Long, _
        ByVal kind As String, ByVal country As String) As Double
    Dim i As Long, top As Long, bottom As Long, start As Long, finish As Long, sum As Double
    InterestAt = -1
    If Not HasRows("rente", country, kind, top, bottom) Then Exit Function
    start = first
    For i = top To bottom
        If SerialOf(law(i, 4)) <= start And start <= SerialOf(law(i, 5)) Then
            finish = SerialOf(law(i, 5))
            If finish > last Then finish = last
            sum = sum + HalfUp(bearing, CDbl(law(i, 6)) * (finish - start + 1), _
                PARTS * DAYS_A_YEAR)
            start = finish + 1
            If start > last Then
                InterestAt = sum
                Exit Function
            End If
        End If
    Next i
End Function

' Whole cents of costs; -1 when no scale held yet, or nothing is owed without a clause.
Private Function CostsOf(ByVal cents As Double, ByVal asOf As Long, ByVal kind As String, _
        ByVal country As String) As Double
    Dim least As Double, i As Long, scaleFrom As Long, found As Double, row As Long
    Dim top As Long, bottom As Long
    CostsOf = -1
    If country = "be" And kind = "consument" Then Exit Function
    If kind = "zakelijk" Then
        row = InForce("minimum", country, kind, asOf)
        If row = 0 Then Exit Function
        least = CDbl(law(row, 6))
        If country = "be" Then
            CostsOf = least
            Exit Function
        End If
    End If
    row = InForce("staffel", country, "consument", asOf)
    If row = 0 Then Exit Function
    scaleFrom = SerialOf(law(row, 4))
    If Not HasRows("schijf", country, "consument", top, bottom) Then Exit Function
    For i = top To bottom
        ' Brackets stand in order: the last one below the principal is its own.
        If SerialOf(law(i, 4)) = scaleFrom And cents > CDbl(law(i, 6)) Then
            found = CDbl(law(i, 7)) + HalfUp(cents - CDbl(law(i, 6)), CDbl(law(i, 8)), PARTS)
        End If
    Next i
    If found < CDbl(law(row, 6)) Then found = CDbl(law(row, 6))
    If found > CDbl(law(row, 7)) Then found = CDbl(law(row, 7))
    If found < least Then found = least
    CostsOf = found
End Function

' The row of the figure that holds on the day, 0 when none held yet.
Private Function InForce(ByVal what As String, ByVal country As String, ByVal kind As String, _
        ByVal asOf As Long) As Long
    Dim i As Long, top As Long, bottom As Long
    If Not HasRows(what, country, kind, top, bottom) Then Exit Function
    For i = top To bottom
        If SerialOf(law(i, 4)) <= asOf Then InForce = i
    Next i
End Function

' The day itself when it is a working day, else the next one; 0 outside the calendar.
Private Function WorkingDay(ByVal wanted As Long, ByVal country As String) As Long
    Dim row As Long
    row = InForce("kalender", country, "", wanted)
    If row = 0 Then Exit Function
    Do While wanted <= SerialOf(law(row, 5))
        ' Serial 2 was a Monday by this count.
        If (wanted - 2) Mod 7 < 5 And Not IsHoliday(wanted, country) Then
            WorkingDay = wanted
            Exit Function
        End If
        wanted = wanted + 1
    Loop
End Function

Private Function IsHoliday(ByVal wanted As Long, ByVal country As String) As Boolean
    Dim middle As Long, top As Long, bottom As Long
    If Not HasRows("feestdag", country, "", top, bottom) Then Exit Function
    ' The days stand in order: each look halves what is left.
    Do While top <= bottom
        middle = (top + bottom) \ 2
        If SerialOf(law(middle, 4)) = wanted Then
            IsHoliday = True
            Exit Function
        ElseIf SerialOf(law(middle, 4)) < wanted Then
            top = middle + 1
        Else
            bottom = middle - 1
        End If
    Loop
End Function

' ---- the policy -----------------------------------------------------------------------------

Private Function StageOf(ByVal due As Long, ByVal asOf As Long, ByVal kind As String, _
        ByVal country As String) As Variant
    Dim block As Variant, head As Long, i As Long, after As Long, ripe As Long, slack As Long
    Dim named As String
    StageOf = Refused(NOT_KNOWN)
    If Not BlockOf("Beleid", block) Then Exit Function
    head = HeadOf(block)
    If head = 0 Then Exit Function
    ' It holds for the policy as a whole and may stand on any of its rows, or on all.
    For i = head + 1 To UBound(block, 1)
        If NumberIn(block, head, i, "correctiedagen") > slack Then
            slack = NumberIn(block, head, i, "correctiedagen")
        End If
    Next i
    For i = head + 1 To UBound(block, 1)
        If IsStageFor(block, head, i, kind, country) Then
            after = NumberIn(block, head, i, "na")
            If after < 0 Then Exit Function
            ripe = due + after
            If IsYes(TextIn(block, head, i, "einde maand")) Then ripe = EndOfMonth(ripe)
            ' Stages are never skipped: the first that is not ripe ends the walk.
            If asOf < ripe + slack Then Exit For
            named = TitleIn(block, head, i)
        End If
    Next i
    StageOf = named
End Function

Private Function IsStageFor(ByRef block As Variant, ByVal head As Long, ByVal i As Long, _
        ByVal kind As String, ByVal country As String) As Boolean
    Dim whom As String, where As String
    If TextIn(block, head, i, "fase") = "" Then Exit Function
    ' The term is taken as agreed; a stage for terms that were not is passed by.
    If IsYes(TextIn(block, head, i, "zonder afspraak")) Then Exit Function
    whom = TextIn(block, head, i, "voor")
    If whom = "consumer" Then whom = "consument"
    If whom = "business" Then whom = "zakelijk"
    where = TextIn(block, head, i, "recht")
    IsStageFor = (whom = "" Or whom = "alle" Or whom = "all" Or whom = kind) _
        And (where = "" Or where = "alle" Or where = country)
End Function

' The row with the headers: one that holds both Titel and Na.
Private Function HeadOf(ByRef block As Variant) As Long
    Dim i As Long
    For i = LBound(block, 1) To UBound(block, 1)
        If ColumnOf(block, i, "titel") > 0 And ColumnOf(block, i, "na") > 0 Then
            HeadOf = i
            Exit Function
        End If
    Next i
End Function

Private Function ColumnOf(ByRef block As Variant, ByVal head As Long, ByVal named As String) As Long
    Dim j As Long
    For j = LBound(block, 2) To UBound(block, 2)
        If TextOf(block(head, j)) = named Then
            ColumnOf = j
            Exit Function
        End If
    Next j
End Function

Private Function TextIn(ByRef block As Variant, ByVal head As Long, ByVal i As Long, _
        ByVal named As String) As String
    Dim j As Long
    j = ColumnOf(block, head, named)
    If j > 0 Then TextIn = TextOf(block(i, j))
End Function

Private Function TitleIn(ByRef block As Variant, ByVal head As Long, ByVal i As Long) As String
    TitleIn = Trim(CStr(block(i, ColumnOf(block, head, "titel"))))
    If TitleIn = "" Then TitleIn = Trim(CStr(block(i, ColumnOf(block, head, "fase"))))
End Function

' A whole number of days; -1 when there is none.
Private Function NumberIn(ByRef block As Variant, ByVal head As Long, ByVal i As Long, _
        ByVal named As String) As Long
    Dim j As Long, found As Double
    NumberIn = -1
    j = ColumnOf(block, head, named)
    If j = 0 Then Exit Function
    If Not IsNumber(block(i, j), found) Then Exit Function
    If found >= 0 And found <= 36500 And found = Int(found) Then NumberIn = CLng(found)
End Function

' ---- small things ---------------------------------------------------------------------------

' a x b / c in whole numbers, half up; exact for a up to 10^12, b up to 10^10, c up to 4 x 10^8.
' Multiplying first would need more than the 53 bits of a Double, so it is done in parts.
Private Function HalfUp(ByVal a As Double, ByVal b As Double, ByVal c As Double) As Double
    Dim whole As Double, restA As Double, restB As Double, high As Double, low As Double
    Dim product As Double
    restA = Rest(a, c)
    restB = Rest(b, c)
    whole = Int(a / c) * b + restA * Int(b / c)
    high = Int(restB / 10000#)
    low = restB - high * 10000#
    product = restA * high
    whole = whole + Int(product / c) * 10000#
    product = Rest(product, c) * 10000# + restA * low
    HalfUp = whole + Int((2 * product + c) / (2 * c))
End Function

Private Function Rest(ByVal a As Double, ByVal c As Double) As Double
    Rest = a - Int(a / c) * c
End Function

' A year later; 29 February becomes 28 February in a common year.
Private Function YearsLater(ByVal serial As Long, ByVal years As Long) As Long
    Dim wanted As Date, found As Date
    wanted = CDate(serial)
    found = DateSerial(Year(wanted) + years, Month(wanted), Day(wanted))
    If Month(found) <> Month(wanted) Then found = DateSerial(Year(found), Month(found), 0)
    YearsLater = CLng(CDbl(found))
End Function

Private Function EndOfMonth(ByVal serial As Long) As Long
    Dim wanted As Date
    wanted = CDate(serial)
    EndOfMonth = CLng(CDbl(DateSerial(Year(wanted), Month(wanted) + 1, 0)))
End Function

Private Function BlockOf(ByVal named As String, ByRef block As Variant) As Boolean
    On Error GoTo absent
    block = AskingBook().Worksheets(named).UsedRange.Value
    BlockOf = IsArray(block)
absent:
End Function

' Whose Beleid and Instellingen count: those of this workbook, but of an add-in the workbook with
' the cell that asks. (The figures of the law are always here.)
Private Function AskingBook() As Workbook
    Dim isAddin As Boolean
    Set AskingBook = Application.ThisWorkbook
    On Error Resume Next
    isAddin = Application.ThisWorkbook.IsAddin
    If isAddin Then Set AskingBook = Application.Caller.Worksheet.Parent
End Function

Private Function IsYes(ByVal word As String) As Boolean
    IsYes = (InStr("|ja|j|waar|true|yes|", "|" & word & "|") > 0 And word <> "")
End Function

' A cell as a lower-case word; yes is "ja", an error or a number that is no word is itself.
Private Function TextOf(ByVal cell As Variant) As String
    If IsError(cell) Or IsEmpty(cell) Then Exit Function
    If VarType(cell) = 11 Then
        If cell Then TextOf = "ja" Else TextOf = "nee"
    Else
        TextOf = LCase(Trim(CStr(cell)))
    End If
End Function

' LibreOffice says that it is Excel 11; the ribbon needs at least Excel 12.
Private Function IsCalc() As Boolean
    IsCalc = Val(Application.Version) < 12
End Function

' LibreOffice would show an error value as the words "Error 2042"; there a plain word says more.
Private Function Refused(ByVal code As Long) As Variant
    If Not IsCalc() Then
        Refused = CVErr(code)
    ElseIf code = NOT_KNOWN Then
        Refused = "niet bekend"
    Else
        Refused = "ongeldig"
    End If
End Function
