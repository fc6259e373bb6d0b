Attribute VB_Name = "XlDunning"
Option Explicit

' The tab "Debiteuren". Every button ends in Press; the work is done in Python, by
' xl_dunning.ribbon.press. What the tab shows stands on the hidden sheet "_ribbon"
' (id | eigenschap | waarde): Python writes it, this module only reads it. Before a press this
' module empties the message there, and writes which file was chosen.

Private Const STATE_SHEET As String = "_ribbon"
Private Const WINDOW_TITLE As String = "Debiteuren"
Private Const LONGEST_MESSAGE As Long = 1000

' Excel hands over the tab once, when it loads. A reset of VBA loses it; the tab then keeps what it
' shows until the workbook is opened again.
Private ui As IRibbonUI
Private isBusy As Boolean
' On a Mac Excel does not wait for Python: Python calls Refresh when it has done.
Private isAwaited As Boolean

' ---- what the tab calls

Public Sub OnLoad(loaded As IRibbonUI)
    Set ui = loaded
End Sub

Public Sub Press(control As IRibbonControl)
    PressButton control.ID, ""
End Sub

Public Sub GetLabel(control As IRibbonControl, ByRef returnedVal)
    returnedVal = CStr(State(control.ID, "label", FixedLabel(control.ID)))
End Sub

Public Sub GetEnabled(control As IRibbonControl, ByRef returnedVal)
    returnedVal = IsTrue(State(control.ID, "enabled", True))
End Sub

' ---- what Python and the workbook call

Public Sub Refresh()
    Application.Cursor = xlDefault
    ' On a Mac xlwings leaves a text there.
    Application.StatusBar = False
    If Not ui Is Nothing Then ui.Invalidate
    If isAwaited Then
        isAwaited = False
        ' Later, so that whoever calls need not wait until the user has read the message.
        Application.OnTime Now, "'" & Replace(ThisWorkbook.Name, "'", "''") & "'!XlDunning.ShowMessage"
    End If
End Sub

Public Sub ShowMessage()
    Dim text As String, kind As String, button As String, answer As String
    text = Left$(CStr(State("melding", "tekst", "")), LONGEST_MESSAGE)
    kind = CStr(State("melding", "soort", ""))
    button = CStr(State("melding", "knop", ""))
    If text = "" Then Exit Sub
    Select Case kind
        Case "vraag"
            If MsgBox(text, vbYesNo + vbQuestion, WINDOW_TITLE) = vbYes Then PressButton button, "1"
        Case "keuze"
            answer = Trim$(InputBox(text, WINDOW_TITLE))
            If answer = "" Then Exit Sub
            If IsPlain(answer) Then
                PressButton button, answer
            Else
                MsgBox "Typ alleen letters en cijfers, zoals de keuzes in de vraag.", vbExclamation, WINDOW_TITLE
            End If
        Case "fout"
            MsgBox text, vbExclamation, WINDOW_TITLE
        Case Else
            MsgBox text, vbInformation, WINDOW_TITLE
    End Select
End Sub

Public Sub PressButton(controlId As String, choice As String)
    Dim mayShow As Boolean
    If isBusy Then
        MsgBox "Er loopt nog een opdracht. Wacht tot die klaar is en druk dan opnieuw op de knop.", vbExclamation, WINDOW_TITLE
        Exit Sub
    End If
    If StateSheet() Is Nothing Then
        MsgBox "Deze werkmap is niet door xl-dunning gemaakt. Open Debiteuren.xlsm, of maak een nieuwe werkmap met: xl-dunning new", vbExclamation, WINDOW_TITLE
        Exit Sub
    End If
    If Not IsPrepared(controlId, choice) Then Exit Sub
    isBusy = True
    On Error GoTo failed
    SetState "melding", "tekst", ""
    SetState "melding", "soort", ""
    ' Not a text in the status bar: LibreOffice without a window ends itself over that.
    Application.Cursor = xlWait
    mayShow = Work(controlId, choice)
    isBusy = False
    #If Mac Then
        Application.Cursor = xlDefault
        Exit Sub
    #End If
    Refresh
    If mayShow Then ShowMessage
    Exit Sub
failed:
    isBusy = False
    isAwaited = False
    Application.Cursor = xlDefault
    MsgBox "De knop werkt niet: " & Err.Description & ". Sluit de werkmap en open die opnieuw; blijft dit zo, voer dan uit: xl-dunning doctor", vbExclamation, WINDOW_TITLE
End Sub

' ---- the work itself

' Does the press in Python; False when the user has seen already what went wrong.
Private Function Work(controlId As String, choice As String) As Boolean
    Dim sentence As String, outcome As Variant
    #If Mac Then
        isAwaited = True
    #End If
    If XlDunningBrug.Send(Book(), controlId, choice, sentence) Then
        Work = (sentence = "")
        If sentence <> "" Then MsgBox Left$(sentence, LONGEST_MESSAGE), vbExclamation, WINDOW_TITLE
        Exit Function
    End If
    outcome = RunPython("from xl_dunning.ribbon import press; press('" & controlId & "', '" & choice & "')")
    Work = True
    If Not IsEmpty(outcome) Then Work = (CStr(outcome) <> "-1")
End Function

' Asks what must be known before Python is called; False when the user changed her mind.
Private Function IsPrepared(controlId As String, choice As String) As Boolean
    Dim file As String
    IsPrepared = True
    If controlId <> "xldImport" Or choice <> "" Then Exit Function
    file = ChosenFile()
    IsPrepared = (file <> "")
    If IsPrepared Then SetState "invoer", "bestand", file
End Function

Private Function ChosenFile() As String
    Dim chosen As Variant
    #If Mac Then
        ' Filters and titles are not understood there.
        chosen = Application.GetOpenFilename()
    #Else
        chosen = Application.GetOpenFilename("Lijsten (Excel en csv),*.xlsx;*.xlsm;*.xls;*.xlsb;*.ods;*.csv;*.txt", 1, "Kies de lijst met openstaande posten")
    #End If
    If VarType(chosen) = vbString Then ChosenFile = chosen
End Function

' The workbook that the buttons are about: the one with this tab, or for an add-in the one in front.
Private Function Book() As Workbook
    Dim isAddin As Boolean
    Set Book = ThisWorkbook
    On Error Resume Next
    isAddin = ThisWorkbook.IsAddin
    On Error GoTo 0
    If isAddin Then
        If Not ActiveWorkbook Is Nothing Then Set Book = ActiveWorkbook
    End If
End Function

' ---- the state sheet

Private Function StateSheet() As Worksheet
    On Error Resume Next
    Set StateSheet = Book().Worksheets(STATE_SHEET)
End Function

' The row of a state, or the first empty one.
Private Function StateRow(sheet As Worksheet, id As String, prop As String) As Long
    StateRow = 2
    Do While CStr(sheet.Cells(StateRow, 1).Value) <> ""
        If CStr(sheet.Cells(StateRow, 1).Value) = id And CStr(sheet.Cells(StateRow, 2).Value) = prop Then Exit Function
        StateRow = StateRow + 1
    Loop
End Function

Private Function State(id As String, prop As String, default As Variant) As Variant
    Dim sheet As Worksheet, found As Variant
    State = default
    On Error GoTo done
    Set sheet = StateSheet()
    If sheet Is Nothing Then Exit Function
    found = sheet.Cells(StateRow(sheet, id, prop), 3).Value
    If CStr(found) <> "" Then State = found
done:
End Function

Private Sub SetState(id As String, prop As String, text As String)
    Dim sheet As Worksheet, row As Long
    Set sheet = StateSheet()
    row = StateRow(sheet, id, prop)
    sheet.Cells(row, 1).Value = id
    sheet.Cells(row, 2).Value = prop
    sheet.Cells(row, 3).Value = text
End Sub

Private Function IsTrue(value As Variant) As Boolean
    IsTrue = True
    On Error GoTo done
    IsTrue = CBool(value)
done:
End Function

' Only letters and digits: what may stand in the command to Python.
Private Function IsPlain(text As String) As Boolean
    Dim i As Long
    If Len(text) > 40 Then Exit Function
    For i = 1 To Len(text)
        If InStr("abcdefghijklmnopqrstuvwxyz0123456789", LCase$(Mid$(text, i, 1))) = 0 Then Exit Function
    Next i
    IsPlain = True
End Function

' What stands on a button whose label is counted, before anything was counted.
Private Function FixedLabel(id As String) As String
    Select Case id
        Case "xldLetters": FixedLabel = "Brieven maken"
        Case "xldMails": FixedLabel = "E-mails klaarzetten"
        Case "xldCalls": FixedLabel = "Belijst"
        Case "xldHandover": FixedLabel = "Overdragen"
        Case "xldStatus": FixedLabel = "Nog geen ronde"
    End Select
End Function
