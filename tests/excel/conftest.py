"""The child speaks to LibreOffice with another Python: it is no module of this one."""

collect_ignore = ["calc_child.py"]
