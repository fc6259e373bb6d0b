Attribute VB_Name = "XlDunningBrug"
Option Explicit

' The bridge: a press goes as a small file to a running "xl-dunning attach", so that Excel need not
' start a program, which many companies forbid. The file <time>-<button>.press is renamed to .taken
' by the helper that takes it, and answered by .answer. All text in these files is plain ASCII;
' other characters go as four hexadecimal digits for each UTF-16 unit.

Private Const FRESH_SECONDS As Long = 10
Private Const CLAIM_SECONDS As Long = 3
Private Const PAUSE_SECONDS As Double = 0.05
' On a Mac nobody waits for the answer: when it tells of something wrong, the next press shows it.
Private leftAnswer As String

' True when the helper took the press. Sentence: what went wrong, when something did.
Public Function Send(book As Workbook, controlId As String, choice As String, ByRef sentence As String) As Boolean
    Dim folder As String, stem As String
    ShowLeftAnswer
    sentence = ""
    folder = BridgeFolder()
    If Not IsAlive(folder) Then Exit Function
    stem = folder & Stamp() & "-" & controlId
    WritePress stem, book, controlId, choice
    If Not IsTaken(stem & ".press") Then Exit Function
    Send = True
    #If Mac Then
        leftAnswer = stem & ".answer"
    #Else
        sentence = AwaitedAnswer(folder, stem & ".answer")
    #End If
End Function

' Where both sides look, with its last separator; empty when there is no such place.
Public Function BridgeFolder() As String
    Dim folder As String
    folder = Environ("XL_DUNNING_BRIDGE")
    #If Mac Then
        If folder = "" Then folder = Environ("HOME") & "/xl-dunning/brug"
    #Else
        If folder = "" And Environ("LOCALAPPDATA") <> "" Then folder = Environ("LOCALAPPDATA") & "\xl-dunning\brug"
    #End If
    If folder = "" Then Exit Function
    If InStr(folder, "/") > 0 Then
        BridgeFolder = folder & "/"
    Else
        BridgeFolder = folder & "\"
    End If
End Function

Public Function IsAlive(folder As String) As Boolean
    If folder = "" Then Exit Function
    On Error GoTo absent
    If Dir(folder & "alive") = "" Then Exit Function
    IsAlive = (Abs(DateDiff("s", CDate(FileDateTime(folder & "alive")), Now)) <= FRESH_SECONDS)
absent:
End Function

Private Sub WritePress(stem As String, book As Workbook, controlId As String, choice As String)
    Dim number As Integer
    number = FreeFile
    Open stem & ".tmp" For Output As #number
    Print #number, "xl-dunning-press 1"
    Print #number, controlId
    Print #number, choice
    Print #number, ToHex(book.FullName)
    Print #number, ToHex(book.Name)
    Close #number
    ' Renamed when it is whole: whoever sees it can read it.
    Name stem & ".tmp" As stem & ".press"
End Sub

' Whether the helper takes the press in time. Else it is taken back; whoever removes it, decides.
Private Function IsTaken(file As String) As Boolean
    Dim start As Date
    start = Now
    IsTaken = True
    Do While Dir(file) <> ""
        If Abs(DateDiff("s", start, Now)) > CLAIM_SECONDS Then
            On Error GoTo gone
            Kill file
            IsTaken = False
            Exit Function
        End If
        Pause
    Loop
gone:
End Function

' Waits until the helper is ready; what went wrong, or nothing. Meanwhile the user can't type in a
' cell, for Excel refuses what Python asks while somebody does.
Private Function AwaitedAnswer(folder As String, file As String) As String
    Dim stillThere As Boolean
    On Error GoTo failed
    Application.Interactive = False
    Do
        Pause
        stillThere = IsAlive(folder)
        If Dir(file) <> "" Then
            AwaitedAnswer = ReadAnswer(file)
            Exit Do
        End If
        If Not stillThere Then
            AwaitedAnswer = "Het hulpprogramma (xl-dunning attach) is gestopt voordat de opdracht klaar was. Start het opnieuw en kijk op het blad Logboek wat er is vastgelegd."
            Exit Do
        End If
    Loop
    Application.Interactive = True
    Exit Function
failed:
    Application.Interactive = True
    AwaitedAnswer = "Het antwoord van het hulpprogramma (xl-dunning attach) kan niet worden gelezen: " & Err.Description & ". Kijk op het blad Logboek wat er is vastgelegd."
End Function

Private Function ReadAnswer(file As String) As String
    Dim number As Integer, line As String, text As String, lines As Variant
    number = FreeFile
    Open file For Input As #number
    Do While Not EOF(number)
        Line Input #number, line
        text = text & line & vbLf
    Loop
    Close #number
    Kill file
    lines = Split(Replace(text, vbCr, vbLf), vbLf)
    If Trim$(lines(0)) <> "fout" Then Exit Function
    ReadAnswer = FromHex(Trim$(Replace(Mid$(text, InStr(text, "fout") + 4), vbLf, "")))
    If ReadAnswer = "" Then ReadAnswer = "De opdracht is niet gelukt. Kijk in het venster van xl-dunning attach wat er is gebeurd."
End Function

Private Sub ShowLeftAnswer()
    Dim file As String, sentence As String
    file = leftAnswer
    leftAnswer = ""
    If file = "" Then Exit Sub
    On Error GoTo gone
    If Dir(file) = "" Then Exit Sub
    sentence = ReadAnswer(file)
    If sentence <> "" Then MsgBox "Vorige opdracht: " & sentence, vbExclamation, "Debiteuren"
gone:
End Sub

' A short rest in which Excel answers what Python asks.
Private Sub Pause()
    Dim start As Double
    start = Timer
    Do
        DoEvents
    Loop While Abs(Timer - start) < PAUSE_SECONDS
End Sub

' The moment and a number by chance; sorted by name, presses stand in their order. Put together by
' hand, for what the letters in a format mean is not everywhere the same.
Private Function Stamp() As String
    Dim moment As Date
    Randomize
    moment = Now
    Stamp = CStr(Year(moment)) & Digits(Month(moment), 2) & Digits(Day(moment), 2) & Digits(Hour(moment), 2) _
        & Digits(Minute(moment), 2) & Digits(Second(moment), 2) & Digits(Int(Rnd * 10000), 4)
End Function

Private Function Digits(number As Long, width As Long) As String
    Digits = Right$("0000" & CStr(number), width)
End Function

Public Function ToHex(text As String) As String
    Dim i As Long
    For i = 1 To Len(text)
        ToHex = ToHex & Right$("000" & Hex$(AscW(Mid$(text, i, 1))), 4)
    Next i
End Function

Public Function FromHex(digits As String) As String
    Dim i As Long
    For i = 1 To Len(digits) - 3 Step 4
        FromHex = FromHex & ChrW(CLng("&H" & Mid$(digits, i, 4)))
    Next i
End Function
