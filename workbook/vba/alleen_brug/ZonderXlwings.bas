Attribute VB_Name = "ZonderXlwings"
Option Explicit

' Stands in for xlwings in a workbook that was made with --bridge-only: Excel then never starts a
' program by itself. Has the same name and result as there: -1 means that the user was told.
Public Function RunPython(command As String)
    RunPython = -1
    MsgBox "Het hulpprogramma loopt niet. Start het op deze computer met: xl-dunning attach. Druk daarna opnieuw op de knop.", vbExclamation, "Debiteuren"
End Function
